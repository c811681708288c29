package io.otbench.reports.charts;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What solving costs on average over the problems of a benchmark: one bar per solver, which lies
 * beside its name, as slanted names under upright bars point at the wrong ones. The problems are
 * those that all of its solvers have a cost of: one that failed on the dearest problem must not
 * look cheap. Solvers that have no cost of any have no bar.
 */
final class MeanCostFigure {
  /** Height of a bar with its gap, in pixels. */
  private static final int ROW = 28;

  private static final int BAR = 17;

  /** Height of what is above and below the bars, in pixels. */
  private static final int AROUND = 110;

  private MeanCostFigure() {}

  /**
   * The chart; none if no solver has a positive cost, or no problem one of every solver.
   *
   * @param all the groups of a benchmark
   */
  static Optional<XYChart> draw(
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
              XYChart chart = chart(all.benchmark() + ": " + name + over, name, means.size());
              boolean logarithmic = axis == CostFigure.Axis.LOGARITHMIC;
              chart.getStyler().setXAxisLogarithmic(logarithmic);
              chart.getStyler().setXAxisLogarithmicDecadeOnly(true);
              double from = logarithmic ? range.min() : 0;
              chart.getStyler().setXAxisMin(from);
              if (logarithmic) {
                chart.getStyler().setXAxisMax(range.max());
              }
              Map<String, String> labels = Style.labels(means.keySet());
              Map<Long, String> names = new TreeMap<>();
              means.forEach(
                  (label, mean) -> {
                    // The first stands above.
                    long place = means.size() - names.size();
                    names.put(place, labels.getOrDefault(label, label));
                    CellGroup any = all.byLabel().getOrDefault(label, List.of()).get(0);
                    addBar(chart, label, place, from, mean, palette.of(any, all.groups()));
                  });
              chart
                  .getStyler()
                  // Ticks beyond the ends are not drawn, but no two may have the same label.
                  .setyAxisTickLabelsFormattingFunction(
                      place -> names.getOrDefault(Math.round(place), String.valueOf(place)));
              return chart;
            });
  }

  private static XYChart chart(String title, String axis, int bars) {
    XYChart chart =
        new XYChartBuilder()
            .width(Style.WIDTH)
            .height(AROUND + ROW * bars)
            .title(title)
            .xAxisTitle(axis)
            .build();
    Style.apply(chart.getStyler());
    chart.getStyler().setYAxisTitleVisible(false);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setPlotGridHorizontalLinesVisible(false);
    chart.getStyler().setYAxisMin(0.5);
    chart.getStyler().setYAxisMax(bars + 0.5);
    // A tick at each bar.
    chart.getStyler().setYAxisTickMarkSpacingHint(ROW);
    chart.getStyler().setPlotContentSize(1);
    return chart;
  }

  private static void addBar(
      XYChart chart, String label, double place, double from, double to, Color colour) {
    XYSeries bar = chart.addSeries(label, new double[] {from, to}, new double[] {place, place});
    bar.setLineColor(colour);
    bar.setLineStyle(new BasicStroke(BAR, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    bar.setMarker(SeriesMarkers.NONE);
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
