package io.otbench.datasets.planar;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.datasets.Distribution;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.RandomStreams;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;

/** Samples, maps and averages of rows as plain Java numbers. */
final class Points {

  private Points() {}

  static RandomGenerator stream(String name) {
    return RandomStreams.ofSeed(1).stream(name);
  }

  static double[] sample(Distribution distribution, int n, String stream) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray rows = distribution.sample(manager, n, stream(stream));
      assertThat(rows.getShape()).isEqualTo(new Shape(n, distribution.dim()));
      assertThat(rows.getDataType()).isEqualTo(DataType.FLOAT32);
      return EngineArrays.toDoubles(rows);
    }
  }

  static double[] map(PointMap map, int dim, double... rows) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray points = EngineArrays.create(manager, rows, dim, DataType.FLOAT64);
      NDArray mapped = map.apply(points);
      assertThat(mapped.getManager()).isSameAs(manager);
      assertThat(points.toDoubleArray()).isEqualTo(rows);
      return mapped.toDoubleArray();
    }
  }

  /** The mean of a function of the first two numbers of a row. */
  static double mean(double[] rows, int dim, DoubleBinaryOperator f) {
    double sum = 0;
    for (int at = 0; at < rows.length; at += dim) {
      sum += f.applyAsDouble(rows[at], rows[at + 1]);
    }
    return sum * dim / rows.length;
  }

  /** E|a - b|^2 over rows. */
  static double squaredDistance(double[] a, double[] b, int dim) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum * dim / a.length;
  }

  static double largestDifference(double[] a, double[] b) {
    assertThat(a).hasSameSizeAs(b);
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  /**
   * Pearson's statistic of a sample in a grid of cells over [-half, half]^2 against their exact
   * probabilities, in standard deviations above its mean: below 4 where the sample follows the law,
   * in the thousands where it does not.
   */
  static double excessOfChiSquare(
      double[] points, double half, int cells, DoubleBinaryOperator density) {
    int[] counts = new int[cells * cells];
    for (int at = 0; at < points.length; at += 2) {
      counts[cell(points[at], half, cells) * cells + cell(points[at + 1], half, cells)]++;
    }
    double width = 2 * half / cells;
    double n = points.length / 2.0;
    double statistic = 0;
    for (int i = 0; i < cells; i++) {
      for (int j = 0; j < cells; j++) {
        double left = -half + i * width;
        double bottom = -half + j * width;
        double probability =
            Quadrature.integrate(
                x1 ->
                    Quadrature.integrate(
                        x2 -> density.applyAsDouble(x1, x2), bottom, bottom + width),
                left,
                left + width);
        double expected = n * probability;
        double off = counts[i * cells + j] - expected;
        statistic += off * off / expected;
      }
    }
    double freedom = cells * cells - 1.0;
    return (statistic - freedom) / Math.sqrt(2 * freedom);
  }

  private static int cell(double x, double half, int cells) {
    assertThat(Math.abs(x)).isLessThanOrEqualTo(half * (1 + 1e-6));
    return Math.min(cells - 1, (int) ((x + half) / (2 * half) * cells));
  }
}
