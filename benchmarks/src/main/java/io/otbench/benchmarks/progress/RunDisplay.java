package io.otbench.benchmarks.progress;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellListener;
import java.io.PrintStream;
import java.util.List;

/** Shows a run while it goes on. */
public interface RunDisplay extends CellListener, AutoCloseable {

  /**
   * Bars on a terminal, else plain lines.
   *
   * @param cells the cells that will run
   * @param slots how many of them at the same time
   * @param headlineMetric the metric to show
   * @param out where plain lines go
   */
  static RunDisplay create(List<Cell> cells, int slots, String headlineMetric, PrintStream out) {
    return Terminal.isInteractive()
        ? new BarDisplay(cells.size(), slots, headlineMetric)
        : new LineDisplay(cells.size(), headlineMetric, out);
  }

  @Override
  void close();
}
