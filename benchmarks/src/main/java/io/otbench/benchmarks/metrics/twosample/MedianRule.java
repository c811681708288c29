package io.otbench.benchmarks.metrics.twosample;

import java.util.Arrays;

/** The bandwidth that a sample suggests by itself. */
public final class MedianRule {

  /** Rows whose pairs are sorted; of more rows, so many evenly spaced ones. */
  private static final int MAX_ROWS = 2_048;

  private MedianRule() {}

  /**
   * alpha = 1 / (2 median |a - b|^2) over the pairs i &lt; j of the rows, of at most {@value
   * #MAX_ROWS} of them; the median of an even number of pairs is the lower of the middle two.
   *
   * @param rows at least 2
   * @throws IllegalArgumentException when half of the pairs or more are of equal rows
   */
  public static double alpha(Rows rows) {
    double median = medianSquaredDistance(rows.spread(Math.min(MAX_ROWS, rows.count())));
    if (median == 0) {
      throw new IllegalArgumentException(
          "the median distance of the rows must be above 0, but most of them are equal");
    }
    return 1 / (2 * median);
  }

  private static double medianSquaredDistance(Rows rows) {
    int n = rows.count();
    if (n < 2) {
      throw new IllegalArgumentException("a sample must have at least 2 rows but has 1");
    }
    double[] squares = new double[n * (n - 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        squares[at] = squaredDistance(rows, i, j);
        at++;
      }
    }
    Arrays.sort(squares);
    return squares[(squares.length - 1) / 2];
  }

  private static double squaredDistance(Rows rows, int i, int j) {
    int dim = rows.dim();
    double sum = 0;
    for (int k = 0; k < dim; k++) {
      double difference = rows.numbers()[i * dim + k] - rows.numbers()[j * dim + k];
      sum += difference * difference;
    }
    return sum;
  }
}
