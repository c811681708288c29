package io.otbench.benchmarks.progress;

import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.reports.results.CellStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is known of a running cell, in words. */
final class CellProgress {

  private final String headlineMetric;
  private OptionalDouble headline = OptionalDouble.empty();
  private CellEvent.Progress latest = new CellEvent.Progress(0, 0, 0, 0);

  /**
   * The first report of a step: what came before it, such as pre-training, says nothing of pace.
   */
  private Optional<CellEvent.Progress> first = Optional.empty();

  CellProgress(String headlineMetric) {
    this.headlineMetric = headlineMetric;
  }

  void add(CellEvent event) {
    if (event instanceof CellEvent.Progress progress) {
      latest = progress;
      first = first.or(() -> Optional.of(progress));
    } else if (event instanceof CellEvent.Point point && point.metric().equals(headlineMetric)) {
      headline = OptionalDouble.of(point.value());
    }
  }

  CellEvent.Progress latest() {
    return latest;
  }

  /** Share of the planned steps that is done, 0 to 1. */
  double share() {
    return latest.plannedSteps() == 0 ? 0 : (double) latest.step() / latest.plannedSteps();
  }

  /** Such as {@code loss 0.0123, uvp_forward 0.45}. */
  String numbers() {
    List<String> known = new ArrayList<>();
    // A method without a loss reports NaN.
    if (latest.step() > 0 && !Double.isNaN(latest.loss())) {
      known.add("loss " + number(latest.loss()));
    }
    headline.ifPresent(value -> known.add(headlineMetric + " " + number(value)));
    return String.join(", ", known);
  }

  /** Training time that is left at the pace so far, such as {@code 1 min 20 s left}. */
  String timeLeft() {
    CellEvent.Progress from = first.orElse(latest);
    long steps = latest.step() - from.step();
    if (steps <= 0) {
      return "";
    }
    double secondsPerStep = (latest.trainSeconds() - from.trainSeconds()) / steps;
    return duration(secondsPerStep * (latest.plannedSteps() - latest.step())) + " left";
  }

  /** How a cell ended: the headline metric or what went wrong. */
  String result(CellOutcome outcome) {
    if (outcome.status() != CellStatus.OK) {
      return outcome.status().text() + ": " + outcome.message();
    }
    String value =
        outcome.measurements().stream()
            .filter(found -> found.metric().equals(headlineMetric))
            .map(found -> found.metric() + " " + number(found.value()) + " " + found.unit())
            .findFirst()
            .orElse("ok");
    String remark = outcome.message().isEmpty() ? "" : "; " + outcome.message();
    return "%s, trained %s%s".formatted(value, duration(outcome.cost().trainSeconds()), remark);
  }

  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return seconds < 10 ? String.format(Locale.ROOT, "%.1f s", seconds) : whole + " s";
    }
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
  }

  /** Four significant digits. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
