package io.otbench.solvers.reference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;

/** The map that sends a point where its nearest sample is sent. */
final class NearestSample {

  private NearestSample() {}

  /**
   * The extension of samples[i] -&gt; images[i] to all points.
   *
   * @param samples row-major (n, d)
   * @param images row-major (n, d)
   */
  static PointMap map(double[] samples, double[] images, int dim) {
    double[] offsets = ChunkedMap.negativeHalfNorms(samples, dim);
    return ChunkedMap.of(
        dim,
        points -> {
          NDArray set = EngineArrays.create(points.getManager(), samples, dim, DataType.FLOAT64);
          long[] nearest = ChunkedMap.scores(points, set, offsets).argMax(1).toLongArray();
          int[] rows = new int[nearest.length];
          for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) nearest[i];
          }
          return rows(images, dim, rows);
        });
  }

  /** The rows of a row-major (n, d) matrix in the given order. */
  static double[] rows(double[] matrix, int dim, int[] order) {
    double[] taken = new double[order.length * dim];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(matrix, order[i] * dim, taken, i * dim, dim);
    }
    return taken;
  }
}
