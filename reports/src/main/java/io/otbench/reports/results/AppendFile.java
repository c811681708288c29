package io.otbench.reports.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** A file that grows by whole blocks: a block that could not be written leaves no trace. */
final class AppendFile implements Closeable {
  private final FileChannel channel;
  private long length;

  AppendFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
  }

  long length() {
    return length;
  }

  void append(String block) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(block);
    long position = length;
    try {
      // A former failure may have left bytes that could not be cut off at that time.
      channel.truncate(length);
      while (bytes.hasRemaining()) {
        position += channel.write(bytes, position);
      }
      channel.force(false);
    } catch (IOException e) {
      try {
        channel.truncate(length);
      } catch (IOException cut) {
        e.addSuppressed(cut);
      }
      throw e;
    }
    length = position;
  }

  /** Cuts the file back to a former length. */
  void cutTo(long former) throws IOException {
    length = former;
    channel.truncate(former);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
