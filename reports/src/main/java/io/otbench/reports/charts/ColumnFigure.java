package io.otbench.reports.charts;

import io.otbench.reports.results.TableRows;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.tables.Numbers;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Histograms of the columns of one table whose data are farthest from a normal law: a panel per
 * column, the test rows filled, a line per solver.
 */
final class ColumnFigure {
  private static final int COLUMNS = 6;
  private static final int COLUMNS_IN_ROW = 3;
  private static final int BINS = 24;
  private static final double TAIL = 0.005;

  /** A solver that puts all rows at one place must not flatten the data. */
  private static final double HIGHEST = 1.5;

  private static final Color DATA = new Color(0xD9D9D9);

  private final ShownRows rows;
  private final Palette palette;
  private final List<Integer> columns;

  ColumnFigure(ShownRows rows, Palette palette) {
    this.rows = rows;
    this.palette = palette;
    TableRows test = rows.test();
    this.columns =
        IntStream.range(0, test.columns().size())
            .boxed()
            .sorted(Comparator.comparingDouble(column -> -farness(test.column(column))))
            .limit(COLUMNS)
            .toList();
  }

  /**
   * Squared Wasserstein-2 distance between the standardised numbers and the standard normal law, by
   * its quantiles at the middles of the ranks; 0 for numbers that are all the same.
   */
  static double farness(double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElse(0);
    double variance = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    if (!(variance > 0)) {
      return 0;
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      double quantile = normal.inverseCumulativeProbability((i + 0.5) / sorted.length);
      double difference = (sorted[i] - mean) / Math.sqrt(variance) - quantile;
      sum += difference * difference;
    }
    return sum / sorted.length;
  }

  PanelSheet draw() {
    List<PanelLayout.Key> keys = new ArrayList<>(List.of(new PanelLayout.Key("data", DATA)));
    rows.groups().stream()
        .filter(group -> rows.generated(group).isPresent())
        .forEach(
            group ->
                keys.add(new PanelLayout.Key(group.label(), palette.of(group, rows.groups()))));
    return PanelLayout.sheet(
        problem() + ": columns", columns.stream().map(this::panel).toList(), COLUMNS_IN_ROW, keys);
  }

  /** What is seen, in words. */
  String caption() {
    return ("%s: histograms of %d of %d columns, those whose test rows are farthest from a normal law"
            + " by the W2 distance after standardising; %d test rows filled grey, a line per solver"
            + " for its generated rows. Columns as scaled for the training, %d bins over the central"
            + " 99 %% of the test rows; what a solver generates beyond them is counted but not drawn,"
            + " and peaks over %s times the highest of the data are cut.")
        .formatted(
            problem(),
            columns.size(),
            rows.test().columns().size(),
            rows.test().count(),
            BINS,
            HIGHEST);
  }

  private String problem() {
    return rows.groups().get(0).problem();
  }

  private Panel panel(int column) {
    double[] data = rows.test().column(column);
    double[] sorted = data.clone();
    Arrays.sort(sorted);
    double low = sorted[(int) Math.round(TAIL * (sorted.length - 1))];
    double high = sorted[(int) Math.round((1 - TAIL) * (sorted.length - 1))];
    Bins bins = high > low ? new Bins(low, high) : new Bins(low - 1, low + 1);
    double[] heights = bins.shares(data);
    double top = HIGHEST * Arrays.stream(heights).max().orElse(1);
    XYChart chart = chart(bins, top);
    add(chart, "data", bins, heights, top, DATA).setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
    for (CellGroup group : rows.groups()) {
      Optional<TableRows> generated = rows.generated(group);
      if (generated.isPresent()) {
        double[] shares = bins.shares(generated.get().column(column));
        Color colour = palette.of(group, rows.groups());
        add(chart, group.label() + " " + group.config(), bins, shares, top, colour)
            .setLineStyle(palette.line(group.solver(), 1.3f));
      }
    }
    return new Panel(
        rows.test().columns().get(column),
        DATA,
        Numbers.text(bins.low()) + " to " + Numbers.text(bins.high()),
        Optional.of(chart),
        "");
  }

  private static XYChart chart(Bins bins, double top) {
    XYChart chart = new XYChartBuilder().width(MapChart.SIDE).height(MapChart.SIDE).build();
    Style.bare(chart.getStyler());
    chart.getStyler().setXAxisMin(bins.low());
    chart.getStyler().setXAxisMax(bins.high());
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(top);
    return chart;
  }

  private static XYSeries add(
      XYChart chart, String name, Bins bins, double[] heights, double top, Color colour) {
    XYSeries series = chart.addSeries(name, bins.corners(), Bins.steps(heights, top));
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    series.setFillColor(colour);
    return series;
  }

  /** Bins of one width from the lowest to the highest number. */
  private record Bins(double low, double high) {

    /** The share of all numbers that each bin has. */
    double[] shares(double[] numbers) {
      double[] shares = new double[BINS];
      for (double number : numbers) {
        if (number >= low && number <= high) {
          int bin = (int) Math.min(BINS - 1, BINS * (number - low) / (high - low));
          shares[bin] += 1.0 / numbers.length;
        }
      }
      return shares;
    }

    /** Two corners per bin. */
    double[] corners() {
      return IntStream.range(0, 2 * BINS)
          .mapToDouble(i -> low + (high - low) * ((i + 1) / 2) / BINS)
          .toArray();
    }

    static double[] steps(double[] heights, double top) {
      return IntStream.range(0, 2 * BINS).mapToDouble(i -> Math.min(top, heights[i / 2])).toArray();
    }
  }
}
