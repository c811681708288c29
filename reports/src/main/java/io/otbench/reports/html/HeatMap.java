package io.otbench.reports.html;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.tables.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One metric of every solver on every problem. The shade of a cell tells how many times the lowest
 * mean of its problem it is; the number stands in it, so that no colour has to be read.
 *
 * @param title the metric as words, with its unit
 * @param problems names of the columns
 */
public record HeatMap(String title, List<String> problems, List<Line> lines) {
  /** Upper ends of the shades, as multiples of the lowest mean. */
  private static final double[] SHADES = {1, 1.5, 3, 10, 100};

  /** What the shades mean, from the darkest to the lightest. */
  public static final List<String> LEGEND =
      List.of("lowest mean", "up to 1.5 times", "up to 3", "up to 10", "up to 100", "more");

  private static final String NO_SHADE = "none";

  /**
   * A solver.
   *
   * @param label its name
   * @param cells one per problem
   */
  public record Line(String label, List<Cell> cells) {}

  /**
   * A solver on a problem.
   *
   * @param text its mean, or how its cells ended
   * @param shade style class: {@code h0} for the lowest mean to {@code h5}, or {@code none}
   * @param failed whether the text names a failure
   */
  public record Cell(String text, String shade, boolean failed) {}

  /** The maps of all metrics by which solvers are judged and that the groups have. */
  static List<HeatMap> of(List<CellGroup> groups) {
    return CellTable.HEADLINES.stream().flatMap(metric -> of(metric, groups).stream()).toList();
  }

  private static Optional<HeatMap> of(String metric, List<CellGroup> all) {
    Map<List<String>, List<CellGroup>> byProblem =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    group -> List.of(group.benchmark(), group.problem()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<List<CellGroup>> problems =
        byProblem.values().stream()
            .filter(groups -> groups.stream().anyMatch(it -> it.estimate(metric).isPresent()))
            .toList();
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    List<String> labels =
        problems.stream()
            .flatMap(List::stream)
            .sorted(CellGroup.BY_METHOD)
            .map(CellGroup::label)
            .distinct()
            .toList();
    String unit =
        problems.stream()
            .flatMap(List::stream)
            .map(group -> group.unit(metric))
            .filter(it -> !it.isEmpty())
            .findFirst()
            .map(it -> ", " + it.replace('_', ' '))
            .orElse("");
    return Optional.of(
        new HeatMap(
            MetricNames.words(metric) + unit,
            problems.stream().map(groups -> groups.get(0).problem()).toList(),
            labels.stream()
                .map(
                    label ->
                        new Line(
                            label,
                            problems.stream().map(groups -> cell(metric, label, groups)).toList()))
                .toList()));
  }

  private static Cell cell(String metric, String label, List<CellGroup> problem) {
    Optional<CellGroup> group = problem.stream().filter(it -> it.label().equals(label)).findFirst();
    Optional<Estimate> ours = group.flatMap(it -> it.estimate(metric));
    if (ours.isPresent()) {
      double mean = ours.get().mean();
      return new Cell(Numbers.text(mean), shade(mean, lowest(metric, problem)), false);
    }
    Map<CellStatus, Integer> ends = group.map(CellGroup::notOk).orElse(Map.of());
    return new Cell(
        ends.keySet().stream().map(CellStatus::text).collect(Collectors.joining(", ")),
        NO_SHADE,
        ends.keySet().stream().anyMatch(CellStatus::isFailure));
  }

  private static OptionalDouble lowest(String metric, List<CellGroup> problem) {
    return problem.stream()
        .flatMap(group -> group.estimate(metric).stream())
        .mapToDouble(Estimate::mean)
        .min();
  }

  /** A ratio to what is zero or negative says nothing. */
  private static String shade(double mean, OptionalDouble lowest) {
    if (lowest.orElse(0) <= 0) {
      return NO_SHADE;
    }
    int shade = 0;
    while (shade < SHADES.length && mean / lowest.getAsDouble() > SHADES[shade]) {
      shade++;
    }
    return "h" + shade;
  }
}
