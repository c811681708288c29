package io.otbench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The 95 % bootstrap interval of a mean: percentiles of the means of resamples, taken so far out
 * that the interval of few normal values is as wide as Student's (Hesterberg, "What teachers should
 * know about the bootstrap", 2015, section 3). The plain percentiles are too narrow by the factor
 * sqrt((n - 1) / n) and know nothing of the uncertain spread.
 *
 * <p>No resample leaves the range of the values. Where even that is too narrow for 95 %, of two to
 * five values, the interval is the range: see {@link Estimate#confidence}.
 *
 * <p>The same values always have the same interval: the resamples come from a stream of a fixed
 * name.
 */
final class Bootstrap {
  private static final int RESAMPLES = 4_000;
  private static final double TAIL = 0.025;
  private static final long STREAM = "bootstrap of a mean".hashCode();

  /** The ends of an interval. */
  record Interval(double low, double high) {}

  private Bootstrap() {}

  /**
   * The interval of the mean.
   *
   * @param values at least two values
   */
  static Interval ofMean(double[] values) {
    int n = values.length;
    if (Estimate.confidence(n) < 1 - 2 * TAIL) {
      return new Interval(
          Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow());
    }
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(STREAM);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += values[random.nextInt(n)];
      }
      means[i] = sum / n;
    }
    double tail = tail(n);
    double[] ends = Quantile.withDefaults().evaluate(means, tail, 1 - tail);
    return new Interval(ends[0], ends[1]);
  }

  /** The share of resamples beyond each end: that of a normal tail at Student's distance. */
  private static double tail(int n) {
    double t = TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL);
    return NormalDistribution.of(0, 1).survivalProbability(t * Math.sqrt(n / (n - 1.0)));
  }
}
