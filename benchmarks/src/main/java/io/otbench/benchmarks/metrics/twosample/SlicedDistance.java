package io.otbench.benchmarks.metrics.twosample;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Sliced W2^2 to a fixed sample: the mean over directions of W2^2 between the projections of two
 * samples of one size, which sorting matches (N. Bonneel et al., Journal of Mathematical Imaging
 * and Vision 51, 2015). Biased: not 0 for two samples of one law.
 */
public final class SlicedDistance {

  /** Unit vectors, one per row. */
  private final double[][] directions;

  /** The sorted projections of the fixed sample, one row per direction. */
  private final double[][] sorted;

  private final Rows to;

  /**
   * Draws the directions and sorts the projections of the sample.
   *
   * @param directions number of directions, at least 1
   * @param random the directions are uniform on the unit sphere
   */
  public SlicedDistance(Rows to, int directions, RandomGenerator random) {
    if (directions < 1) {
      throw new IllegalArgumentException("directions must be at least 1 but is " + directions);
    }
    this.to = to;
    this.directions = new double[directions][];
    this.sorted = new double[directions][];
    for (int i = 0; i < directions; i++) {
      this.directions[i] = direction(to.dim(), random);
      this.sorted[i] = sortedProjection(to, this.directions[i]);
    }
  }

  private static double[] direction(int dim, RandomGenerator random) {
    double[] direction = new double[dim];
    double square = 0;
    for (int k = 0; k < dim; k++) {
      direction[k] = random.nextGaussian();
      square += direction[k] * direction[k];
    }
    for (int k = 0; k < dim; k++) {
      direction[k] /= Math.sqrt(square);
    }
    return direction;
  }

  private static double[] sortedProjection(Rows rows, double[] direction) {
    double[] projection = new double[rows.count()];
    for (int i = 0; i < projection.length; i++) {
      double sum = 0;
      for (int k = 0; k < direction.length; k++) {
        sum += rows.numbers()[i * direction.length + k] * direction[k];
      }
      projection[i] = sum;
    }
    Arrays.sort(projection);
    return projection;
  }

  /**
   * Mean over the directions of W2^2 of the projections.
   *
   * @param from as many rows of the same dimension
   */
  public double squaredFrom(Rows from) {
    to.requireDim(from);
    if (from.count() != to.count()) {
      throw new IllegalArgumentException(
          "samples must have one number of rows but have %d and %d"
              .formatted(from.count(), to.count()));
    }
    double sum = 0;
    for (int i = 0; i < directions.length; i++) {
      double[] projection = sortedProjection(from, directions[i]);
      for (int j = 0; j < projection.length; j++) {
        double difference = projection[j] - sorted[i][j];
        sum += difference * difference;
      }
    }
    return sum / directions.length / to.count();
  }
}
