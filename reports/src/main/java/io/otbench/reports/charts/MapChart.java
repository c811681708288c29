package io.otbench.reports.charts;

import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.PointCloud.Pair;
import io.otbench.reports.results.PointCloud.Point;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plot of one panel: points of the plane, arrows between them, or a bent grid. */
final class MapChart {
  /** Length of each side in pixels. */
  static final int SIDE = 250;

  /** More arrows than this hide each other. */
  static final int ARROWS = 64;

  /** How many times a displacement is drawn where maps that move little bend a grid. */
  static final int MAGNIFIED = 10;

  static final Color SOURCE = new Color(0xA6CBE8);
  static final Color TARGET = new Color(0xB9B9B9);
  static final Color TRUTH = new Color(0x444444);
  static final Color FRAME = new Color(0xD5D5D5);
  private static final double HEAD_SHARE = 0.06;
  private static final double ARROW_WHITE = 0.35;
  private static final Marker FAINT = new Dot(2.4);
  private static final Marker STRONG = new Dot(2.8);

  private final PlaneRange range;
  private final XYChart chart;

  private MapChart(PlaneRange range) {
    this.range = range;
    this.chart = new XYChartBuilder().width(SIDE).height(SIDE).build();
    Style.bare(chart.getStyler());
    chart.getStyler().setXAxisMin(range.first() - range.half());
    chart.getStyler().setXAxisMax(range.first() + range.half());
    chart.getStyler().setYAxisMin(range.second() - range.half());
    chart.getStyler().setYAxisMax(range.second() + range.half());
  }

  /**
   * Source, target and, where it is known, the true map.
   *
   * @param magnified how many times the true displacement is drawn
   */
  static XYChart data(PointCloud cloud, PlaneRange range, int magnified) {
    MapChart plot = new MapChart(range);
    plot.addPoints("target", cloud.target(), TARGET, FAINT);
    plot.addPoints("source", cloud.pairs().stream().map(Pair::x).toList(), SOURCE, STRONG);
    plot.addArrows("true arrows", magnified(cloud.truth(), magnified), TRUTH);
    return plot.chart;
  }

  /** Where a solver brings the points of the source. */
  static XYChart transported(PointCloud cloud, PlaneRange range, Color colour) {
    MapChart plot = new MapChart(range);
    plot.addPoints("target", cloud.target(), TARGET, FAINT);
    plot.addPoints("source", cloud.pairs().stream().map(Pair::x).toList(), SOURCE, FAINT);
    plot.addArrows("arrows", cloud.pairs(), Palette.tint(colour, ARROW_WHITE));
    plot.addPoints("transported", cloud.pairs().stream().map(Pair::y).toList(), colour, STRONG);
    return plot.chart;
  }

  /** Rows of a table, and over them generated ones, of which there may be none. */
  static XYChart rows(List<Point> data, List<Point> generated, PlaneRange range, Color colour) {
    MapChart plot = new MapChart(range);
    plot.addPoints("data", data, generated.isEmpty() ? colour : TARGET, FAINT);
    plot.addPoints("generated", generated, colour, STRONG);
    return plot.chart;
  }

  /**
   * How a map bends a grid: the displacement of its nodes, magnified.
   *
   * @param nodes the nodes of the grid and their images, row by row
   * @param under the same of a map to compare with; may be empty
   */
  static XYChart mesh(List<Pair> nodes, List<Pair> under, PlaneRange range, Color colour) {
    MapChart plot = new MapChart(range);
    plot.addMesh("mesh under", magnified(under, MAGNIFIED), TARGET, 1);
    plot.addMesh("mesh", magnified(nodes, MAGNIFIED), colour, 1.2f);
    return plot.chart;
  }

  static List<Pair> magnified(List<Pair> pairs, int factor) {
    return pairs.stream().map(pair -> new Pair(pair.x(), magnified(pair, factor))).toList();
  }

  private static Point magnified(Pair pair, int factor) {
    return new Point(
        pair.x().first() + factor * (pair.y().first() - pair.x().first()),
        pair.x().second() + factor * (pair.y().second() - pair.x().second()));
  }

  private void addPoints(String name, List<Point> points, Color colour, Marker marker) {
    List<Point> seen = points.stream().filter(range::contains).toList();
    if (!seen.isEmpty()) {
      XYSeries series =
          chart.addSeries(
              name,
              seen.stream().mapToDouble(Point::first).toArray(),
              seen.stream().mapToDouble(Point::second).toArray());
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
      series.setMarker(marker);
      series.setMarkerColor(colour);
    }
  }

  private void addArrows(String name, List<Pair> pairs, Color colour) {
    Polyline arrows = new Polyline();
    pairs.stream()
        .limit(ARROWS)
        .filter(pair -> range.contains(pair.x()) && range.contains(pair.y()))
        .forEach(pair -> arrows.arrow(pair.x(), pair.y(), HEAD_SHARE * range.half()));
    addLines(name, arrows, colour, 1);
  }

  private void addMesh(String name, List<Pair> nodes, Color colour, float width) {
    int side = (int) Math.round(Math.sqrt(nodes.size()));
    Polyline lines = new Polyline();
    for (int line = 0; line < side; line++) {
      List<Point> row = new ArrayList<>();
      List<Point> column = new ArrayList<>();
      for (int i = 0; i < side; i++) {
        row.add(nodes.get(line * side + i).y());
        column.add(nodes.get(i * side + line).y());
      }
      addSeen(lines, row);
      addSeen(lines, column);
    }
    addLines(name, lines, colour, width);
  }

  /** A line is drawn in the pieces that can be seen. */
  private void addSeen(Polyline lines, List<Point> line) {
    List<Point> piece = new ArrayList<>();
    for (Point point : line) {
      if (range.contains(point)) {
        piece.add(point);
      } else {
        lines.stroke(piece);
        piece = new ArrayList<>();
      }
    }
    lines.stroke(piece);
  }

  private void addLines(String name, Polyline lines, Color colour, float width) {
    if (!lines.isEmpty()) {
      XYSeries series = chart.addSeries(name, lines.first(), lines.second());
      series.setMarker(SeriesMarkers.NONE);
      series.setLineColor(colour);
      series.setLineStyle(Style.solid(width));
    }
  }
}
