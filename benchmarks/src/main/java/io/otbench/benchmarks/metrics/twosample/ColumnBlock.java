package io.otbench.benchmarks.metrics.twosample;

import java.util.Arrays;

/**
 * Up to {@value #WIDTH} rows of a sample, stored coordinate by coordinate, and sums over the pairs
 * of other rows with them. Every loop runs over the rows of the block from index 0, without a
 * branch and without a call, which is what the compiler turns into vector instructions; so the
 * distances are sums of squared differences, near the speed of a matrix product and without its
 * loss of digits far from the origin.
 */
final class ColumnBlock {

  static final int WIDTH = 512;

  /**
   * exp(-s) is the 16th power of exp(-s / 16), a polynomial of degree 12: for a distance from 0 to
   * {@value #LARGEST_EXPONENT} the error is below 1e-14 in units of 1, the largest kernel.
   */
  private static final double ROOT = 16;

  /** Pairs further apart count as if they were here, where the kernel is 1.4e-21. */
  private static final double LARGEST_EXPONENT = 48;

  private static final double LEAST_ROOT_EXPONENT = -LARGEST_EXPONENT / ROOT;

  private final double[][] coordinates;
  private final double[] alphas;
  private final double[] squares;
  private final double[] exponents;

  /** Sums per row of the block: of the kernels, one array per alpha, and of the distance. */
  private final double[][] sums;

  /**
   * @param from first row
   * @param width number of rows, at most {@value #WIDTH}
   */
  ColumnBlock(Rows rows, int from, int width, double[] alphas) {
    int dim = rows.dim();
    this.coordinates = new double[dim][width];
    this.alphas = alphas;
    this.squares = new double[width];
    this.exponents = new double[width];
    this.sums = new double[alphas.length + 1][width];
    for (int j = 0; j < width; j++) {
      for (int k = 0; k < dim; k++) {
        coordinates[k][j] = rows.numbers()[(from + j) * dim + k];
      }
    }
  }

  /**
   * Adds the pairs of one row with the first rows of the block.
   *
   * @param numbers row-major; the row begins at {@code offset}
   * @param count rows of the block
   */
  void add(double[] numbers, int offset, int count) {
    Arrays.fill(squares, 0, count, 0);
    for (int k = 0; k < coordinates.length; k++) {
      addSquares(squares, coordinates[k], numbers[offset + k], count);
    }
    for (int a = 0; a < alphas.length; a++) {
      scale(exponents, squares, -alphas[a] / ROOT, count);
      addKernels(sums[a], exponents, count);
    }
    addRoots(sums[alphas.length], squares, count);
  }

  /** Adds the sums of the block to totals, the kernels first, and starts again from 0. */
  void drainInto(CompensatedSum[] totals) {
    for (int s = 0; s < sums.length; s++) {
      double sum = 0;
      for (double number : sums[s]) {
        sum += number;
      }
      totals[s].add(sum);
      Arrays.fill(sums[s], 0);
    }
  }

  /** One coordinate at a time: with four in one loop it is not vectorised. */
  private static void addSquares(double[] squares, double[] y, double x, int count) {
    for (int j = 0; j < count; j++) {
      double difference = x - y[j];
      squares[j] += difference * difference;
    }
  }

  /** Apart from the kernels, since in one loop with the maximum they are not vectorised. */
  private static void scale(double[] exponents, double[] squares, double factor, int count) {
    for (int j = 0; j < count; j++) {
      exponents[j] = Math.max(squares[j] * factor, LEAST_ROOT_EXPONENT);
    }
  }

  private static void addKernels(double[] sums, double[] exponents, int count) {
    for (int j = 0; j < count; j++) {
      double r = exponents[j];
      double p = 1 / 39_916_800.0 + r * (1 / 479_001_600.0);
      p = 1 / 362_880.0 + r * (1 / 3_628_800.0 + r * p);
      p = 1 / 5_040.0 + r * (1 / 40_320.0 + r * p);
      p = 1 / 120.0 + r * (1 / 720.0 + r * p);
      p = 1 / 6.0 + r * (1 / 24.0 + r * p);
      p = 1 + r * (1 + r * (0.5 + r * p));
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      sums[j] += p;
    }
  }

  private static void addRoots(double[] sums, double[] squares, int count) {
    for (int j = 0; j < count; j++) {
      sums[j] += Math.sqrt(squares[j]);
    }
  }
}
