package io.otbench.reports.charts;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;

/**
 * What solving costs on average over the problems of a benchmark: one bar per solver. The problems
 * are those that all of its solvers have a cost of: one that failed on the dearest problem must not
 * look cheap. Solvers that have no cost of any have no bar.
 */
final class MeanCostFigure {

  private MeanCostFigure() {}

  /**
   * The chart; none if no solver has a positive cost, or no problem one of every solver.
   *
   * @param all the groups of a benchmark
   */
  static Optional<CategoryChart> draw(
      Family all,
      String name,
      ToDoubleFunction<ResultRow> cost,
      CostFigure.Axis axis,
      Palette palette) {
    Set<String> problems = shared(all, cost);
    long known = all.groups().stream().map(CellGroup::problem).distinct().count();
    String over =
        problems.size() == known
            ? ""
            : ", over the %d of %d problems of all solvers".formatted(problems.size(), known);
    Map<String, Double> means = new LinkedHashMap<>();
    all.byLabel()
        .forEach(
            (label, groups) ->
                mean(groups, problems, cost)
                    .filter(mean -> mean > 0)
                    .ifPresent(mean -> means.put(label, mean)));
    // Half, so that the smallest bar can be seen too.
    List<Double> numbers =
        means.values().stream().flatMap(mean -> Stream.of(mean, mean / 2)).toList();
    return LogRange.of(numbers)
        .map(
            range -> {
              CategoryChart chart =
                  new CategoryChartBuilder()
                      .width(Style.WIDTH)
                      .height(Style.HEIGHT)
                      .title(all.benchmark() + ": " + name + over)
                      .yAxisTitle(name)
                      .build();
              Style.apply(chart.getStyler());
              if (axis == CostFigure.Axis.LOGARITHMIC) {
                Style.logarithmic(chart.getStyler(), range);
              } else {
                chart.getStyler().setYAxisMin(0.0);
              }
              chart.getStyler().setPlotGridVerticalLinesVisible(false);
              chart.getStyler().setXAxisTitleVisible(false);
              chart.getStyler().setXAxisLabelRotation(means.size() > 4 ? 40 : 0);
              chart.getStyler().setLegendVisible(false);
              // Each bar is a series of its own, for its colour: they must not make room for the
              // others.
              chart.getStyler().setOverlapped(true);
              chart.getStyler().setAvailableSpaceFill(0.7);
              all.byLabel()
                  .forEach(
                      (label, groups) -> {
                        if (means.containsKey(label)) {
                          List<@Nullable Double> bars =
                              means.keySet().stream()
                                  .<@Nullable Double>map(
                                      other -> other.equals(label) ? means.get(label) : null)
                                  .toList();
                          CategorySeries series =
                              chart.addSeries(
                                  label, means.keySet().stream().map(Style::label).toList(), bars);
                          series.setFillColor(palette.of(groups.get(0), all.groups()));
                        }
                      });
              return chart;
            });
  }

  private static Set<String> shared(Family all, ToDoubleFunction<ResultRow> cost) {
    Set<String> shared = new HashSet<>();
    all.groups().forEach(group -> shared.add(group.problem()));
    for (List<CellGroup> groups : all.byLabel().values()) {
      Set<String> own =
          groups.stream()
              .filter(group -> group.cost(cost).isPresent())
              .map(CellGroup::problem)
              .collect(Collectors.toSet());
      if (!own.isEmpty()) {
        shared.retainAll(own);
      }
    }
    return shared;
  }

  private static Optional<Double> mean(
      List<CellGroup> groups, Set<String> problems, ToDoubleFunction<ResultRow> cost) {
    double[] costs =
        groups.stream()
            .filter(group -> problems.contains(group.problem()))
            .flatMap(group -> group.cost(cost).stream())
            .mapToDouble(Estimate::mean)
            .toArray();
    return costs.length == 0 ? Optional.empty() : Optional.of(Estimate.of(costs).mean());
  }
}
