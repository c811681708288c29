package io.otbench.reports.charts;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;

/** What solving costs, as bars per solver and dimension; a cost of zero has no bar. */
final class CostFigure {

  private CostFigure() {}

  /** Costs of the same size are told apart on a linear axis, others on a logarithmic one. */
  enum Axis {
    LINEAR,
    LOGARITHMIC
  }

  /** The chart; none if no solver has a positive cost. */
  static Optional<CategoryChart> draw(
      Family family, String name, ToDoubleFunction<ResultRow> cost, Axis axis, Palette palette) {
    List<Integer> dims = family.dims();
    Map<String, List<CellGroup>> byLabel = family.byLabel();
    List<Double> numbers =
        family.groups().stream()
            .flatMap(group -> positive(group, cost).stream())
            // Half, so that the smallest bar can be seen too.
            .flatMap(mean -> Stream.of(mean, mean / 2))
            .toList();
    return LogRange.of(numbers)
        .map(
            range -> {
              CategoryChart chart =
                  new CategoryChartBuilder()
                      .width(Style.WIDTH)
                      .height(Style.HEIGHT)
                      .title(family.title() + ": " + name)
                      .xAxisTitle("dimension")
                      .yAxisTitle(name)
                      .build();
              Style.apply(chart.getStyler());
              if (axis == Axis.LOGARITHMIC) {
                Style.logarithmic(chart.getStyler(), range);
              } else {
                chart.getStyler().setYAxisMin(0.0);
              }
              chart.getStyler().setPlotGridVerticalLinesVisible(false);
              chart.getStyler().setAvailableSpaceFill(0.85);
              byLabel.forEach(
                  (label, groups) ->
                      add(chart, groups, dims, cost, palette.of(groups.get(0), family.groups())));
              return chart;
            });
  }

  private static void add(
      CategoryChart chart,
      List<CellGroup> groups,
      List<Integer> dims,
      ToDoubleFunction<ResultRow> cost,
      Color colour) {
    String label = groups.get(0).label();
    Map<Integer, Double> byDim =
        groups.stream()
            .filter(group -> positive(group, cost).isPresent())
            .collect(
                Collectors.toMap(
                    CellGroup::dim, group -> positive(group, cost).orElseThrow(), Math::max));
    if (byDim.isEmpty()) {
      return;
    }
    List<@Nullable Double> bars = dims.stream().<@Nullable Double>map(byDim::get).toList();
    CategorySeries series =
        chart.addSeries(label, dims.stream().map(String::valueOf).toList(), bars);
    series.setLabel(Style.label(label));
    series.setFillColor(colour);
  }

  private static Optional<Double> positive(CellGroup group, ToDoubleFunction<ResultRow> cost) {
    return group.cost(cost).map(Estimate::mean).filter(mean -> mean > 0);
  }
}
