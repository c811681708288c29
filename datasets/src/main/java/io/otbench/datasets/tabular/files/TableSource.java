package io.otbench.datasets.tabular.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;

/**
 * Where the bytes of a table come from.
 *
 * @param name path or resource, as messages name it
 * @param opener opens the bytes from their start
 * @param size number of bytes, where it is known without reading them
 */
public record TableSource(String name, Opener opener, OptionalLong size) {

  private static final byte[] POINTER =
      "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

  /** Opens the bytes from their start. */
  @FunctionalInterface
  public interface Opener {

    /** A new stream, which the caller closes. */
    InputStream open() throws IOException;
  }

  /** What is done with the opened bytes. */
  @FunctionalInterface
  interface Reading<T> {

    T read(InputStream bytes) throws IOException;
  }

  /**
   * A file.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static TableSource of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + ": there is no such file");
    }
    try {
      return new TableSource(
          file.toString(), () -> Files.newInputStream(file), OptionalLong.of(Files.size(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  /** A resource beside a class. */
  public static TableSource ofResource(Class<?> anchor, String resource) {
    return new TableSource(
        resource,
        () -> {
          InputStream stream = anchor.getResourceAsStream(resource);
          if (stream == null) {
            throw new IllegalStateException(
                "resource " + resource + " is missing from the class path");
          }
          return stream;
        },
        OptionalLong.empty());
  }

  /** The refusal of this table: its name, then what was expected and found. */
  public IllegalArgumentException refusal(String what) {
    return new IllegalArgumentException(name + ": " + what);
  }

  /**
   * Opens and closes the bytes around a reading. Text that only points at a file elsewhere is
   * refused, whatever was expected.
   */
  <T> T read(Reading<T> reading) {
    try (InputStream bytes = new BufferedInputStream(opener.open(), 1 << 16)) {
      bytes.mark(POINTER.length);
      byte[] start = bytes.readNBytes(POINTER.length);
      bytes.reset();
      if (Arrays.equals(start, POINTER)) {
        throw refusal(
            "holds only a git-lfs pointer, not the data; fetch the data itself (git lfs pull)");
      }
      return reading.read(bytes);
    } catch (IOException e) {
      throw failure(e);
    } catch (UncheckedIOException e) {
      // What the CSV parser makes of an IOException while it goes from line to line.
      throw failure(Objects.requireNonNull(e.getCause()));
    }
  }

  private RuntimeException failure(IOException e) {
    return e instanceof EOFException || e instanceof ZipException || e instanceof CSVException
        ? new IllegalArgumentException(name + ": is cut or damaged: " + e.getMessage(), e)
        : new UncheckedIOException("reading " + name, e);
  }
}
