package io.otbench.benchmarks.exchange;

import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads the events of a cell, also while they are written; a line counts when it is whole. */
public final class EventReader {

  private final CellTicket ticket;

  /** Where the next line begins, in bytes. */
  private long next;

  private boolean ended;

  /** Begins with the first event. */
  public EventReader(CellTicket ticket) {
    this.ticket = ticket;
  }

  /**
   * The events since the last call, up to the end of the cell; none where the file does not exist
   * yet.
   *
   * @throws IllegalArgumentException for a line that is no event; those before it are lost
   */
  public List<CellEvent> read() throws IOException {
    List<CellEvent> events = new ArrayList<>();
    for (String line : wholeLines().lines().toList()) {
      CellEvent event = Json.read(line, CellEvent.class);
      if (!ended) {
        events.add(event);
      }
      ended |= event instanceof CellEvent.Finished;
    }
    return events;
  }

  /** Whether the last event of the cell is there, behind whatever else. */
  boolean hasEnd() throws IOException {
    return wholeLines().lines().anyMatch(EventReader::isEnd);
  }

  private static boolean isEnd(String line) {
    try {
      return Json.read(line, CellEvent.class) instanceof CellEvent.Finished;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Passes over what is there and returns where the next line begins, in bytes. */
  long skip() throws IOException {
    wholeLines();
    return next;
  }

  private String wholeLines() throws IOException {
    try (FileChannel file = FileChannel.open(ticket.eventsFile(), StandardOpenOption.READ)) {
      ByteBuffer found = ByteBuffer.allocate(Math.toIntExact(Math.max(0, file.size() - next)));
      file.position(next);
      while (found.hasRemaining() && file.read(found) >= 0) {
        // Until all is read that was there when it was opened.
      }
      int end = found.position();
      while (end > 0 && found.get(end - 1) != '\n') {
        end--;
      }
      next += end;
      return new String(found.array(), 0, end, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
