package io.otbench.datasets.tabular.files;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.otbench.datasets.FloatRows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads two-dimensional data sets of floats from HDF5 files. */
public final class HdfReader {

  private final TableSource source;
  private final String dataset;
  private final TableLimits limits;

  private HdfReader(TableSource source, String dataset, TableLimits limits) {
    this.source = source;
    this.dataset = dataset;
    this.limits = limits;
  }

  /**
   * A data set in float32.
   *
   * @throws IllegalArgumentException when the file or the data set is no such table or has a number
   *     that is not finite
   */
  public static FloatRows readFloats(Path file, String dataset, TableLimits limits) {
    TableSource source = TableSource.of(file);
    // First of all that the file is not a pointer to one.
    ByteBuffer mapped = source.read(bytes -> mapped(source, file));
    return new HdfReader(source, dataset, limits).read(mapped);
  }

  /**
   * Of a mapped file the library takes slices, and fails where one would reach over the end; of an
   * open one it makes room for whatever length a damaged header announces.
   */
  private static ByteBuffer mapped(TableSource source, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() == 0) {
        throw source.refusal("must be an HDF5 file but is empty");
      }
      if (channel.size() > Integer.MAX_VALUE) {
        throw source.refusal(
            "must be an HDF5 file of at most %d bytes but has %d"
                .formatted(Integer.MAX_VALUE, channel.size()));
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }

  private FloatRows read(ByteBuffer mapped) {
    try (HdfFile hdf = guarded(() -> HdfFile.fromByteBuffer(mapped))) {
      Dataset rows = guarded(() -> hdf.getDatasetByPath("/" + dataset));
      int[] shape = guarded(rows::getDimensions);
      if (shape.length != 2) {
        throw refusal("must have two axes, rows and columns, but has shape " + text(shape));
      }
      limits.requireColumns(source, shape[1]);
      limits.requireRows(source, shape[0], shape[1]);
      Class<?> type = guarded(rows::getJavaType);
      if (type != float.class && type != double.class) {
        throw refusal("must hold floats but holds " + type.getSimpleName());
      }
      if (guarded(rows::isEmpty)) {
        throw refusal("must hold numbers but nothing was ever written to it");
      }
      requireMemory(rows);
      return finite(new FloatRows(shape[1], floats(guarded(rows::getDataFlat))));
    }
  }

  /** What is stored may be far more than the shape says. */
  private void requireMemory(Dataset rows) {
    long bytes = guarded(rows::getSizeInBytes);
    if (bytes < 0 || bytes > (long) Double.BYTES * limits.maxNumbers()) {
      throw refusal(
          "must have at most %d numbers but announces %d bytes"
              .formatted(limits.maxNumbers(), bytes));
    }
    if (rows instanceof ChunkedDataset chunked) {
      int[] chunk = guarded(chunked::getChunkDimensions);
      // Numbers of 0 come with damage; the loop over the chunks would not end.
      boolean whole = Arrays.stream(chunk).allMatch(length -> length > 0);
      double numbers = Arrays.stream(chunk).asDoubleStream().reduce(1, (a, b) -> a * b);
      if (!whole || !(numbers <= limits.maxNumbers())) {
        throw refusal(
            "must have chunks of at most %d numbers but has chunks of shape %s"
                .formatted(limits.maxNumbers(), text(chunk)));
      }
      long chunkBytes = (long) numbers * guarded(rows::getDataType).getSize();
      Optional<String> problem = guarded(new HdfChunks(chunked, chunk, chunkBytes)::problem);
      if (problem.isPresent()) {
        throw refusal(problem.get());
      }
    }
  }

  /** On damaged metadata the library ends in exceptions of every kind. */
  private <T> T guarded(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s: must be an HDF5 file with a whole data set '%s', but: %s"
              .formatted(source.name(), dataset, e),
          e);
    }
  }

  private IllegalArgumentException refusal(String what) {
    return source.refusal("data set '%s' %s".formatted(dataset, what));
  }

  private static String text(int[] shape) {
    return Arrays.toString(shape);
  }

  private static float[] floats(Object flat) {
    if (flat instanceof float[] floats) {
      return floats;
    }
    double[] doubles = (double[]) flat;
    float[] floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }

  private FloatRows finite(FloatRows rows) {
    for (int i = 0; i < rows.values().length; i++) {
      if (!Float.isFinite(rows.values()[i])) {
        throw refusal(
            "row %d, column %d must be a finite number but is %s"
                .formatted(i / rows.dim() + 1, i % rows.dim() + 1, rows.values()[i]));
      }
    }
    return rows;
  }
}
