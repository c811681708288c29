package io.otbench.reports.charts;

import io.otbench.reports.statistics.CellGroup;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How a solver is drawn by the interactive charts: the same as in the static figures.
 *
 * @param light colour on a light page, {@code #rrggbb}
 * @param dark the same hue on a dark page, lighter where it could not be seen there
 * @param symbol of points: {@code rect}, {@code circle}, {@code diamond}, {@code triangle} or
 *     {@code arrow}, a triangle that points down
 * @param dash lengths of dashes and gaps of lines in pixels; empty for an unbroken line
 * @param name the label, cut to what a chart has room for
 */
public record SolverLook(
    String light, String dark, String symbol, List<Integer> dash, String name) {
  private static final int NAME_LENGTH = 24;

  /** The ground of charts on a dark page. */
  private static final Color DARK = new Color(0x1D2125);

  private static final Color WHITE = new Color(0xF2F2F2);

  /** The least contrast of things that are not text, after the WCAG. */
  private static final double CONTRAST = 3;

  private static final double STEP = 0.05;

  /** The look of each label of a run. */
  public static Map<String, SolverLook> of(List<CellGroup> groups) {
    Palette palette = new Palette(groups.stream().map(CellGroup::solver).toList());
    Map<String, String> names =
        ShortLabel.of(groups.stream().map(CellGroup::label).distinct().toList(), NAME_LENGTH);
    Map<String, SolverLook> looks = new LinkedHashMap<>();
    for (CellGroup group : groups) {
      looks.computeIfAbsent(
          group.label(), label -> of(group, names.getOrDefault(label, label), groups, palette));
    }
    return looks;
  }

  private static SolverLook of(
      CellGroup group, String name, List<CellGroup> groups, Palette palette) {
    Color colour = palette.of(group, groups);
    return new SolverLook(
        hex(colour),
        hex(onDark(palette.onDark(group, groups))),
        symbol(palette.marker(group.solver())),
        dash(palette.line(group.solver())),
        name);
  }

  private static String hex(Color colour) {
    return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
  }

  private static String symbol(Marker marker) {
    if (marker == SeriesMarkers.SQUARE) {
      return "rect";
    }
    if (marker == SeriesMarkers.DIAMOND) {
      return "diamond";
    }
    if (marker == SeriesMarkers.TRIANGLE_UP) {
      return "triangle";
    }
    return marker == SeriesMarkers.TRIANGLE_DOWN ? "arrow" : "circle";
  }

  private static List<Integer> dash(BasicStroke line) {
    List<Integer> lengths = new ArrayList<>();
    if (line.getDashArray() != null) {
      for (float length : line.getDashArray()) {
        lengths.add(Math.round(length));
      }
    }
    return lengths;
  }

  private static Color onDark(Color colour) {
    if (colour.equals(Color.BLACK)) {
      // A grey would look like another reference solver.
      return WHITE;
    }
    Color lighter = colour;
    for (double white = 0; contrast(lighter, DARK) < CONTRAST; white += STEP) {
      lighter = Palette.tint(colour, white);
    }
    return lighter;
  }

  /** The ratio of luminances of the WCAG, 1 to 21. */
  static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
