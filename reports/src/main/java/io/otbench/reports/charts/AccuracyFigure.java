package io.otbench.reports.charts;

import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A metric against the dimension: one line per solver, intervals as whiskers, published values
 * dashed. The dimensions of the run stand at equal distances.
 */
final class AccuracyFigure {
  private final Family family;
  private final String metric;
  private final PublishedValues published;
  private final Palette palette;
  private final List<Integer> dims;
  private final LogRange range;
  private final XYChart chart;

  private AccuracyFigure(
      Family family, String metric, PublishedValues published, Palette palette, LogRange range) {
    this.family = family;
    this.metric = metric;
    this.published = published;
    this.palette = palette;
    this.dims = family.dims();
    this.range = range;
    this.chart =
        new XYChartBuilder()
            .width(Style.WIDTH)
            .height(Style.HEIGHT)
            .title(family.title() + ": " + Figures.title(metric))
            .xAxisTitle("dimension")
            .yAxisTitle(Figures.axis(metric, family.groups()))
            .build();
  }

  /** The chart; none if no solver of the family has a positive value of the metric. */
  static Optional<XYChart> draw(
      Family family, String metric, PublishedValues published, Palette palette) {
    List<Double> numbers = new ArrayList<>();
    for (CellGroup group : family.groups()) {
      group
          .estimate(metric)
          .ifPresent(
              ours -> {
                numbers.add(ours.mean());
                numbers.add(ours.high());
                value(published, group, metric)
                    .ifPresent(value -> numbers.add(value.value().doubleValue()));
              });
    }
    return LogRange.of(numbers)
        .map(range -> new AccuracyFigure(family, metric, published, palette, range).draw());
  }

  private XYChart draw() {
    Style.apply(chart.getStyler());
    Style.logarithmic(chart.getStyler(), range);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart
        .getStyler()
        .setxAxisTickLabelsFormattingFunction(
            x -> {
              long i = Math.round(x);
              return i >= 0 && i < dims.size() ? String.valueOf(dims.get((int) i)) : "";
            });
    addTicks();
    family.bySolver().forEach(this::addPublished);
    family.byLabel().forEach(this::addWhiskers);
    family.byLabel().forEach(this::addOurs);
    return chart;
  }

  /** XChart puts ticks at the places of the points if those come first and at equal distances. */
  private void addTicks() {
    double[] x = new double[dims.size()];
    double[] y = new double[dims.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      y[i] = range.min();
    }
    XYSeries ticks = chart.addSeries("ticks", x, y);
    ticks.setShowInLegend(false);
    ticks.setLineStyle(SeriesLines.NONE);
    ticks.setMarker(SeriesMarkers.NONE);
  }

  private void addOurs(String label, List<CellGroup> groups) {
    List<double[]> points = new ArrayList<>();
    for (CellGroup group : groups) {
      group
          .estimate(metric)
          .ifPresent(ours -> points.add(new double[] {place(group), range.clip(ours.mean())}));
    }
    if (points.isEmpty()) {
      return;
    }
    String solver = groups.get(0).solver();
    XYSeries series =
        addSeries("ours " + label, points, palette.of(groups.get(0), family.groups()));
    series.setLabel(Style.label(label));
    series.setLineStyle(palette.line(solver));
    series.setMarker(palette.marker(solver));
  }

  private void addWhiskers(String label, List<CellGroup> groups) {
    List<double[]> points = new ArrayList<>();
    for (CellGroup group : groups) {
      Optional<Estimate> ours = group.estimate(metric).filter(Estimate::hasInterval);
      ours.ifPresent(
          estimate -> {
            double x = place(group);
            points.add(new double[] {x, range.clip(estimate.low())});
            points.add(new double[] {x, range.clip(estimate.high())});
            points.add(new double[] {x, Double.NaN});
          });
    }
    if (points.isEmpty()) {
      return;
    }
    XYSeries series =
        addSeries("interval " + label, points, palette.of(groups.get(0), family.groups()));
    series.setShowInLegend(false);
    series.setLineStyle(Style.solid(1.5f));
    series.setMarker(SeriesMarkers.NONE);
  }

  private void addPublished(String solver, List<CellGroup> groups) {
    Map<Integer, PublishedValue> byDim = new TreeMap<>();
    for (CellGroup group : groups) {
      value(published, group, metric).ifPresent(value -> byDim.put(value.dim(), value));
    }
    if (byDim.isEmpty()) {
      return;
    }
    List<double[]> points = new ArrayList<>();
    byDim.forEach(
        (dim, value) ->
            points.add(new double[] {dims.indexOf(dim), range.clip(value.value().doubleValue())}));
    boolean bounds = byDim.values().stream().anyMatch(PublishedValue::isBound);
    XYSeries series = addSeries("published " + solver, points, palette.of(solver));
    series.setLabel(Style.label(solver) + (bounds ? ", published bound" : ", published"));
    series.setLineStyle(Style.dashed(1.5f, 8, 5));
    series.setMarker(SeriesMarkers.CROSS);
  }

  private XYSeries addSeries(String name, List<double[]> points, Color colour) {
    XYSeries series =
        chart.addSeries(
            name,
            points.stream().mapToDouble(point -> point[0]).toArray(),
            points.stream().mapToDouble(point -> point[1]).toArray());
    series.setLineColor(colour);
    series.setMarkerColor(colour);
    return series;
  }

  private double place(CellGroup group) {
    return dims.indexOf(group.dim());
  }

  private static Optional<PublishedValue> value(
      PublishedValues published, CellGroup group, String metric) {
    return published.of(group.problem(), group.solver(), metric);
  }
}
