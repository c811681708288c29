package io.otbench.datasets.tabular.files;

import io.otbench.datasets.FloatRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads NumPy's NPY files: version 1 or 2, little-endian float32 or float64, either order of axes.
 */
public final class NpyReader {

  private static final int BLOCK_BYTES = 1 << 16;

  private NpyReader() {}

  /** Takes number {@code index} in row-major order. */
  @FunctionalInterface
  private interface Sink {

    void accept(int index, double value);
  }

  /**
   * A table in float64, its columns named c1, c2, ...
   *
   * @throws IllegalArgumentException when the file is no such table, is cut, has too many bytes, or
   *     has a number that is not finite
   */
  public static Table readTable(TableSource source, TableLimits limits) {
    return source.read(
        bytes -> {
          NpyHeader header = tableHeader(source, bytes, limits);
          int columns = Math.toIntExact(header.shape().get(1));
          double[] values = new double[Math.toIntExact(header.count())];
          readNumbers(
              source,
              bytes,
              header,
              (index, value) -> values[index] = finite(source, index, columns, value));
          return new Table(Table.numbered(columns), Math.toIntExact(header.shape().get(0)), values);
        });
  }

  /** As {@link #readTable}, in float32, in which numbers must be finite too. */
  public static FloatRows readFloats(TableSource source, TableLimits limits) {
    return source.read(
        bytes -> {
          NpyHeader header = tableHeader(source, bytes, limits);
          int columns = Math.toIntExact(header.shape().get(1));
          float[] values = new float[Math.toIntExact(header.count())];
          readNumbers(
              source,
              bytes,
              header,
              (index, value) ->
                  values[index] = (float) finite(source, index, columns, (float) value));
          return new FloatRows(columns, values);
        });
  }

  /** The numbers of an array of any shape, in row-major order. */
  static double[] readArray(TableSource source, InputStream bytes, int maxNumbers)
      throws IOException {
    NpyHeader header = NpyHeader.read(source, bytes);
    if (header.count() > maxNumbers) {
      throw source.refusal(
          "must have at most %d numbers but announces %d".formatted(maxNumbers, header.count()));
    }
    if (header.fortran() && header.shape().size() > 2) {
      throw source.refusal("must have at most two axes in Fortran order but has " + header.shape());
    }
    double[] values = new double[Math.toIntExact(header.count())];
    readNumbers(source, bytes, header, (index, value) -> values[index] = value);
    return values;
  }

  private static NpyHeader tableHeader(TableSource source, InputStream bytes, TableLimits limits)
      throws IOException {
    NpyHeader header = NpyHeader.read(source, bytes);
    if (header.shape().size() != 2) {
      throw source.refusal("must have two axes, rows and columns, but has shape " + header.shape());
    }
    limits.requireColumns(source, header.shape().get(1));
    limits.requireRows(source, header.shape().get(0), header.shape().get(1));
    return header;
  }

  private static void readNumbers(
      TableSource source, InputStream bytes, NpyHeader header, Sink sink) throws IOException {
    int count = Math.toIntExact(header.count());
    long promised = (long) count * header.width();
    if (source.size().isPresent()) {
      requireBytes(source, promised, source.size().getAsLong() - header.length());
    }
    boolean transposed = header.fortran() && header.shape().size() == 2;
    int rows = transposed ? Math.toIntExact(header.shape().get(0)) : 1;
    int columns = transposed ? Math.toIntExact(header.shape().get(1)) : 1;
    byte[] block = new byte[BLOCK_BYTES];
    ByteBuffer numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    int index = 0;
    while (index < count) {
      int wanted = Math.toIntExact(Math.min(BLOCK_BYTES, promised - (long) index * header.width()));
      int found = bytes.readNBytes(block, 0, wanted);
      if (found < wanted) {
        requireBytes(source, promised, (long) index * header.width() + found);
      }
      for (int at = 0; at < wanted; at += header.width(), index++) {
        double value = header.width() == 4 ? numbers.getFloat(at) : numbers.getDouble(at);
        sink.accept(transposed ? index % rows * columns + index / rows : index, value);
      }
    }
    if (bytes.read() >= 0) {
      throw source.refusal(
          "has more data than the %d bytes that its header promises".formatted(promised));
    }
  }

  private static void requireBytes(TableSource source, long promised, long found) {
    if (found != promised) {
      throw source.refusal(
          "must have the %d data bytes that its header promises but has %d"
              .formatted(promised, found));
    }
  }

  private static double finite(TableSource source, int index, int columns, double value) {
    if (!Double.isFinite(value)) {
      throw source.refusal(
          "row %d, column %d must be a finite number but is %s"
              .formatted(index / columns + 1, index % columns + 1, value));
    }
    return value;
  }
}
