package io.otbench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The 95 % interval of the arithmetic mean of log-normal scores, by Cox's method with Student's
 * quantile (Olsson, "Confidence intervals for the mean of a log-normal distribution", 2005). A few
 * scores with a tail to the right seldom hold one of the tail, so their bootstrap interval ends too
 * low; the spread of the logarithms knows of the tail.
 */
final class LogNormalMean {
  private static final double TAIL = 0.025;

  private LogNormalMean() {}

  /** The mean with an interval that holds both the bootstrap interval and Cox's. */
  static Estimate of(double... positive) {
    Estimate plain = Estimate.of(positive);
    int n = positive.length;
    if (n == 1) {
      return plain;
    }
    double[] logs = Arrays.stream(positive).map(Math::log).toArray();
    double centre = Arrays.stream(logs).average().orElseThrow();
    double variance = Arrays.stream(logs).map(it -> (it - centre) * (it - centre)).sum() / (n - 1);
    double half =
        TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL)
            * Math.sqrt(variance / n + variance * variance / (2 * (n - 1)));
    double logOfMean = centre + variance / 2;
    return new Estimate(
        plain.mean(),
        Math.min(plain.low(), Math.exp(logOfMean - half)),
        Math.max(plain.high(), Math.exp(logOfMean + half)),
        n);
  }
}
