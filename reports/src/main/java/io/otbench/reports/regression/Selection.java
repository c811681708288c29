package io.otbench.reports.regression;

import io.otbench.reports.statistics.MetricDirection;
import java.util.Set;

/**
 * What is compared.
 *
 * @param names names of metrics, and words of {@link Measure}; empty for everything that is a score
 */
public record Selection(Set<String> names) {

  /** Every score, time and memory. */
  public static final Selection ALL = new Selection(Set.of());

  public Selection {
    names = Set.copyOf(names);
  }

  boolean has(Measure measure) {
    return names.isEmpty() || names.contains(measure.text());
  }

  /** Whether a measure is asked for by its name. */
  boolean names(Measure measure) {
    return names.contains(measure.text());
  }

  /**
   * Whether a metric is compared; one of another project is if it is named, and is an error. What
   * is no score, such as a number of rows, is not even if it is named.
   */
  boolean hasMetric(String metric) {
    return (names.contains(metric) && !MetricDirection.isNoScore(metric))
        || (has(Measure.ACCURACY) && MetricDirection.of(metric) != MetricDirection.NEITHER);
  }
}
