package io.otbench.reports.charts;

import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.DrawScore;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.statistics.TableScores;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whole decades that hold all positive numbers of a figure. Zero and negative numbers have no place
 * on a logarithmic axis; they are drawn at its lower end.
 */
record LogRange(double min, double max) {

  /** The decades around the positive numbers; none if there is no such number. */
  static Optional<LogRange> of(Collection<Double> numbers) {
    double[] positive =
        numbers.stream()
            .mapToDouble(Double::doubleValue)
            .filter(number -> number > 0 && Double.isFinite(number))
            .toArray();
    if (positive.length == 0) {
      return Optional.empty();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (double number : positive) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
    double from = Math.floor(Math.log10(low));
    double to = Math.max(from + 1, Math.ceil(Math.log10(high)));
    return Optional.of(new LogRange(Math.pow(10, from), Math.pow(10, to)));
  }

  /**
   * The decades of a metric. Of {@link MetricNames#MMD}, which is positive or negative by chance
   * near 0, numbers below the least deviation of a perfect model would leave the others no room:
   * they stand at the lower end, which is a decade of its own.
   *
   * @param groups that have the numbers
   */
  static Optional<LogRange> of(String metric, List<CellGroup> groups, Collection<Double> numbers) {
    if (!metric.equals(MetricNames.MMD)) {
      return of(numbers);
    }
    double chance =
        TableScores.of(groups).stream()
            .flatMap(set -> set.perfect(metric).stream())
            .mapToDouble(DrawScore::sd)
            .filter(sd -> sd > 0)
            .min()
            .orElse(0);
    return of(numbers.stream().filter(number -> number >= chance).toList())
        .map(range -> new LogRange(range.min() / 10, range.max()));
  }

  /** The number, moved into the range; one that is not a number stays a gap. */
  double clip(double number) {
    return Double.isFinite(number) ? Math.min(max, Math.max(min, number)) : Double.NaN;
  }
}
