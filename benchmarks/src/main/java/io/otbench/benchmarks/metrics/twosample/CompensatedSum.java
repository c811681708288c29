package io.otbench.benchmarks.metrics.twosample;

/** A sum that keeps what rounding takes from it (A. Neumaier, ZAMM 54, 1974). */
final class CompensatedSum {

  private double sum;
  private double lost;

  void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  double value() {
    return sum + lost;
  }
}
