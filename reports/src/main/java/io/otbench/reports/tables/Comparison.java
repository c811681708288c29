package io.otbench.reports.tables;

import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.MetricNames;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One metric of one solver on one problem beside what is known of it.
 *
 * @param metric name of the metric
 * @param ours mean over the seeds that ended well
 * @param published what the paper of the method prints
 * @param linear the same metric of the {@code linear} reference solver on the same problem
 */
public record Comparison(
    CellGroup group,
    String metric,
    Optional<Estimate> ours,
    Optional<PublishedValue> published,
    Optional<Estimate> linear) {

  /** Ours minus published; none if either is missing or the published value is only a bound. */
  public OptionalDouble difference() {
    return exact().isPresent() && ours.isPresent()
        ? OptionalDouble.of(ours.get().mean() - exact().get().value().doubleValue())
        : OptionalDouble.empty();
  }

  /** Ours divided by published; none where there is no difference. */
  public OptionalDouble ratio() {
    return exact().isPresent() && ours.isPresent()
        ? quotient(ours.get().mean(), exact().get().value().doubleValue())
        : OptionalDouble.empty();
  }

  /**
   * Ours divided by the linear reference; none for the reference itself, and none of estimates that
   * chance made negative.
   */
  public OptionalDouble ratioToLinear() {
    return ours.isPresent() && linear.isPresent() && !group.solver().equals("linear")
        ? quotient(ours.get().mean(), linear.get().mean())
        : OptionalDouble.empty();
  }

  /** The least value that can be measured here, where the metric has such a floor. */
  public Optional<Estimate> floor() {
    return metric.equals(MetricNames.TARGET_ERROR)
        ? group.estimate(MetricNames.TARGET_ERROR_FLOOR)
        : Optional.empty();
  }

  /**
   * The ratio to the published value in digits, or on which side of a published bound ours lies.
   */
  public String ratioText() {
    if (ours.isEmpty() || published.isEmpty()) {
      return "";
    }
    PublishedValue value = published.get();
    if (value.isBound()) {
      int side = Double.compare(ours.get().mean(), value.value().doubleValue());
      return side == 0 ? "at bound" : side < 0 ? "below bound" : "above bound";
    }
    String about = value.isReadOff() ? PublishedValue.READ_OFF : "";
    return ratio().isPresent() ? about + Numbers.ratio(ratio().getAsDouble()) : "";
  }

  /** How the cells that are not ok ended: {@code diverged}, {@code 1 timeout}, or nothing. */
  public String notOkText() {
    boolean onlyOneWay = ours.isEmpty() && group.notOk().size() == 1;
    return group.notOk().entrySet().stream()
        .map(
            entry ->
                onlyOneWay ? entry.getKey().text() : entry.getValue() + " " + entry.getKey().text())
        .collect(Collectors.joining(", "));
  }

  private Optional<PublishedValue> exact() {
    return published.filter(value -> !value.isBound());
  }

  private static OptionalDouble quotient(double ours, double other) {
    return ours >= 0 && other > 0 ? OptionalDouble.of(ours / other) : OptionalDouble.empty();
  }
}
