package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellListener;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What the time of the workers went into. */
final class RunTotals implements CellListener {

  /**
   * The time of one worker, in seconds.
   *
   * @param worker number, from 1
   * @param training of its cells
   * @param evaluation at checkpoints and at the end
   * @param logging logs, and reports to the parent
   * @param startUp starts of the process, and of each cell until its training
   * @param wall from the beginning of the run to the end of its last cell
   */
  record Totals(
      int worker, double training, double evaluation, double logging, double startUp, double wall) {

    double sum() {
      return training + evaluation + logging + startUp;
    }

    private Totals plus(Cost cost, double wallNow) {
      return new Totals(
          worker,
          training + cost.trainSeconds(),
          evaluation + cost.evalSeconds(),
          logging + cost.loggingSeconds(),
          startUp + cost.startUpSeconds(),
          wallNow);
    }
  }

  private final long begunNanos = System.nanoTime();
  private final Map<Integer, Totals> bySlot = new TreeMap<>();

  @Override
  public void onEvent(int slot, Cell cell, CellEvent event) {
    if (event instanceof CellEvent.Finished finished) {
      double wall = (System.nanoTime() - begunNanos) / 1e9;
      Totals former = bySlot.getOrDefault(slot, new Totals(slot + 1, 0, 0, 0, 0, 0));
      bySlot.put(slot, former.plus(finished.outcome().cost(), wall));
    }
  }

  List<Totals> workers() {
    return List.copyOf(bySlot.values());
  }

  /** In one line. */
  String sentence() {
    return String.format(
        Locale.ROOT,
        "time of %d %s: training %.1f s, evaluation %.1f s, logging %.1f s, start-up %.1f s;"
            + " together %.1f of %.1f s of wall time",
        bySlot.size(),
        bySlot.size() == 1 ? "worker" : "workers",
        sum(Totals::training),
        sum(Totals::evaluation),
        sum(Totals::logging),
        sum(Totals::startUp),
        sum(Totals::sum),
        sum(Totals::wall));
  }

  private double sum(ToDoubleFunction<Totals> part) {
    return bySlot.values().stream().mapToDouble(part).sum();
  }
}
