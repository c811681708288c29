package io.otbench.benchmarks.metrics.twosample;

/**
 * Sums over pairs of rows.
 *
 * @param kernels sum of exp(-alpha |a - b|^2), one number per alpha
 * @param distance sum of |a - b|
 * @param pairs number of pairs
 */
public record PairSums(double[] kernels, double distance, long pairs) {

  /** Those of one alpha. */
  public PairSums only(int alpha) {
    return new PairSums(new double[] {kernels[alpha]}, distance, pairs);
  }

  double meanKernel(int alpha) {
    return kernels[alpha] / pairs;
  }

  double meanDistance() {
    return distance / pairs;
  }
}
