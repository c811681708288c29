package io.otbench.benchmarks.metrics.twosample;

import java.util.random.RandomGenerator;

/**
 * A sample of points.
 *
 * @param numbers row-major, not copied; nobody may change them
 * @param dim numbers per row, at least 1
 */
public record Rows(double[] numbers, int dim) {

  /** Checks that there are whole rows. */
  public Rows {
    if (dim < 1 || numbers.length == 0 || numbers.length % dim != 0) {
      throw new IllegalArgumentException(
          "rows must be at least one of dim numbers each, but dim is %d and there are %d numbers"
              .formatted(dim, numbers.length));
    }
  }

  /** Float rows, widened. */
  public static Rows of(float[] numbers, int dim) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      wide[i] = numbers[i];
    }
    return new Rows(wide, dim);
  }

  /** Independent standard normal numbers in the precision of a transport, float32. */
  public static Rows normal(int count, int dim, RandomGenerator random) {
    double[] numbers = new double[Math.multiplyExact(count, dim)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return new Rows(numbers, dim);
  }

  /** Number of rows. */
  public int count() {
    return numbers.length / dim;
  }

  /**
   * A part of the rows, evenly spaced from the first on: of rows that are sorted in some way, such
   * as by time, it is as varied as the whole.
   *
   * @param size from 1 to {@link #count()}
   */
  public Rows spread(int size) {
    int[] indices = new int[size];
    for (int i = 0; i < size; i++) {
      indices[i] = (int) ((long) i * count() / size);
    }
    return select(indices);
  }

  /** The rows of the given indices, in their order. */
  public Rows select(int[] indices) {
    double[] selected = new double[Math.multiplyExact(indices.length, dim)];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(numbers, indices[i] * dim, selected, i * dim, dim);
    }
    return new Rows(selected, dim);
  }

  /** Mean over the rows of the squared distance to the row of the same index. */
  public double meanSquaredDistance(Rows other) {
    requireDim(other);
    if (other.count() != count()) {
      throw new IllegalArgumentException(
          "samples must have one number of rows but have %d and %d"
              .formatted(count(), other.count()));
    }
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      double difference = numbers[i] - other.numbers[i];
      sum += difference * difference;
    }
    return sum / count();
  }

  /** Sum over the columns of the variance, the mean squared distance to the mean of the column. */
  public double totalVariance() {
    double sum = 0;
    for (int k = 0; k < dim; k++) {
      double mean = 0;
      for (int i = k; i < numbers.length; i += dim) {
        mean += numbers[i];
      }
      mean /= count();
      for (int i = k; i < numbers.length; i += dim) {
        sum += (numbers[i] - mean) * (numbers[i] - mean);
      }
    }
    return sum / count();
  }

  void requireDim(Rows other) {
    if (other.dim != dim) {
      throw new IllegalArgumentException(
          "samples must have one dimension but have %d and %d".formatted(dim, other.dim));
    }
  }
}
