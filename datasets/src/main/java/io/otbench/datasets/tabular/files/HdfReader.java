package io.otbench.datasets.tabular.files;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfException;
import io.otbench.datasets.FloatRows;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads two-dimensional data sets of floats from HDF5 files. */
public final class HdfReader {

  private HdfReader() {}

  /**
   * A data set in float32.
   *
   * @throws IllegalArgumentException when the file or the data set is no such table or has a number
   *     that is not finite
   */
  public static FloatRows readFloats(Path file, String dataset, TableLimits limits) {
    TableSource source = TableSource.of(file);
    // First of all that the file is not a pointer to one.
    boolean empty = source.read(bytes -> bytes.read() < 0);
    if (empty) {
      throw source.refusal("must be an HDF5 file but is empty");
    }
    try (HdfFile hdf = new HdfFile(file)) {
      Dataset rows = hdf.getDatasetByPath("/" + dataset);
      int[] shape = rows.getDimensions();
      if (shape.length != 2) {
        throw source.refusal(
            "data set '%s' must have two axes, rows and columns, but has shape %s"
                .formatted(dataset, Arrays.toString(shape)));
      }
      limits.requireColumns(source, shape[1]);
      limits.requireRows(source, shape[0], shape[1]);
      if (rows.getJavaType() != float.class && rows.getJavaType() != double.class) {
        throw source.refusal(
            "data set '%s' must hold floats but holds %s"
                .formatted(dataset, rows.getJavaType().getSimpleName()));
      }
      return finite(source, dataset, new FloatRows(shape[1], floats(rows.getDataFlat())));
    } catch (HdfException e) {
      throw new IllegalArgumentException(
          "%s: must be an HDF5 file with a whole data set '%s', but: %s"
              .formatted(source.name(), dataset, e.getMessage()),
          e);
    }
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

  private static FloatRows finite(TableSource source, String dataset, FloatRows rows) {
    for (int i = 0; i < rows.values().length; i++) {
      if (!Float.isFinite(rows.values()[i])) {
        throw source.refusal(
            "data set '%s', row %d, column %d must be a finite number but is %s"
                .formatted(dataset, i / rows.dim() + 1, i % rows.dim() + 1, rows.values()[i]));
      }
    }
    return rows;
  }
}
