package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.exchange.CellTicket;
import io.otbench.benchmarks.exchange.TicketListener;
import java.io.IOException;
import java.util.List;

/**
 * Where cells run. Cells are independent; they come as plain files and so do their results, see
 * {@link CellTicket}, so that an engine on many machines can take the place of {@link
 * LocalWorkers}.
 */
public interface CellExecutor extends AutoCloseable {

  /** How many cells run at the same time: slots are numbered below it. */
  int slots();

  /**
   * Runs the cells, the first ones first, and returns when the last event of each is a {@link
   * CellEvent.Finished}, however it ended. The listener is told when events have been written, of
   * every cell at least once after its last one; what it throws ends the run and is thrown again
   * here.
   *
   * @throws IOException when the events of a cell cannot be written
   * @throws InterruptedException when this thread is interrupted; cells that run are given up
   */
  void run(List<CellTicket> cells, TicketListener listener)
      throws IOException, InterruptedException;

  /** Gives up what still runs; the listener is told nothing more. May be called from any thread. */
  @Override
  void close();
}
