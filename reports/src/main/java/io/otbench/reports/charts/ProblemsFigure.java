package io.otbench.reports.charts;

import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.statistics.TableScores;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;

/** A metric of all problems of a benchmark side by side: one dot per problem and solver. */
final class ProblemsFigure {
  /** Share of a problem's room that its dots take. */
  private static final double SPREAD = 0.8;

  /** About the width of the plot in pixels, for the length of the bars of the floor. */
  private static final double PLOT_WIDTH = 780;

  /** The legend shows the bar too. */
  private static final double LONGEST_BAR = 60;

  private static final Color DARK = new Color(0x222222);
  private static final Color GREEN = new Color(0x2E7D32);

  /** A level of each problem that scores are read beside. */
  private record Level(String name, String metric, Color colour) {}

  /** The levels of the metrics that have some. */
  private static final Map<String, List<Level>> LEVELS =
      Map.of(
          MetricNames.TARGET_ERROR,
          List.of(new Level("floor", MetricNames.TARGET_ERROR_FLOOR, DARK)),
          MetricNames.MMD,
          List.of(
              new Level("perfect model", TableScores.perfectOf(MetricNames.MMD), GREEN),
              new Level("no model", TableScores.noiseOf(MetricNames.MMD), DARK)));

  private final Family all;
  private final String metric;
  private final List<Level> levels;
  private final Palette palette;
  private final LogRange range;
  private final List<String> problems;
  private final CategoryChart chart;

  private ProblemsFigure(
      Family all, String metric, Palette palette, LogRange range, List<String> problems) {
    this.all = all;
    this.metric = metric;
    this.levels = LEVELS.getOrDefault(metric, List.of());
    this.palette = palette;
    this.range = range;
    this.problems = problems;
    this.chart =
        new CategoryChartBuilder()
            .width(Style.WIDE)
            .height(Style.TALL)
            .title(all.benchmark() + ": " + MetricNames.words(metric))
            .yAxisTitle(Figures.axis(metric, all.groups()))
            .build();
  }

  /**
   * The chart; none if no solver has a positive value of the metric.
   *
   * @param all the groups of a benchmark
   */
  static Optional<CategoryChart> draw(Family all, String metric, Palette palette) {
    List<CellGroup> measured =
        all.groups().stream().filter(group -> group.estimate(metric).isPresent()).toList();
    List<Double> numbers = new ArrayList<>();
    for (CellGroup group : measured) {
      numbers.add(group.estimate(metric).orElseThrow().mean());
      for (Level level : LEVELS.getOrDefault(metric, List.of())) {
        group.estimate(level.metric()).ifPresent(value -> numbers.add(value.mean()));
      }
    }
    List<String> problems = measured.stream().map(CellGroup::problem).distinct().toList();
    return LogRange.of(metric, all.groups(), numbers)
        .map(range -> new ProblemsFigure(all, metric, palette, range, problems).draw());
  }

  private CategoryChart draw() {
    Style.apply(chart.getStyler());
    Style.logarithmic(chart.getStyler(), range);
    chart.getStyler().setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    chart.getStyler().setAvailableSpaceFill(SPREAD);
    chart.getStyler().setXAxisTitleVisible(false);
    chart.getStyler().setXAxisLabelRotation(problems.size() > 4 ? 40 : 0);
    Map<String, List<CellGroup>> byLabel = new LinkedHashMap<>();
    all.byLabel()
        .forEach(
            (label, groups) -> {
              if (groups.stream().anyMatch(group -> group.estimate(metric).isPresent())) {
                byLabel.put(label, groups);
              }
            });
    int before = byLabel.size() / 2;
    // Series stand beside each other in their order: the levels have the places in the middle.
    for (Map.Entry<String, List<CellGroup>> entry : byLabel.entrySet()) {
      if (before == 0) {
        levels.forEach(this::addLevel);
      }
      before--;
      addDots(entry.getKey(), entry.getValue());
    }
    return chart;
  }

  private void addDots(String label, List<CellGroup> groups) {
    Map<String, Double> byProblem = new HashMap<>();
    for (CellGroup group : groups) {
      group
          .estimate(metric)
          .ifPresent(estimate -> byProblem.put(group.problem(), range.clip(estimate.mean())));
    }
    add(
        "ours " + label,
        Style.label(label),
        byProblem,
        palette.marker(groups.get(0).solver()),
        palette.of(groups.get(0), all.groups()));
  }

  /** A level belongs to the problem: the mean over what the solvers' cells measured. */
  private void addLevel(Level level) {
    Map<String, Double> byProblem = new HashMap<>();
    for (String problem : problems) {
      double[] values =
          all.groups().stream()
              .filter(group -> group.problem().equals(problem))
              .flatMap(group -> group.estimate(level.metric()).stream())
              .mapToDouble(Estimate::mean)
              .toArray();
      if (values.length > 0) {
        byProblem.put(problem, range.clip(Estimate.of(values).mean()));
      }
    }
    if (!byProblem.isEmpty()) {
      double length = Math.min(LONGEST_BAR, SPREAD * PLOT_WIDTH / problems.size());
      chart.getStyler().setLegendSeriesLineLength((int) length + 6);
      add(level.name(), level.name(), byProblem, new Bar(length), level.colour());
    }
  }

  private void add(
      String name, String label, Map<String, Double> byProblem, Marker marker, Color colour) {
    List<@Nullable Double> values =
        problems.stream().<@Nullable Double>map(byProblem::get).toList();
    CategorySeries series =
        chart.addSeries(name, problems.stream().map(Style::label).toList(), values);
    series.setLabel(label);
    series.setMarker(marker);
    series.setMarkerColor(colour);
  }
}
