package io.otbench.benchmarks.exchange;

import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Appends to the events of a cell; a line is there as a whole or, after a failure, not finished and
 * the last one.
 */
public final class EventWriter implements AutoCloseable {

  // Not a channel: a solver that leaves the interrupt flag of its thread set would close it.
  private final RandomAccessFile file;
  private boolean broken;

  private EventWriter(RandomAccessFile file) {
    this.file = file;
  }

  /** Goes on after the last whole line of a file; half a line of a process that died goes. */
  public static EventWriter append(CellTicket ticket) throws IOException {
    RandomAccessFile file = new RandomAccessFile(ticket.eventsFile().toFile(), "rw");
    try {
      long whole = new EventReader(ticket).skip();
      file.setLength(whole);
      file.seek(whole);
      return new EventWriter(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Ends a cell whose process cannot end it any more; one that has its last event keeps that.
   *
   * @throws IOException where the event cannot be written
   */
  public static void end(CellTicket ticket, CellOutcome outcome) throws IOException {
    if (new EventReader(ticket).hasEnd()) {
      return;
    }
    try (EventWriter events = append(ticket)) {
      events.write(new CellEvent.Finished(outcome));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Writes an event.
   *
   * @throws UncheckedIOException where it cannot be written, and at every event after that: a line
   *     must not go on behind half of another
   */
  public synchronized void write(CellEvent event) {
    if (broken) {
      throw new UncheckedIOException(new IOException("an earlier event could not be written"));
    }
    broken = true;
    try {
      file.write((Json.line(event) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broken = false;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
