package io.otbench.benchmarks.metrics.twosample;

/**
 * Distances of the laws of two samples, from sums over their pairs.
 *
 * @param n rows of x, at least 2
 * @param m rows of y, at least 2
 * @param xx sums over the pairs of rows of x, each pair once
 * @param yy sums over the pairs of rows of y, each pair once
 * @param xy sums over the n m pairs of a row of x and one of y
 */
public record TwoSample(int n, int m, PairSums xx, PairSums yy, PairSums xy) {

  /**
   * Squared maximum mean discrepancy, the unbiased U-statistic: 0 in the mean for two samples of
   * one law, and so negative for about half of them (A. Gretton et al., JMLR 13, 2012).
   *
   * @param alpha index of a bandwidth
   */
  public double mmdU(int alpha) {
    return xx.meanKernel(alpha) + yy.meanKernel(alpha) - 2 * xy.meanKernel(alpha);
  }

  /**
   * The V-statistic of the same, which counts every row as a pair with itself: never negative, and
   * of two samples of one law about {@link #mmdVFloor()} where few rows are neighbours.
   *
   * @param alpha index of a bandwidth
   */
  public double mmdV(int alpha) {
    return withDiagonal(xx, n, alpha) + withDiagonal(yy, m, alpha) - 2 * xy.meanKernel(alpha);
  }

  private static double withDiagonal(PairSums sums, int rows, int alpha) {
    return (2 * sums.kernels()[alpha] + rows) / ((double) rows * rows);
  }

  /** 1/n + 1/m: what the diagonals add to the V-statistic, whatever the samples. */
  public double mmdVFloor() {
    return 1.0 / n + 1.0 / m;
  }

  /**
   * 2 E|x - y| - E|x - x'| - E|y - y'|, the unbiased U-statistic (G. Szekely and M. Rizzo, Journal
   * of Statistical Planning and Inference 143, 2013). No square is taken of it nor a root.
   */
  public double energyDistance() {
    return 2 * xy.meanDistance() - xx.meanDistance() - yy.meanDistance();
  }
}
