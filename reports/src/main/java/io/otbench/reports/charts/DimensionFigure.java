package io.otbench.reports.charts;

import io.otbench.reports.published.PublishedTable;
import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A metric against the dimension for a paper: ours with intervals, and every method that any paper
 * prints values of, dashed; grey if no solver of ours reproduces it. A bound has an arrow to where
 * the value lies. Zero is drawn at the lower edge.
 */
final class DimensionFigure {
  /** Four, which has no divisor in common with five markers: twenty curves look different. */
  private static final List<BasicStroke> PUBLISHED =
      List.of(
          Style.dashed(1.5f, 6, 4),
          Style.dashed(1.5f, 1.5f, 3),
          Style.dashed(1.5f, 14, 4),
          Style.dashed(1.5f, 12, 3, 1.5f, 3));

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.SQUARE);

  private static final List<Color> GREYS =
      List.of(new Color(0x8C8C8C), new Color(0x5F5F5F), new Color(0xB5B5B5));

  /** Lines of the legend about bounds: from above and from below. */
  private static final int BOUNDS = 2;

  private final Family family;
  private final String metric;
  private final Palette palette;
  private final LogRange range;
  private final XYChart chart;
  private final DataTable data =
      new DataTable(
          "kind",
          "name",
          "config",
          "variant",
          "dim",
          "mean",
          "low",
          "high",
          "confidence",
          "n",
          "source",
          "notes");

  private DimensionFigure(
      Family family, String metric, Palette palette, LogRange range, XYChart chart) {
    this.family = family;
    this.metric = metric;
    this.palette = palette;
    this.range = range;
    this.chart = chart;
  }

  /** The figure; none if no solver of the family has a positive value of the metric. */
  static Optional<PaperFigure> draw(
      String name, Family family, String metric, PublishedValues published, Palette palette) {
    List<Estimate> ours =
        family.groups().stream().flatMap(group -> group.estimate(metric).stream()).toList();
    if (ours.isEmpty()) {
      return Optional.empty();
    }
    TreeSet<Integer> dims = new TreeSet<>(family.dims());
    List<PublishedValue> values = values(published, family, metric);
    dims.addAll(first(published, family, metric));
    Map<String, TreeMap<Integer, PublishedValue>> methods = new LinkedHashMap<>();
    values.stream()
        .filter(value -> dims.contains(value.dim()))
        .forEach(
            value ->
                methods
                    .computeIfAbsent(value.method(), method -> new TreeMap<>())
                    .putIfAbsent(value.dim(), value));
    List<Double> numbers = new ArrayList<>();
    ours.forEach(estimate -> numbers.addAll(List.of(estimate.mean(), estimate.high())));
    methods
        .values()
        .forEach(
            byDim -> byDim.values().forEach(value -> numbers.add(value.value().doubleValue())));
    return LogRange.of(numbers)
        .map(
            range -> {
              XYChart chart =
                  PaperStyle.chart(
                      "dimension",
                      Figures.axis(metric, family.groups()),
                      range,
                      family.byLabel().size() + methods.size() + BOUNDS);
              PaperStyle.dimensions(chart, dims, range);
              DimensionFigure figure = new DimensionFigure(family, metric, palette, range, chart);
              figure.addPublished(methods);
              family.byLabel().forEach(figure::addOurs);
              return new PaperFigure(name, chart, figure.data);
            });
  }

  private static List<PublishedValue> values(
      PublishedValues published, Family family, String metric) {
    return published.all().stream()
        .filter(value -> value.metric().equals(metric))
        .filter(value -> value.problem().equals(family.name() + "-" + value.dim()))
        .toList();
  }

  /** The dimensions of the first table: others may go on to where no run goes. */
  private static List<Integer> first(PublishedValues published, Family family, String metric) {
    return published.tables().stream()
        .map(PublishedTable::rows)
        .map(
            rows ->
                rows.stream()
                    .filter(PublishedValue::isComparable)
                    .filter(value -> value.metric().equals(metric))
                    .filter(value -> value.problem().equals(family.name() + "-" + value.dim()))
                    .map(PublishedValue::dim)
                    .toList())
        .filter(dims -> !dims.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private void addPublished(Map<String, TreeMap<Integer, PublishedValue>> methods) {
    int place = 0;
    for (Map.Entry<String, TreeMap<Integer, PublishedValue>> method : methods.entrySet()) {
      List<PublishedValue> values = List.copyOf(method.getValue().values());
      Optional<String> solver = values.get(0).solver();
      XYSeries series =
          chart.addSeries(
              "published " + method.getKey(),
              values.stream().mapToDouble(value -> PaperStyle.place(value.dim())).toArray(),
              values.stream().mapToDouble(v -> range.clip(v.value().doubleValue())).toArray());
      Color colour = solver.map(palette::of).orElse(GREYS.get(place % GREYS.size()));
      series.setLabel(
          Style.label(method.getKey())
              + (values.stream().allMatch(PublishedValue::isJudged)
                  ? ", published"
                  : ", published of another problem"));
      series.setLineColor(colour);
      series.setMarkerColor(colour);
      series.setLineStyle(PUBLISHED.get(place % PUBLISHED.size()));
      series.setMarker(MARKERS.get(place % MARKERS.size()));
      for (PublishedValue value : values) {
        data.add(
            value.isBound() ? "published bound" : "published",
            value.method(),
            "",
            "",
            value.dim(),
            value.text(),
            "",
            "",
            "",
            "",
            value.source(),
            value.note());
      }
      place++;
    }
    addBounds(methods, "<", BoundMarker.BELOW, "published bound: the value is below");
    addBounds(methods, ">", BoundMarker.ABOVE, "published bound: the value is above");
  }

  /** One series of all methods: the arrows start at the points of their curves. */
  private void addBounds(
      Map<String, TreeMap<Integer, PublishedValue>> methods,
      String qualifier,
      BoundMarker arrow,
      String label) {
    List<double[]> points =
        methods.values().stream()
            .flatMap(byDim -> byDim.values().stream())
            .filter(value -> value.qualifier().equals(qualifier))
            .map(
                value ->
                    new double[] {
                      PaperStyle.place(value.dim()), range.clip(value.value().doubleValue())
                    })
            .toList();
    if (!points.isEmpty()) {
      XYSeries bounds = addSeries("bounds " + qualifier, points, Style.INK);
      bounds.setLabel(label);
      bounds.setLineStyle(SeriesLines.NONE);
      bounds.setMarker(arrow);
    }
  }

  private void addOurs(String label, List<CellGroup> groups) {
    List<double[]> points = new ArrayList<>();
    List<double[]> whiskers = new ArrayList<>();
    for (CellGroup group : groups) {
      group
          .estimate(metric)
          .ifPresent(
              ours -> {
                double x = PaperStyle.place(group.dim());
                points.add(new double[] {x, range.clip(ours.mean())});
                if (ours.hasInterval()) {
                  whiskers.add(new double[] {x, range.clip(ours.low())});
                  whiskers.add(new double[] {x, range.clip(ours.high())});
                  whiskers.add(new double[] {x, Double.NaN});
                }
                data.add(
                    "ours",
                    group.solver(),
                    group.config(),
                    group.variant(),
                    group.dim(),
                    ours.mean(),
                    ofInterval(ours, ours.low()),
                    ofInterval(ours, ours.high()),
                    ofInterval(ours, ours.confidence()),
                    ours.n(),
                    "",
                    "");
              });
    }
    if (points.isEmpty()) {
      return;
    }
    String solver = groups.get(0).solver();
    Color colour = palette.of(groups.get(0), family.groups());
    XYSeries series = addSeries("ours " + label, points, colour);
    series.setLabel(Style.label(label));
    series.setLineStyle(palette.line(solver));
    series.setMarker(palette.marker(solver));
    if (!whiskers.isEmpty()) {
      XYSeries intervals = addSeries("interval " + label, whiskers, colour);
      intervals.setShowInLegend(false);
      intervals.setLineStyle(Style.solid(1.5f));
      intervals.setMarker(SeriesMarkers.NONE);
    }
  }

  private static OptionalDouble ofInterval(Estimate ours, double value) {
    return ours.hasInterval() ? OptionalDouble.of(value) : OptionalDouble.empty();
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
}
