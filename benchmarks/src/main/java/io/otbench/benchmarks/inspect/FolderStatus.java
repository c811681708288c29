package io.otbench.benchmarks.inspect;

import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.run.RunState;
import io.otbench.benchmarks.store.CellHead;
import io.otbench.reports.results.CellStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a run is, in words, for someone at another terminal. */
public final class FolderStatus {

  private FolderStatus() {}

  /**
   * The lines about a run folder.
   *
   * @param now the time of day
   */
  public static List<String> lines(StoredRun run, Instant now) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.exists(run.folder().state())) {
      describe(Json.read(Files.readString(run.folder().state()), RunState.class), now, lines);
    }
    Map<CellStatus, Long> counts =
        run.heads().stream()
            .collect(Collectors.groupingBy(CellHead::status, TreeMap::new, Collectors.counting()));
    lines.add(
        "in the folder: "
            + (counts.isEmpty()
                ? "no cell yet"
                : counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey().text())
                    .collect(Collectors.joining(", "))));
    return lines;
  }

  private static void describe(RunState state, Instant now, List<String> lines) {
    boolean alive = state.isAlive();
    String word =
        alive
            ? "is running, process " + state.pid()
            : state.ended() ? "has ended" : "was killed; the same command goes on with it";
    int waiting = state.cells() - state.complete() - state.running().size();
    lines.add(
        "run of %s %s: %d of %d cells finished, %d running, %d waiting"
            .formatted(
                state.begun(),
                word,
                state.complete(),
                state.cells(),
                state.running().size(),
                waiting));
    for (RunState.Running cell : alive ? state.running() : List.<RunState.Running>of()) {
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
  }
}
