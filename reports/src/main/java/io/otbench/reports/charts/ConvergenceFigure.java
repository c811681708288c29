package io.otbench.reports.charts;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.SolverOrder;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A metric against the training seconds on one problem: one thin line per seed, and a dotted level
 * for each reference solver.
 */
final class ConvergenceFigure {

  private ConvergenceFigure() {}

  /**
   * The chart; none if there is nothing to draw. Reference solvers are levels: their own curves are
   * over before the others begin.
   *
   * @param groups the groups of one problem
   * @param allPoints the points of one problem and metric
   */
  static Optional<XYChart> draw(
      String title,
      String metric,
      List<CellGroup> groups,
      List<CurvePoint> allPoints,
      Palette palette) {
    List<CurvePoint> points =
        allPoints.stream().filter(point -> !SolverOrder.isReference(point.solver())).toList();
    List<CellGroup> references =
        groups.stream()
            .filter(group -> SolverOrder.isReference(group.solver()))
            .filter(group -> group.estimate(metric).isPresent())
            .toList();
    List<Double> seconds = points.stream().map(CurvePoint::trainSeconds).toList();
    List<Double> values =
        Stream.concat(
                points.stream().map(CurvePoint::value),
                references.stream()
                    .flatMap(group -> group.estimate(metric).stream())
                    .map(estimate -> estimate.mean()))
            .toList();
    Optional<LogRange> x = LogRange.of(seconds);
    Optional<LogRange> y = LogRange.of(metric, groups, values);
    if (x.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    XYChart chart =
        new XYChartBuilder()
            .width(Style.WIDTH)
            .height(Style.HEIGHT)
            .title(title)
            .xAxisTitle("training time, seconds")
            .yAxisTitle(Figures.axis(metric, groups))
            .build();
    Style.apply(chart.getStyler());
    Style.logarithmic(chart.getStyler(), y.get());
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setXAxisLogarithmicDecadeOnly(true);
    chart.getStyler().setXAxisMin(x.get().min());
    chart.getStyler().setXAxisMax(x.get().max());
    for (CellGroup reference : references) {
      addLevel(chart, reference, metric, x.get(), y.get(), palette);
    }
    addCurves(chart, groups, points, x.get(), y.get(), palette);
    return Optional.of(chart);
  }

  private static void addLevel(
      XYChart chart, CellGroup reference, String metric, LogRange x, LogRange y, Palette palette) {
    double level = y.clip(reference.estimate(metric).orElseThrow().mean());
    XYSeries series =
        chart.addSeries(
            "level " + reference.label(),
            new double[] {x.min(), x.max()},
            new double[] {level, level});
    series.setLabel(Style.label(reference.label()));
    series.setLineColor(palette.of(reference.solver()));
    series.setLineStyle(palette.line(reference.solver()));
    series.setMarker(SeriesMarkers.NONE);
  }

  private static void addCurves(
      XYChart chart,
      List<CellGroup> groups,
      List<CurvePoint> points,
      LogRange x,
      LogRange y,
      Palette palette) {
    Map<CellKey, List<CurvePoint>> cells =
        points.stream()
            .collect(
                Collectors.groupingBy(CurvePoint::key, LinkedHashMap::new, Collectors.toList()));
    List<CellKey> inOrderOfMethods =
        cells.keySet().stream()
            .sorted(Comparator.comparing(key -> group(groups, key), CellGroup.BY_METHOD))
            .toList();
    Set<String> named = new HashSet<>();
    inOrderOfMethods.forEach(
        key -> {
          List<CurvePoint> curve = cells.getOrDefault(key, List.of());
          List<CurvePoint> inOrder =
              curve.stream().sorted(Comparator.comparingLong(CurvePoint::step)).toList();
          XYSeries series =
              chart.addSeries(
                  "cell " + key,
                  inOrder.stream().mapToDouble(point -> x.clip(point.trainSeconds())).toArray(),
                  inOrder.stream().mapToDouble(point -> y.clip(point.value())).toArray());
          CellGroup group = group(groups, key);
          series.setLabel(Style.label(group.label()));
          series.setShowInLegend(named.add(group.label()));
          series.setLineColor(palette.of(group, groups));
          series.setLineStyle(palette.line(group.solver(), 1.5f));
          series.setMarker(SeriesMarkers.NONE);
        });
  }

  /** Curves are read only of cells that have rows, so each cell has its group. */
  private static CellGroup group(List<CellGroup> groups, CellKey key) {
    return groups.stream()
        .filter(group -> group.solver().equals(key.solver()))
        .filter(group -> group.config().equals(key.config()))
        .findFirst()
        .orElseThrow();
  }
}
