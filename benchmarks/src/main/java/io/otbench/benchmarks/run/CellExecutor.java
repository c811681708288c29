package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellListener;
import java.util.List;

/**
 * Where cells run. Cells are independent; cells and events are plain data, so that an engine on
 * many machines can take the place of {@link LocalWorkers}.
 */
public interface CellExecutor extends AutoCloseable {

  /** How many cells run at the same time: slots are numbered below it. */
  int slots();

  /**
   * Runs the cells, the first ones first, and returns when each has had its {@link
   * CellEvent.Finished}. What the listener throws ends the run and is thrown again here.
   *
   * @throws InterruptedException when this thread is interrupted; cells that run are given up
   */
  void run(List<Cell> cells, CellListener listener) throws InterruptedException;

  /** Gives up what still runs; no further event is sent. May be called from any thread. */
  @Override
  void close();
}
