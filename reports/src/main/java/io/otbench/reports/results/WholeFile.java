package io.otbench.reports.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces files as a whole: whoever reads one finds the former text or the new one. */
public final class WholeFile {

  private WholeFile() {}

  /** Writes the text of a file, whose folder must exist. */
  public static void write(Path file, String text) throws IOException {
    move(writeBeside(file, text), file);
  }

  /** Writes the bytes of a file, whose folder must exist. */
  static void write(Path file, byte[] bytes) throws IOException {
    move(writeBeside(file, ByteBuffer.wrap(bytes)), file);
  }

  /** Writes the new text of a file beside it, to be moved there; a failure leaves no trace. */
  static Path writeBeside(Path file, String text) throws IOException {
    return writeBeside(file, StandardCharsets.UTF_8.encode(text));
  }

  private static Path writeBeside(Path file, ByteBuffer bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    return beside;
  }

  /** Puts a file that was written beside another in its place. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
