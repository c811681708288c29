package io.otbench.reports.statistics;

import java.util.List;

/** Whether a metric is an error, a similarity, or no score at all. */
public enum MetricDirection {
  /** An error: 0 is perfect. */
  LOWER_IS_BETTER,

  /** A similarity: 1 is perfect and the most there is. */
  HIGHER_IS_BETTER,

  /** Something to know: a reference value, a spread, a cost that has no better or worse. */
  NEITHER;

  private static final List<String> ERRORS =
      List.of(
          "uvp_",
          "bw2_uvp_",
          "relative_error",
          "target_error",
          "discrete_map_error",
          "cost_error",
          "cycle_error",
          "mmd_u",
          "mmd_v",
          "energy_distance",
          "sliced_w2_squared",
          "w2_squared_matched");
  private static final List<String> SIMILARITIES = List.of("cosine_");
  private static final List<String> NO_SCORES = List.of("_floor", "_perfect", "_noise", "_sd");

  /** Sizes, costs and reference values of this suite. */
  private static final List<String> QUANTITIES =
      List.of(
          "transport_cost",
          "w2_squared",
          "median_alpha",
          "sample_rows",
          "train_rows",
          "test_rows",
          "parameters",
          "train_seconds",
          "train_cpu_seconds",
          "network_passes");

  /** The direction of a metric by its name; {@link #NEITHER} for one that is not of this suite. */
  public static MetricDirection of(String metric) {
    if (isNoScore(metric)) {
      return NEITHER;
    }
    if (ERRORS.stream().anyMatch(metric::startsWith)) {
      return LOWER_IS_BETTER;
    }
    return SIMILARITIES.stream().anyMatch(metric::startsWith) ? HIGHER_IS_BETTER : NEITHER;
  }

  /**
   * Whether a number of this suite is no score, so that it must not be judged even where somebody
   * asks for it; a metric of another project may be a score.
   */
  public static boolean isNoScore(String metric) {
    return QUANTITIES.contains(metric) || NO_SCORES.stream().anyMatch(metric::endsWith);
  }

  /** Whether a metric is one of this suite, so that its direction or the lack of one is known. */
  public static boolean isKnown(String metric) {
    return isNoScore(metric) || of(metric) != NEITHER;
  }

  /** A value as an error, of which less is better: a similarity s becomes 1 - s. */
  public double error(double value) {
    return this == HIGHER_IS_BETTER ? 1 - value : value;
  }
}
