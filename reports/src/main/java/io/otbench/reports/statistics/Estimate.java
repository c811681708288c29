package io.otbench.reports.statistics;

import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of independent runs and how far it can be trusted.
 *
 * @param halfWidth half the width of the 95 % Student-t interval of the mean; none for one run
 * @param n number of runs
 */
public record Estimate(double mean, OptionalDouble halfWidth, int n) {
  private static final double TAIL = 0.025;

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
      return new Estimate(mean, OptionalDouble.empty(), 1);
    }
    double t = TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL);
    double deviation = StandardDeviation.of(values).getAsDouble();
    return new Estimate(mean, OptionalDouble.of(t * deviation / Math.sqrt(n)), n);
  }

  /** Lower end of the interval, the mean itself for one run. */
  public double low() {
    return mean - halfWidth.orElse(0);
  }

  /** Upper end of the interval, the mean itself for one run. */
  public double high() {
    return mean + halfWidth.orElse(0);
  }
}
