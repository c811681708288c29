package io.otbench.benchmarks.exchange;

import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;

/**
 * Appends to the events of a cell; a line is there as a whole or, after a failure, not finished and
 * the last one.
 */
public final class EventWriter implements AutoCloseable {

  private final FileChannel channel;
  private boolean broken;

  private EventWriter(FileChannel channel) {
    this.channel = channel;
  }

  /** Goes on after the last whole line of a file; half a line of a process that died goes. */
  public static EventWriter append(CellTicket ticket) throws IOException {
    FileChannel channel =
        FileChannel.open(ticket.eventsFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      long whole = new EventReader(ticket).skip();
      channel.truncate(whole);
      channel.position(whole);
      return new EventWriter(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
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
      ByteBuffer line = StandardCharsets.UTF_8.encode(Json.line(event) + "\n");
      while (line.hasRemaining()) {
        channel.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broken = false;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
