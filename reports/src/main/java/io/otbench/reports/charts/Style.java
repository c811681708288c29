package io.otbench.reports.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The looks that all figures share. */
final class Style {
  static final int WIDTH = 860;
  static final int HEIGHT = 480;

  /** Width of a figure that has many things side by side. */
  static final int WIDE = 1040;

  static final int TALL = 540;
  private static final int LABEL_LENGTH = 30;
  static final Color INK = new Color(0x222222);
  private static final Color GRID = new Color(0xEDEDED);

  private Style() {}

  static void apply(AxesChartStyler styler) {
    styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setChartFontColor(INK);
    styler.setChartTitleBoxVisible(false);
    styler.setChartPadding(12);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setAxisTickMarksColor(INK);
    styler.setAxisTickLabelsColor(INK);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendSeriesLineLength(30);
    styler.setMarkerSize(8);
  }

  /** Nothing but the plot and its frame, for panels that stand close to each other. */
  static void bare(AxesChartStyler styler) {
    apply(styler);
    // The page shows two pixels as one, which smooths edges too, and this needs half the bytes.
    styler.setAntiAlias(false);
    styler.setChartPadding(1);
    styler.setChartTitleVisible(false);
    styler.setLegendVisible(false);
    styler.setAxisTitlesVisible(false);
    styler.setAxisTicksVisible(false);
    styler.setPlotGridLinesVisible(false);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(1);
    styler.setPlotBorderVisible(true);
    styler.setPlotBorderColor(MapChart.FRAME);
  }

  static void logarithmic(AxesChartStyler styler, LogRange range) {
    styler.setYAxisLogarithmic(true);
    styler.setYAxisLogarithmicDecadeOnly(true);
    styler.setYAxisMin(range.min());
    styler.setYAxisMax(range.max());
  }

  static BasicStroke solid(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static BasicStroke dashed(float width, float... pattern) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
  }

  /** A long name would leave no room for the figure. */
  static String label(String text) {
    return ShortLabel.of(text, LABEL_LENGTH);
  }

  /** The same of all labels of a chart, no two of them the same. */
  static Map<String, String> labels(Collection<String> texts) {
    return ShortLabel.of(texts, LABEL_LENGTH);
  }
}
