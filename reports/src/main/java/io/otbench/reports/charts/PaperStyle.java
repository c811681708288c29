package io.otbench.reports.charts;

import java.awt.Font;
import java.util.Collection;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The looks of figures for papers: letters so large that they are read at the width of a page of
 * text, no title, as the caption stands in the paper.
 */
final class PaperStyle {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;
  private static final int LEGEND_LINE = 23;
  private static final int AROUND_LEGEND = 60;
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
  private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  private PaperStyle() {}

  /**
   * An empty chart whose value axis is logarithmic.
   *
   * @param entries lines of the legend, for which the chart must be high enough
   */
  static XYChart chart(String xTitle, String yTitle, LogRange y, int entries) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(Math.max(HEIGHT, AROUND_LEGEND + LEGEND_LINE * entries))
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    XYStyler styler = chart.getStyler();
    Style.apply(styler);
    Style.logarithmic(styler, y);
    styler.setChartTitleVisible(false);
    styler.setBaseFont(TEXT);
    styler.setAxisTitleFont(TEXT);
    styler.setAxisTickLabelsFont(TEXT);
    styler.setLegendFont(LEGEND);
    return chart;
  }

  /**
   * Puts dimensions at their logarithms, with a tick at every power of two. XChart puts ticks at
   * the places of the points if those come first and at equal distances.
   */
  static void dimensions(XYChart chart, Collection<Integer> dims, LogRange y) {
    int least = (int) Math.floor(dims.stream().mapToDouble(PaperStyle::place).min().orElseThrow());
    int most = (int) Math.ceil(dims.stream().mapToDouble(PaperStyle::place).max().orElseThrow());
    double[] powers =
        IntStream.rangeClosed(least, Math.max(most, least + 1)).asDoubleStream().toArray();
    double[] edge = DoubleStream.generate(y::min).limit(powers.length).toArray();
    XYSeries ticks = chart.addSeries("ticks", powers, edge);
    ticks.setShowInLegend(false);
    ticks.setLineStyle(SeriesLines.NONE);
    ticks.setMarker(SeriesMarkers.NONE);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart
        .getStyler()
        .setxAxisTickLabelsFormattingFunction(x -> String.valueOf(Math.round(Math.pow(2, x))));
  }

  /** Where a dimension stands on the axis. */
  static double place(int dim) {
    return Math.log(dim) / Math.log(2);
  }
}
