package io.otbench.benchmarks.inspect;

import io.otbench.benchmarks.store.CellFiles;
import io.otbench.benchmarks.store.CellHead;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.benchmarks.store.CellStore;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.RunEnvironment;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.TableSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Joins the cells of several folders, such as of several machines. Nothing is written unless they
 * fit together.
 */
public final class FolderMerge {

  private record Source(StoredRun run, CellHead head, CellRecord record) {}

  private final Map<CellKey, Source> cells = new LinkedHashMap<>();
  private final List<String> conflicts = new ArrayList<>();
  private final Map<StoredRun, RunEnvironment> environments = new LinkedHashMap<>();
  private final List<StoredRun> runs;

  private FolderMerge(List<StoredRun> runs) {
    this.runs = runs;
  }

  /**
   * Joins folders.
   *
   * @param out the folder for all cells; what it holds is kept
   * @return number of cells in {@code out}
   * @throws UsageException when two results of one cell do not fit together
   */
  public static int merge(List<Path> paths, Path out) throws IOException {
    for (Path path : paths) {
      requireOther(path, out);
    }
    requireDifferent(paths);
    List<StoredRun> runs = new ArrayList<>();
    if (Files.isDirectory(out.resolve("cells"))) {
      runs.add(StoredRun.read(out));
    }
    for (Path path : paths) {
      StoredRun run = StoredRun.read(path);
      if (ResultStore.isOpen(run.folder())) {
        throw new UsageException(
            "run folder %s must be at rest to be merged, a run has it open".formatted(path));
      }
      runs.add(run);
    }
    FolderMerge merge = new FolderMerge(runs);
    merge.read();
    if (!merge.conflicts.isEmpty()) {
      throw new UsageException(
          "results of %d cell%s do not fit together, nothing was written; the first: %s"
              .formatted(
                  merge.conflicts.size(),
                  merge.conflicts.size() == 1 ? "" : "s",
                  merge.conflicts.get(0)));
    }
    merge.write(out);
    return merge.cells.size();
  }

  private static void requireOther(Path path, Path out) throws IOException {
    if (Files.exists(path) && Files.exists(out) && Files.isSameFile(path, out)) {
      throw new UsageException(
          "--out must be another folder than those that are merged, but %s is one of them"
              .formatted(out));
    }
  }

  private static void requireDifferent(List<Path> paths) throws IOException {
    for (int i = 0; i < paths.size(); i++) {
      for (Path other : paths.subList(0, i)) {
        if (Files.exists(other)
            && Files.exists(paths.get(i))
            && Files.isSameFile(other, paths.get(i))) {
          throw new UsageException(
              "the folders to merge must be different ones, but %s and %s are one"
                  .formatted(other, paths.get(i)));
        }
      }
    }
  }

  private void read() throws IOException {
    for (StoredRun run : runs) {
      readEnvironment(run);
      for (CellHead head : run.heads()) {
        Source source = new Source(run, head, CellFiles.read(run.folder(), head));
        Source other = cells.putIfAbsent(head.key(), source);
        if (other != null) {
          Optional<String> conflict = conflict(other, source);
          conflict.ifPresent(
              why ->
                  conflicts.add(
                      "%s of %s and %s: %s"
                          .formatted(
                              head.name(), other.run().folder().path(), run.folder().path(), why)));
          if (conflict.isEmpty() && other.head().isRetried()) {
            cells.put(head.key(), source);
          }
        }
      }
    }
  }

  private void readEnvironment(StoredRun run) throws IOException {
    Path file = run.folder().environment();
    if (Files.exists(file) && !run.heads().isEmpty()) {
      try {
        environments.put(run, RunEnvironment.read(file));
      } catch (IllegalArgumentException e) {
        throw new UsageException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Why two results of a cell cannot be one. A failure of a machine gives way to a result. */
  private static Optional<String> conflict(Source a, Source b) {
    if (!a.head().identity().equals(b.head().identity())) {
      return Optional.of(
          String.join("; ", a.record().identity().differences(b.record().identity())));
    }
    CellComparison comparison = CellComparison.of(a.record(), b.record());
    return comparison.isSame() || a.head().isRetried() || b.head().isRetried()
        ? Optional.empty()
        : Optional.of(comparison.sentence());
  }

  private void write(Path out) throws IOException {
    RunFolder folder;
    Map<StoredRun, PointClouds> clouds = new LinkedHashMap<>();
    Map<StoredRun, TableSamples> samples = new LinkedHashMap<>();
    for (StoredRun run : runs) {
      // Not those of results.csv: a killed run has taken out of it what it was to run again.
      Set<CellKey> ok =
          run.heads().stream()
              .filter(head -> head.status() == CellStatus.OK)
              .map(CellHead::key)
              .collect(Collectors.toSet());
      clouds.put(run, PointClouds.read(run.folder(), ok));
      samples.put(run, TableSamples.read(run.folder(), ok));
    }
    try {
      folder = CellStore.folder(out);
      try (CellStore store = CellStore.open(folder)) {
        for (Source source : cells.values()) {
          if (!source.head().equals(store.heads().get(source.head().key()))) {
            store.put(
                source.record(),
                Optional.ofNullable(clouds.get(source.run()))
                    .flatMap(points -> points.of(source.head().key())),
                Optional.ofNullable(samples.get(source.run()))
                    .map(rows -> rows.byCell().get(source.head().key())));
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    for (Source source : cells.values()) {
      String hash = source.record().cell().config().hash();
      Files.writeString(
          folder.configFile(hash), source.record().cell().config().canonicalText() + "\n");
    }
    writeEnvironment(folder);
    // What a run said of itself is no longer true of the cells of the folder.
    Files.deleteIfExists(folder.state());
  }

  private int count(Predicate<CellHead> condition) {
    return (int) cells.values().stream().map(Source::head).filter(condition).count();
  }

  /** That of the first folder that has one: the report has room for one machine. */
  private void writeEnvironment(RunFolder folder) throws IOException {
    Optional<StoredRun> run = environments.keySet().stream().findFirst();
    if (run.isPresent()) {
      RunEnvironment first = Objects.requireNonNull(environments.get(run.get()));
      // The environment is that of the latest cell of its folder.
      String platform = run.get().heads().get(run.get().heads().size() - 1).platform();
      first
          .withCellsOfOthers(
              count(head -> !head.build().equals(first.codeFingerprint())),
              count(head -> !head.platform().equals(platform)))
          .write(folder.environment());
    }
  }
}
