package io.otbench.reports.statistics;

import java.util.List;
import java.util.Optional;

/** The metrics that figures and sentences are made of; tables show every other one too. */
public final class MetricNames {
  public static final String UVP_FORWARD = "uvp_forward";
  public static final String UVP_BACKWARD = "uvp_backward";

  /** Distance of the learned map to the true one, relative to the size of the true one. */
  public static final String RELATIVE_ERROR = "relative_error";

  /** How far the transported points are from the target as a distribution. */
  public static final String TARGET_ERROR = "target_error";

  /** The target error of fresh target points: no better one can be measured. */
  public static final String TARGET_ERROR_FLOOR = "target_error_floor";

  /**
   * How far generated rows are from those of a table: the unbiased squared maximum mean
   * discrepancy, 0 in the mean for a perfect model, with the bandwidth of the median rule.
   */
  public static final String MMD = "mmd_u@median";

  /** Rows times networks that a training sent them through: a cost, not a score. */
  public static final String NETWORK_PASSES = "network_passes";

  private MetricNames() {}

  /** The first of the metrics that any of the groups has a value of. */
  public static Optional<String> firstOf(List<String> metrics, List<CellGroup> groups) {
    return metrics.stream()
        .filter(metric -> groups.stream().anyMatch(group -> group.has(metric)))
        .findFirst();
  }

  /** The name of a metric as words of a sentence: {@code forward UVP}, {@code target error}. */
  public static String words(String metric) {
    return switch (metric) {
      case UVP_FORWARD -> "forward UVP";
      case UVP_BACKWARD -> "backward UVP";
      case MMD -> "MMD²";
      default -> metric.replace('_', ' ');
    };
  }
}
