package io.otbench.benchmarks.inspect;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.run.ClassPath;
import io.otbench.benchmarks.run.RunPlan;
import io.otbench.benchmarks.run.RunRequest;
import io.otbench.benchmarks.store.CellFiles;
import io.otbench.benchmarks.store.CellHead;
import io.otbench.benchmarks.store.CellIdentity;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.benchmarks.store.ForcedCells;
import io.otbench.benchmarks.store.Freshness;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of cells whether the command of their folder would run them again, and why. */
public final class Explanation {

  private final StoredRun run;
  private final CodeIdentity code;
  private final List<Cell> wanted;
  private final Freshness freshness;

  /** The cells of a folder under the code that runs now. */
  public Explanation(StoredRun run) throws IOException {
    this(run, CodeIdentity.of(ClassPath.entries(), ClassPath.plugins()));
  }

  Explanation(StoredRun run, CodeIdentity code) throws IOException {
    this.run = run;
    this.code = code;
    run.requirePlugins();
    Optional<RunRequest> request = run.request();
    this.wanted = request.isPresent() ? cells(run, request.get()) : stored(run);
    this.freshness =
        new Freshness(
            run.folder(), run.heads(), wanted, ForcedCells.left(run.folder(), run.heads()));
  }

  private static List<Cell> cells(StoredRun run, RunRequest request) {
    try {
      return RunPlan.of(request, Profiles.load()).cells();
    } catch (UsageException e) {
      throw new UsageException(
          "the command of run folder %s can no longer be run: %s"
              .formatted(run.folder().path(), e.getMessage()));
    }
  }

  /** Without a command, what is there is what is wanted. */
  private static List<Cell> stored(StoredRun run) throws IOException {
    List<Cell> cells = new ArrayList<>();
    for (CellHead head : run.heads()) {
      cells.add(CellFiles.read(run.folder(), head).cell());
    }
    return cells;
  }

  /**
   * A line for each cell of a name.
   *
   * @param name a path such as {@code gaussian-8/implicit/1}, or the first digits of an identity
   */
  public List<String> of(String name) throws IOException {
    Set<CellKey> wantedKeys = wanted.stream().map(Cell::key).collect(Collectors.toSet());
    List<String> lines = new ArrayList<>();
    Set<CellKey> said = new HashSet<>(wantedKeys);
    for (Cell cell : wanted) {
      CellIdentity identity = new CellIdentity(cell, code);
      boolean stored =
          run.heads().stream()
              .anyMatch(head -> head.key().equals(cell.key()) && StoredRun.isNamed(head, name));
      if (cell.path().equals(name)
          || cell.name().equals(name)
          || (!name.isEmpty() && identity.hash().startsWith(name))
          || stored) {
        lines.add(line(cell.name(), identity.hash(), freshness.explain(identity)));
        freshness.former(cell).map(CellHead::key).ifPresent(said::add);
      }
    }
    for (CellHead head : run.heads()) {
      if (!said.contains(head.key()) && StoredRun.isNamed(head, name)) {
        String build = head.build().equals(code.hash()) ? "" : ", of another build";
        lines.add(
            line(
                head.name(),
                head.identity(),
                "kept: %s%s, the command of this folder does not name it"
                    .formatted(head.status().text(), build)));
      }
    }
    if (lines.isEmpty()) {
      throw run.unknown(name, wanted.stream().map(Cell::name).toList());
    }
    return lines;
  }

  private static String line(String cell, String identity, String text) {
    return "%s (%s): %s".formatted(cell, identity.substring(0, 12), text);
  }
}
