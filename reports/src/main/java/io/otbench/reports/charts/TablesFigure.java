package io.otbench.reports.charts;

import static io.otbench.reports.statistics.MetricNames.MMD;

import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.DrawScore;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.statistics.TableScores;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The headline score of all tables of a benchmark side by side: a dot per table and solver, and a
 * level for each of the two references. The score may be negative by chance: what is below the axis
 * stands at its lower edge as a triangle that points down.
 */
final class TablesFigure {
  /** Half the room of a table that its dots take; tables are at distance 1. */
  private static final double HALF_SPREAD = 0.4;

  private static final Color PERFECT = new Color(0x2E7D32);
  private static final Color NOISE = new Color(0x222222);
  private static final BasicStroke PERFECT_LINE = Style.solid(2);
  private static final BasicStroke NOISE_LINE = Style.dashed(2, 8, 5);

  private final List<TableScores> sets;
  private final List<CellGroup> groups;
  private final List<String> labels;
  private final Palette palette;
  private final LogRange range;
  private final XYChart chart;

  private TablesFigure(Family all, List<TableScores> sets, Palette palette, LogRange range) {
    this.sets = sets;
    this.groups = all.groups();
    this.labels =
        all.byLabel().entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(g -> g.estimate(MMD).isPresent()))
            .map(entry -> entry.getKey())
            .toList();
    this.palette = palette;
    this.range = range;
    this.chart =
        new XYChartBuilder()
            .width(Style.WIDE)
            .height(Style.TALL)
            .title(all.benchmark() + ": " + MetricNames.words(MMD))
            .yAxisTitle(Figures.axis(MMD, all.groups()))
            .build();
  }

  /**
   * The chart; none if no score is above 0.
   *
   * @param all the groups of a benchmark
   */
  static Optional<XYChart> draw(Family all, Palette palette) {
    List<TableScores> sets = TableScores.of(all.groups());
    List<Double> numbers =
        sets.stream()
            .flatMap(
                set ->
                    Stream.concat(
                        set.groups().stream().flatMap(group -> set.score(group, MMD).stream()),
                        Stream.of(set.perfect(MMD), set.noise(MMD)).flatMap(Optional::stream)))
            .map(DrawScore::mean)
            .toList();
    return range(sets, numbers).map(range -> new TablesFigure(all, sets, palette, range).draw());
  }

  /**
   * The decades of scores that mean something: those below the least deviation of a perfect model
   * are chance, and would leave the others no room.
   */
  static Optional<LogRange> range(List<TableScores> sets, List<Double> numbers) {
    double chance =
        sets.stream()
            .flatMap(set -> set.perfect(MMD).stream())
            .mapToDouble(DrawScore::sd)
            .filter(sd -> sd > 0)
            .min()
            .orElse(0);
    return LogRange.of(
        numbers.stream().map(number -> number > 0 ? Math.max(number, chance) : number).toList());
  }

  private XYChart draw() {
    Style.apply(chart.getStyler());
    Style.logarithmic(chart.getStyler(), range);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setXAxisTitleVisible(false);
    chart.getStyler().setXAxisLabelRotation(sets.size() > 4 ? 40 : 0);
    chart.getStyler().setXAxisMin(-0.5);
    chart.getStyler().setXAxisMax(sets.size() - 0.5);
    chart
        .getStyler()
        .setxAxisTickLabelsFormattingFunction(
            x -> {
              long i = Math.round(x);
              return i >= 0 && i < sets.size() ? Style.label(sets.get((int) i).problem()) : "";
            });
    addTicks();
    addLevel("no model", TableScores::noise, NOISE, NOISE_LINE);
    addLevel("perfect model", TableScores::perfect, PERFECT, PERFECT_LINE);
    labels.forEach(this::addDots);
    return chart;
  }

  /** XChart puts ticks at the places of the points if those come first and at equal distances. */
  private void addTicks() {
    double[] x = new double[sets.size()];
    double[] y = new double[sets.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      y[i] = range.min();
    }
    XYSeries ticks = chart.addSeries("ticks", x, y);
    ticks.setShowInLegend(false);
    ticks.setLineStyle(SeriesLines.NONE);
    ticks.setMarker(SeriesMarkers.NONE);
  }

  private void addLevel(
      String name,
      BiFunction<TableScores, String, Optional<DrawScore>> reference,
      Color colour,
      BasicStroke line) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      Optional<DrawScore> score = reference.apply(sets.get(i), MMD);
      if (score.isPresent()) {
        double level = range.clip(score.get().mean());
        points.add(new double[] {i - HALF_SPREAD, level});
        points.add(new double[] {i + HALF_SPREAD, level});
        points.add(new double[] {i + HALF_SPREAD, Double.NaN});
      }
    }
    if (!points.isEmpty()) {
      XYSeries series = add(name, points, colour, SeriesMarkers.NONE);
      series.setLineStyle(line);
    }
  }

  private void addDots(String label) {
    List<double[]> seen = new ArrayList<>();
    List<double[]> below = new ArrayList<>();
    int place = labels.indexOf(label);
    double shift =
        labels.size() == 1 ? 0 : HALF_SPREAD * (2.0 * place / (labels.size() - 1) - 1) * 0.95;
    CellGroup any = groups.get(0);
    for (int i = 0; i < sets.size(); i++) {
      for (CellGroup group : sets.get(i).groups()) {
        Optional<DrawScore> score = sets.get(i).score(group, MMD);
        if (group.label().equals(label) && score.isPresent()) {
          any = group;
          double mean = score.get().mean();
          (mean < range.min() ? below : seen)
              .add(new double[] {i + shift, Math.max(range.min(), mean)});
        }
      }
    }
    Color colour = palette.of(any, groups);
    boolean named = !seen.isEmpty();
    if (named) {
      scatter("ours " + label, label, seen, colour, palette.marker(any.solver()), true);
    }
    if (!below.isEmpty()) {
      scatter("below " + label, label, below, colour, SeriesMarkers.TRIANGLE_DOWN, !named);
    }
  }

  private void scatter(
      String name,
      String label,
      List<double[]> points,
      Color colour,
      Marker marker,
      boolean inLegend) {
    XYSeries series = add(name, points, colour, marker);
    series.setLabel(Style.label(label));
    series.setShowInLegend(inLegend);
    series.setLineStyle(SeriesLines.NONE);
  }

  private XYSeries add(String name, List<double[]> points, Color colour, Marker marker) {
    XYSeries series =
        chart.addSeries(
            name,
            points.stream().mapToDouble(point -> point[0]).toArray(),
            points.stream().mapToDouble(point -> point[1]).toArray());
    series.setLineColor(colour);
    series.setMarkerColor(colour);
    series.setMarker(marker);
    return series;
  }
}
