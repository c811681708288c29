package io.otbench.benchmarks.progress;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar for all cells and one per worker, drawn anew in place. */
final class BarDisplay implements RunDisplay {

  private static final int UPDATE_MILLIS = 500;

  private final String headlineMetric;
  private final ProgressBar overall;
  private final List<ProgressBar> workers = new ArrayList<>();
  private final List<CellProgress> cells = new ArrayList<>();

  BarDisplay(int total, int slots, String headlineMetric) {
    this(total, slots, headlineMetric, builder -> builder);
  }

  /**
   * @param drawing where a bar is drawn; the library's own choice is the terminal
   */
  BarDisplay(
      int total, int slots, String headlineMetric, UnaryOperator<ProgressBarBuilder> drawing) {
    this.headlineMetric = headlineMetric;
    this.overall = bar("all cells", total, drawing);
    for (int slot = 0; slot < slots; slot++) {
      // Not 0, which draws an endless bar without room for words.
      workers.add(bar("worker " + (slot + 1), 1, drawing).setExtraMessage("starts"));
      cells.add(new CellProgress(headlineMetric));
    }
  }

  private static ProgressBar bar(String name, long max, UnaryOperator<ProgressBarBuilder> drawing) {
    return drawing
        .apply(
            new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(max)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS))
        .build();
  }

  @Override
  public void onEvent(int slot, Cell cell, CellEvent event) {
    ProgressBar bar = workers.get(slot);
    if (event instanceof CellEvent.Started) {
      cells.set(slot, new CellProgress(headlineMetric));
      bar.reset();
      bar.maxHint(1);
      bar.setExtraMessage(cell.label());
      return;
    }
    CellProgress progress = cells.get(slot);
    progress.add(event);
    if (event instanceof CellEvent.Progress latest) {
      bar.maxHint(latest.plannedSteps());
      bar.stepTo(latest.step());
      bar.setExtraMessage(cell.label() + " " + progress.numbers());
    } else if (event instanceof CellEvent.Finished ended) {
      bar.setExtraMessage(cell.label() + " " + progress.result(ended.outcome()));
      overall.step();
    }
  }

  @Override
  public void close() {
    workers.forEach(ProgressBar::close);
    overall.close();
  }
}
