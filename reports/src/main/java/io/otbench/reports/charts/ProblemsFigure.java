package io.otbench.reports.charts;

import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.MetricNames;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A metric of all problems of a benchmark side by side: one dot per problem and solver. */
final class ProblemsFigure {
  private static final double SPREAD = 0.76;
  private static final double BAR = 0.42;
  private static final Color FLOOR = new Color(0x222222);
  private static final Color BETWEEN = new Color(0xE2E2E2);

  private final Family all;
  private final String metric;
  private final Palette palette;
  private final LogRange range;
  private final List<String> problems;
  private final XYChart chart;

  private ProblemsFigure(
      Family all, String metric, Palette palette, LogRange range, List<String> problems) {
    this.all = all;
    this.metric = metric;
    this.palette = palette;
    this.range = range;
    this.problems = problems;
    this.chart =
        new XYChartBuilder()
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
  static Optional<XYChart> draw(Family all, String metric, Palette palette) {
    List<Double> numbers = new ArrayList<>();
    for (CellGroup group : all.groups()) {
      group
          .estimate(metric)
          .ifPresent(
              estimate -> {
                numbers.add(estimate.mean());
                numbers.add(estimate.high());
                floor(group, metric).ifPresent(floor -> numbers.add(floor.mean()));
              });
    }
    List<String> problems =
        all.groups().stream()
            .filter(group -> group.estimate(metric).isPresent())
            .map(CellGroup::problem)
            .distinct()
            .toList();
    return LogRange.of(numbers)
        .map(range -> new ProblemsFigure(all, metric, palette, range, problems).draw());
  }

  private XYChart draw() {
    Style.apply(chart.getStyler());
    Style.logarithmic(chart.getStyler(), range);
    chart.getStyler().setXAxisMin(-0.5);
    chart.getStyler().setXAxisMax(problems.size() - 0.5);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setXAxisTitleVisible(false);
    chart.getStyler().setXAxisLabelRotation(problems.size() > 4 ? 40 : 0);
    chart.getStyler().setXAxisMaxLabelCount(problems.size());
    chart
        .getStyler()
        .setxAxisTickLabelsFormattingFunction(
            x -> {
              long i = Math.round(x);
              return i >= 0 && i < problems.size() ? Style.label(problems.get((int) i)) : "";
            });
    addTicks();
    addBetween();
    Map<String, List<CellGroup>> byLabel = all.byLabel();
    List<String> labels = List.copyOf(byLabel.keySet());
    byLabel.forEach(
        (label, groups) -> {
          double offset =
              (labels.indexOf(label) - (labels.size() - 1) / 2.0) * SPREAD / labels.size();
          addWhiskers(label, groups, offset);
          addDots(label, groups, offset);
        });
    addFloor();
    return chart;
  }

  /** XChart puts ticks at the places of the points if those come first and at equal distances. */
  private void addTicks() {
    double[] x = new double[problems.size()];
    double[] y = new double[problems.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      y[i] = range.min();
    }
    XYSeries ticks = chart.addSeries("ticks", x, y);
    ticks.setShowInLegend(false);
    ticks.setLineStyle(SeriesLines.NONE);
    ticks.setMarker(SeriesMarkers.NONE);
  }

  private void addBetween() {
    List<double[]> points = new ArrayList<>();
    for (int i = 1; i < problems.size(); i++) {
      addStroke(points, i - 0.5, range.min(), i - 0.5, range.max());
    }
    addLines("between", points, BETWEEN, Style.solid(1));
  }

  private void addDots(String label, List<CellGroup> groups, double offset) {
    List<double[]> points = new ArrayList<>();
    for (CellGroup group : groups) {
      group
          .estimate(metric)
          .ifPresent(
              estimate ->
                  points.add(new double[] {place(group) + offset, range.clip(estimate.mean())}));
    }
    if (points.isEmpty()) {
      return;
    }
    String solver = groups.get(0).solver();
    XYSeries series = addSeries("ours " + label, points);
    series.setLabel(Style.label(label));
    series.setLineStyle(SeriesLines.NONE);
    series.setMarker(palette.marker(solver));
    series.setMarkerColor(palette.of(groups.get(0), all.groups()));
  }

  private void addWhiskers(String label, List<CellGroup> groups, double offset) {
    List<double[]> points = new ArrayList<>();
    for (CellGroup group : groups) {
      Optional<Estimate> ours = group.estimate(metric).filter(o -> o.halfWidth().isPresent());
      ours.ifPresent(
          estimate -> {
            double x = place(group) + offset;
            addStroke(points, x, range.clip(estimate.low()), x, range.clip(estimate.high()));
          });
    }
    addLines(
        "interval " + label, points, palette.of(groups.get(0), all.groups()), Style.solid(1.5f));
  }

  /** The floor belongs to the problem: the mean over what the solvers' cells measured. */
  private void addFloor() {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      String problem = problems.get(i);
      double[] floors =
          all.groups().stream()
              .filter(group -> group.problem().equals(problem))
              .flatMap(group -> floor(group, metric).stream())
              .mapToDouble(Estimate::mean)
              .toArray();
      if (floors.length > 0) {
        double floor = range.clip(Estimate.of(floors).mean());
        addStroke(points, i - BAR, floor, i + BAR, floor);
      }
    }
    addLines("floor", points, FLOOR, Style.dashed(1.5f, 5, 3));
    Optional.ofNullable(chart.getSeriesMap().get("floor"))
        .ifPresent(series -> series.setShowInLegend(true));
  }

  private static void addStroke(
      List<double[]> points, double fromX, double fromY, double toX, double toY) {
    points.add(new double[] {fromX, fromY});
    points.add(new double[] {toX, toY});
    points.add(new double[] {toX, Double.NaN});
  }

  private void addLines(String name, List<double[]> points, Color colour, BasicStroke stroke) {
    if (!points.isEmpty()) {
      XYSeries series = addSeries(name, points);
      series.setShowInLegend(false);
      series.setLineColor(colour);
      series.setLineStyle(stroke);
      series.setMarker(SeriesMarkers.NONE);
    }
  }

  private XYSeries addSeries(String name, List<double[]> points) {
    return chart.addSeries(
        name,
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }

  private int place(CellGroup group) {
    return problems.indexOf(group.problem());
  }

  private static Optional<Estimate> floor(CellGroup group, String metric) {
    return metric.equals(MetricNames.TARGET_ERROR)
        ? group.estimate(MetricNames.TARGET_ERROR_FLOOR)
        : Optional.empty();
  }
}
