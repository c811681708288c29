package io.otbench.benchmarks.inspect;

import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.run.RunState;
import io.otbench.benchmarks.store.CellHead;
import io.otbench.benchmarks.store.ForcedCells;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a run is, in words, for someone at another terminal. */
public final class FolderStatus {

  private FolderStatus() {}

  /**
   * The lines about a run folder.
   *
   * @param now the time of day
   * @throws UsageException when it holds no run that can be read
   */
  public static List<String> lines(Path path, Instant now) throws IOException {
    // Before the cells: a cell that finishes in between then counts as finished.
    Optional<RunState> state = state(new RunFolder(path));
    StoredRun run = StoredRun.read(path);
    Map<CellStatus, Long> counts =
        run.heads().stream()
            .collect(Collectors.groupingBy(CellHead::status, TreeMap::new, Collectors.counting()));
    String inFolder =
        "in the folder: "
            + (counts.isEmpty()
                ? "no cell yet"
                : counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey().text())
                    .collect(Collectors.joining(", ")));
    List<String> lines = new ArrayList<>();
    if (state.isPresent()) {
      int finished = describe(state.get(), run.heads(), now, lines);
      int others = run.heads().size() - finished;
      if (others > 0) {
        inFolder += "; %d of them of another command, or to be run again".formatted(others);
      }
    }
    lines.add(inFolder);
    int forced = ForcedCells.left(run.folder(), run.heads()).size();
    if (forced > 0) {
      lines.add(
          "left of a run with --force: %s not run again yet"
              .formatted(forced == 1 ? "1 cell has" : forced + " cells have"));
    }
    return lines;
  }

  private static Optional<RunState> state(RunFolder folder) {
    if (!Files.exists(folder.state())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readString(folder.state()), RunState.class));
    } catch (IllegalArgumentException | IOException e) {
      throw new UsageException(
          folder.state()
              + " must be the state of a run of this version, it is not; the next run writes it anew");
    }
  }

  /** Returns the number of finished cells of the run. */
  private static int describe(
      RunState state, List<CellHead> heads, Instant now, List<String> lines) {
    Set<CellKey> since =
        heads.stream()
            .filter(head -> head.number() > state.lastNumber())
            .map(CellHead::key)
            .collect(Collectors.toSet());
    int finished = state.completeBefore() + since.size();
    boolean alive = state.isAlive();
    List<RunState.Running> running =
        alive
            ? state.running().stream().filter(cell -> !since.contains(cell.key())).toList()
            : List.of();
    lines.add(
        "run of %s %s: %d of %d cells finished, %d running, %d waiting"
            .formatted(
                state.begun(),
                word(state, alive),
                finished,
                state.cells(),
                running.size(),
                state.cells() - finished - running.size()));
    for (RunState.Running cell : running) {
      long seconds = Math.max(0, Duration.between(Instant.parse(cell.since()), now).toSeconds());
      lines.add(
          "worker %d: %s for %d s, %s"
              .formatted(
                  cell.worker(),
                  cell.cell(),
                  seconds,
                  cell.plannedSteps() == 0
                      ? "before its first report of a step"
                      : "step %d of %d".formatted(cell.step(), cell.plannedSteps())));
    }
    return finished;
  }

  private static String word(RunState state, boolean alive) {
    return switch (state.phase()) {
      case RUNNING ->
          alive
              ? "is running, process " + state.pid()
              : "was killed; the same command goes on with it";
      case INTERRUPTED -> "was interrupted; the same command goes on with it";
      case ENDED -> "has ended";
    };
  }
}
