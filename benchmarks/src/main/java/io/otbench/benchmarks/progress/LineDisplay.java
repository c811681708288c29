package io.otbench.benchmarks.progress;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line when a cell starts, now and then while it trains, and when it ends. */
final class LineDisplay implements RunDisplay {

  private static final double INTERVAL_SECONDS = 10;
  private static final double INTERVAL_SHARE = 0.25;

  private final int total;
  private final String headlineMetric;
  private final PrintStream out;
  private final Map<Integer, Shown> shown = new HashMap<>();
  private int finished;

  /** The cell of a slot and what was printed about it last. */
  private static final class Shown {
    final CellProgress progress;
    double trainSeconds;
    double share;

    Shown(String headlineMetric) {
      this.progress = new CellProgress(headlineMetric);
    }

    boolean isDue() {
      return progress.latest().trainSeconds() >= trainSeconds + INTERVAL_SECONDS
          || progress.share() >= share + INTERVAL_SHARE;
    }

    void note() {
      trainSeconds = progress.latest().trainSeconds();
      share = progress.share();
    }
  }

  LineDisplay(int total, String headlineMetric, PrintStream out) {
    this.total = total;
    this.headlineMetric = headlineMetric;
    this.out = out;
  }

  @Override
  public void onEvent(int slot, Cell cell, CellEvent event) {
    if (event instanceof CellEvent.Started) {
      shown.put(slot, new Shown(headlineMetric));
      out.printf("%s: started%n", cell.label());
      return;
    }
    Shown current = shown.computeIfAbsent(slot, key -> new Shown(headlineMetric));
    current.progress.add(event);
    if (event instanceof CellEvent.Finished ended) {
      finished++;
      out.printf(
          "%s: %s (%d of %d)%n",
          cell.label(), current.progress.result(ended.outcome()), finished, total);
      shown.remove(slot);
    } else if (event instanceof CellEvent.Progress progress
        && progress.step() < progress.plannedSteps()
        && current.isDue()) {
      current.note();
      out.println(
          Stream.of(
                  "%s: step %d of %d"
                      .formatted(cell.label(), progress.step(), progress.plannedSteps()),
                  current.progress.numbers(),
                  current.progress.timeLeft())
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(", ")));
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
