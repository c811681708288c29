package io.otbench.solvers.reference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.networks.ScopedMap;
import java.util.function.Function;

/**
 * Maps that compare every point with all samples, in float64, a bounded number of points at once.
 */
final class ChunkedMap {

  private static final int CHUNK_ROWS = 1_024;

  private ChunkedMap() {}

  /**
   * Applies a map chunk by chunk.
   *
   * @param dim dimension d
   * @param body takes float64 points (rows, d), whose manager is closed after the call, to the
   *     numbers of their images in row-major order
   */
  static PointMap of(int dim, Function<NDArray, double[]> body) {
    return new ScopedMap(
        DataType.FLOAT64,
        points -> {
          NDManager owner = points.getManager();
          long rows = points.getShape().get(0);
          double[] images = new double[Math.toIntExact(rows * dim)];
          for (long begin = 0; begin < rows; begin += CHUNK_ROWS) {
            long end = Math.min(rows, begin + CHUNK_ROWS);
            try (NDManager scope = owner.newSubManager()) {
              NDArray chunk = points.get(begin + ":" + end);
              chunk.attach(scope);
              double[] mapped = body.apply(chunk);
              System.arraycopy(mapped, 0, images, (int) begin * dim, mapped.length);
            }
          }
          return EngineArrays.create(owner, images, dim, DataType.FLOAT64);
        });
  }

  /**
   * For every pair of a point p and a sample s the score p.s + offset_s. With the offset -|s|^2 / 2
   * it is |p|^2 / 2 - |p - s|^2 / 2: largest for the nearest sample.
   *
   * @param points shape (rows, d)
   * @param samples row-major (n, d)
   * @param offsets n numbers
   * @return shape (rows, n), attached to the manager of {@code points}
   */
  static NDArray scores(NDArray points, NDArray samples, double[] offsets) {
    NDManager scope = points.getManager();
    return points
        .matMul(samples.transpose())
        .addi(EngineArrays.create(scope, offsets, offsets.length, DataType.FLOAT64));
  }

  /** -|s|^2 / 2 for every sample s. */
  static double[] negativeHalfNorms(double[] samples, int dim) {
    double[] halves = new double[samples.length / dim];
    for (int k = 0; k < samples.length; k++) {
      halves[k / dim] -= samples[k] * samples[k] / 2;
    }
    return halves;
  }
}
