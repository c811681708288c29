package io.otbench.reports.statistics;

import org.apache.commons.statistics.descriptive.Mean;

/**
 * The mean of independent runs and how far it can be trusted.
 *
 * <p>The interval is a bootstrap interval. Of two to five runs it is their range, the widest that
 * resamples can be: {@link #confidence} says how little that is.
 *
 * @param low lower end of the interval; the mean itself for one run
 * @param high upper end of the interval; the mean itself for one run
 * @param n number of runs
 */
public record Estimate(double mean, double low, double high, int n) {
  private static final double CONFIDENCE = 0.95;

  /**
   * The estimate from one value per run.
   *
   * @throws IllegalArgumentException if there is no value
   */
  public static Estimate of(double... values) {
    int n = values.length;
    if (n == 0) {
      throw new IllegalArgumentException("values of an estimate must not be empty");
    }
    double mean = Mean.of(values).getAsDouble();
    if (n == 1) {
      return new Estimate(mean, mean, mean, 1);
    }
    Bootstrap.Interval interval = Bootstrap.ofMean(values);
    return new Estimate(mean, interval.low(), interval.high(), n);
  }

  /** Whether there are several runs, and so an interval. */
  public boolean hasInterval() {
    return n > 1;
  }

  /**
   * How often such an interval holds the true mean: 0.95, or less of so few runs that even their
   * range holds it less often. The range of n values of a symmetric distribution misses the mean
   * when all lie on one side of it, so it holds the mean with probability 1 - 2^(1 - n): 50 %, 75
   * %, 88 % and 94 % for two to five runs.
   */
  public double confidence() {
    return confidence(n);
  }

  /** The {@link #confidence()} of estimates from n runs. */
  public static double confidence(int n) {
    return Math.min(CONFIDENCE, 1 - Math.pow(2, 1 - n));
  }

  /** Whether the interval of n runs is their range: too few for one of {@value #CONFIDENCE}. */
  public static boolean isRange(int n) {
    return confidence(n) < CONFIDENCE;
  }

  /** The estimate of exp(mean): a geometric mean from the mean of logarithms. */
  Estimate exp() {
    return new Estimate(Math.exp(mean), Math.exp(low), Math.exp(high), n);
  }
}
