package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellListener;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.exchange.CellTicket;
import io.otbench.benchmarks.exchange.EventReader;
import io.otbench.reports.results.CellStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands cells to an executor as files and reads from files what happens to them. Closing it gives
 * up what still runs and removes the files.
 */
public final class CellExchange implements AutoCloseable {

  /** A cell on its way. */
  private record Sent(CellTicket ticket, Cell cell, EventReader events) {}

  private final CellExecutor executor;
  private final Path folder;
  private final Map<CellTicket, Sent> sent = new ConcurrentHashMap<>();
  private boolean closed;

  /**
   * @param executor where the cells run; closed with this
   * @param folder for the files; made where it is missing, removed at the end where it is empty
   */
  public CellExchange(CellExecutor executor, Path folder) {
    this.executor = executor;
    this.folder = folder;
  }

  int slots() {
    return executor.slots();
  }

  /**
   * Runs cells as {@link CellExecutor#run} does and tells of all their events; a cell whose events
   * are lost is a crashed one. What the listener throws ends the run and is thrown again here.
   *
   * @throws IOException when the files of a cell cannot be written or read
   * @throws InterruptedException when this thread is interrupted
   */
  public void run(List<Cell> cells, CellListener listener)
      throws IOException, InterruptedException {
    List<CellTicket> tickets = new ArrayList<>();
    for (Cell cell : cells) {
      tickets.add(send(cell));
    }
    executor.run(tickets, (slot, ticket) -> tell(listener, slot, ticket));
    for (Sent lost : List.copyOf(sent.values())) {
      end(listener, 0, lost, "its events are gone from " + folder);
    }
  }

  // Under the lock of close, so that it leaves no file behind.
  private synchronized CellTicket send(Cell cell) throws IOException, InterruptedException {
    if (closed) {
      throw new InterruptedException("the run was given up");
    }
    Files.createDirectories(folder);
    CellTicket ticket = CellTicket.write(folder, cell);
    sent.put(ticket, new Sent(ticket, cell, new EventReader(ticket)));
    return ticket;
  }

  private void tell(CellListener listener, int slot, CellTicket ticket) {
    Sent known = sent.get(ticket);
    if (known == null) {
      return;
    }
    try {
      for (CellEvent event : known.events().read()) {
        listener.onEvent(slot, known.cell(), event);
        if (event instanceof CellEvent.Finished) {
          forget(ticket);
        }
      }
    } catch (IllegalArgumentException e) {
      end(listener, slot, known, "its events cannot be read: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends a cell that has no last event that could be read. */
  private void end(CellListener listener, int slot, Sent lost, String reason) {
    listener.onEvent(
        slot,
        lost.cell(),
        new CellEvent.Finished(
            CellOutcome.notOk(CellStatus.CRASHED, reason, CellOutcome.Cost.UNKNOWN)));
    try {
      forget(lost.ticket());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void forget(CellTicket ticket) throws IOException {
    sent.remove(ticket);
    ticket.delete();
  }

  @Override
  public void close() {
    executor.close();
    deleteFiles();
  }

  private synchronized void deleteFiles() {
    closed = true;
    try {
      for (CellTicket ticket : sent.keySet()) {
        ticket.delete();
      }
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Something else is in the folder; it stays.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
