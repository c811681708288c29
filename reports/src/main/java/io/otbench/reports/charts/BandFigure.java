package io.otbench.reports.charts;

import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.SolverOrder;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A metric against the training seconds for a paper: per solver the geometric mean over its seeds
 * at each checkpoint, and the band from the least to the greatest seed. Checkpoints that not every
 * seed has reached, or of which any value is not positive, are left out: a mean over fewer seeds
 * would jump. Levels of reference solvers are geometric means too.
 */
final class BandFigure {
  private static final int ALPHA = 50;

  /** A checkpoint that all seeds of a group have. */
  private record Checkpoint(long step, double seconds, double mean, double low, double high) {}

  private BandFigure() {}

  /**
   * The figure; none if there is nothing to draw.
   *
   * @param groups the groups of one problem
   * @param points points of that problem; other metrics are passed over
   */
  static Optional<PaperFigure> draw(
      String name,
      String metric,
      List<CellGroup> groups,
      List<CurvePoint> points,
      Palette palette) {
    Map<CellGroup, List<Checkpoint>> curves = new LinkedHashMap<>();
    for (CellGroup group : groups) {
      List<Checkpoint> curve =
          checkpoints(
              points.stream()
                  .filter(point -> point.metric().equals(metric))
                  .filter(point -> point.solver().equals(group.solver()))
                  .filter(point -> point.config().equals(group.config()))
                  .filter(point -> point.trainSeconds() > 0)
                  .toList());
      if (!SolverOrder.isReference(group.solver()) && !curve.isEmpty()) {
        curves.put(group, curve);
      }
    }
    Map<CellGroup, Double> levels = new LinkedHashMap<>();
    groups.stream()
        .filter(group -> SolverOrder.isReference(group.solver()))
        .forEach(
            group -> {
              double[] values = group.values(metric);
              if (values.length > 0 && Arrays.stream(values).allMatch(value -> value > 0)) {
                levels.put(group, geometricMean(Arrays.stream(values)));
              }
            });
    Optional<LogRange> x = LogRange.of(all(curves).map(Checkpoint::seconds).toList());
    Optional<LogRange> y =
        LogRange.of(
            Stream.concat(
                    levels.values().stream(),
                    all(curves).flatMap(point -> Stream.of(point.low(), point.high())))
                .toList());
    if (x.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    XYChart chart =
        PaperStyle.chart(
            "training time, seconds",
            Figures.axis(metric, groups),
            y.get(),
            curves.size() + levels.size());
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setXAxisLogarithmicDecadeOnly(true);
    chart.getStyler().setXAxisMin(x.get().min());
    chart.getStyler().setXAxisMax(x.get().max());
    DataTable data =
        new DataTable(
            "solver", "config", "variant", "step", "seconds", "mean", "low", "high", "seeds");
    levels.forEach(
        (group, level) -> {
          addLevel(chart, group, level, x.get(), palette);
          data.add(group.solver(), group.config(), group.variant(), "", "", level, "", "", "");
        });
    curves.forEach((group, curve) -> addBand(chart, group, curve, palette.of(group, groups)));
    curves.forEach(
        (group, curve) -> {
          addLine(chart, group, curve, palette, palette.of(group, groups));
          int seeds = seeds(points, metric, group);
          curve.forEach(
              at ->
                  data.add(
                      group.solver(),
                      group.config(),
                      group.variant(),
                      at.step(),
                      at.seconds(),
                      at.mean(),
                      at.low(),
                      at.high(),
                      seeds));
        });
    return Optional.of(new PaperFigure(name, chart, data));
  }

  private static Stream<Checkpoint> all(Map<CellGroup, List<Checkpoint>> curves) {
    return curves.values().stream().flatMap(List::stream);
  }

  private static List<Checkpoint> checkpoints(List<CurvePoint> points) {
    long seeds = points.stream().map(CurvePoint::seed).distinct().count();
    Map<Long, List<CurvePoint>> bySteps =
        points.stream()
            .filter(point -> point.value() > 0 && Double.isFinite(point.value()))
            .collect(Collectors.groupingBy(CurvePoint::step, TreeMap::new, Collectors.toList()));
    List<Checkpoint> checkpoints = new ArrayList<>();
    bySteps.forEach(
        (step, at) -> {
          if (at.stream().map(CurvePoint::seed).distinct().count() == seeds) {
            checkpoints.add(
                new Checkpoint(
                    step,
                    geometricMean(at.stream().mapToDouble(CurvePoint::trainSeconds)),
                    geometricMean(at.stream().mapToDouble(CurvePoint::value)),
                    at.stream().mapToDouble(CurvePoint::value).min().orElseThrow(),
                    at.stream().mapToDouble(CurvePoint::value).max().orElseThrow()));
          }
        });
    return checkpoints;
  }

  private static double geometricMean(DoubleStream values) {
    return Math.exp(values.map(Math::log).average().orElseThrow());
  }

  private static int seeds(List<CurvePoint> points, String metric, CellGroup group) {
    return (int)
        points.stream()
            .filter(point -> point.metric().equals(metric))
            .filter(point -> point.solver().equals(group.solver()))
            .filter(point -> point.config().equals(group.config()))
            .map(CurvePoint::seed)
            .distinct()
            .count();
  }

  private static void addLevel(
      XYChart chart, CellGroup group, double level, LogRange x, Palette palette) {
    XYSeries series =
        chart.addSeries(
            "level " + group.label(), new double[] {x.min(), x.max()}, new double[] {level, level});
    series.setLabel(Style.label(group.label()));
    series.setLineColor(palette.of(group.solver()));
    series.setLineStyle(palette.line(group.solver()));
    series.setMarker(SeriesMarkers.NONE);
  }

  /** There and back again: along the least values, then along the greatest. */
  private static void addBand(
      XYChart chart, CellGroup group, List<Checkpoint> curve, Color colour) {
    if (curve.stream().allMatch(at -> at.low() == at.high())) {
      return;
    }
    int n = curve.size();
    double[] x = IntStream.range(0, 2 * n).mapToDouble(i -> at(curve, i).seconds()).toArray();
    double[] y =
        IntStream.range(0, 2 * n)
            .mapToDouble(i -> i < n ? at(curve, i).low() : at(curve, i).high())
            .toArray();
    XYSeries series = chart.addSeries("band " + group.label(), x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setShowInLegend(false);
    series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), ALPHA));
    series.setLineStyle(SeriesLines.NONE);
    series.setMarker(SeriesMarkers.NONE);
  }

  private static Checkpoint at(List<Checkpoint> curve, int i) {
    return curve.get(i < curve.size() ? i : 2 * curve.size() - 1 - i);
  }

  private static void addLine(
      XYChart chart, CellGroup group, List<Checkpoint> curve, Palette palette, Color colour) {
    XYSeries series =
        chart.addSeries(
            "mean " + group.label(),
            curve.stream().mapToDouble(Checkpoint::seconds).toArray(),
            curve.stream().mapToDouble(Checkpoint::mean).toArray());
    series.setLabel(Style.label(group.label()));
    series.setLineColor(colour);
    series.setLineStyle(palette.line(group.solver()));
    series.setMarker(SeriesMarkers.NONE);
  }
}
