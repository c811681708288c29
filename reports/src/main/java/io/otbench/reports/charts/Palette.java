package io.otbench.reports.charts;

import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.SolverOrder;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One look per solver in all figures of a run. Colours are from the palettes of Okabe and Ito and
 * of Tol, which readers with any colour vision can tell apart; variants of one method share its hue
 * and differ in lightness, marker and dash. Solvers of this suite keep their look in every run.
 */
final class Palette {
  /** White in the lightest of several configurations on a white page. */
  private static final double LIGHTEST = 0.45;

  /** From the darkest, which holds black, to the lightest of many configurations. */
  private static final double RANGE = 0.85;

  /** White in the lightest of many configurations on a dark page, where none may hold black. */
  private static final double LIGHTEST_ON_DARK = 0.65;

  private static final BasicStroke SOLID = Style.solid(2.5f);
  private static final BasicStroke DOTTED = Style.dashed(2, 2, 4);
  private static final BasicStroke LONG_DASHES = Style.dashed(2.5f, 14, 4);
  private static final BasicStroke DASH_DOT = Style.dashed(2.5f, 10, 3, 2, 3);

  /** How a solver is drawn. */
  private record Look(Color colour, Marker marker, BasicStroke line) {
    Look(int rgb, Marker marker, BasicStroke line) {
      this(new Color(rgb), marker, line);
    }
  }

  private static final Map<String, Look> FIXED =
      Map.ofEntries(
          Map.entry("identity", new Look(0x767676, SeriesMarkers.SQUARE, DOTTED)),
          Map.entry("constant", new Look(0xB0B0B0, SeriesMarkers.SQUARE, DOTTED)),
          Map.entry("linear", new Look(0x000000, SeriesMarkers.SQUARE, DOTTED)),
          Map.entry("discrete", new Look(0x332288, SeriesMarkers.SQUARE, DOTTED)),
          Map.entry("discrete-entropic", new Look(0x9A8FD0, SeriesMarkers.DIAMOND, DOTTED)),
          Map.entry("implicit", new Look(0x0072B2, SeriesMarkers.CIRCLE, SOLID)),
          Map.entry("w2gn", new Look(0xD55E00, SeriesMarkers.CIRCLE, SOLID)),
          Map.entry("dpot", new Look(0x009E73, SeriesMarkers.CIRCLE, SOLID)),
          Map.entry("dpot-debiased", new Look(0x6CCFAE, SeriesMarkers.TRIANGLE_UP, DASH_DOT)),
          Map.entry("dpot-sliced", new Look(0x00523B, SeriesMarkers.DIAMOND, LONG_DASHES)),
          Map.entry("diotm", new Look(0xCC79A7, SeriesMarkers.CIRCLE, SOLID)),
          Map.entry("otp", new Look(0xE69F00, SeriesMarkers.CIRCLE, SOLID)),
          Map.entry("otm", new Look(0x882255, SeriesMarkers.CIRCLE, SOLID)));

  private static final List<Color> OTHERS =
      List.of(
          new Color(0x56B4E9),
          new Color(0x999933),
          new Color(0x661100),
          new Color(0x44AA99),
          new Color(0xDDCC77),
          new Color(0xAA4499));

  /** With more other solvers than colours, the marker tells those of one colour apart. */
  private static final List<Marker> OTHER_MARKERS =
      List.of(SeriesMarkers.CIRCLE, SeriesMarkers.TRIANGLE_DOWN, SeriesMarkers.DIAMOND);

  private static final Look UNKNOWN =
      new Look(Color.DARK_GRAY.getRGB(), SeriesMarkers.CIRCLE, SOLID);

  private final Map<String, Look> looks = new HashMap<>(FIXED);

  Palette(Collection<String> solvers) {
    List<String> others =
        solvers.stream()
            .distinct()
            .filter(solver -> !FIXED.containsKey(solver))
            .sorted(SolverOrder.BY_NAME)
            .toList();
    for (int i = 0; i < others.size(); i++) {
      Marker marker = OTHER_MARKERS.get(i / OTHERS.size() % OTHER_MARKERS.size());
      looks.put(others.get(i), new Look(OTHERS.get(i % OTHERS.size()), marker, SOLID));
    }
  }

  Color of(String solver) {
    return look(solver).colour();
  }

  Marker marker(String solver) {
    return look(solver).marker();
  }

  BasicStroke line(String solver) {
    return look(solver).line();
  }

  /** The solver's line, as wide as is asked for. */
  BasicStroke line(String solver, float width) {
    BasicStroke line = line(solver);
    return new BasicStroke(width, line.getEndCap(), line.getLineJoin(), 10, line.getDashArray(), 0);
  }

  private Look look(String solver) {
    return looks.getOrDefault(solver, UNKNOWN);
  }

  /**
   * The colour of a group: of several configurations of a solver the first is the darkest, and all
   * are as far apart as so many can be.
   */
  Color of(CellGroup group, List<CellGroup> all) {
    List<String> labels = labels(group.solver(), all);
    int lighter = labels.size() - 1 - labels.indexOf(group.label());
    double step = Math.min(LIGHTEST, RANGE / Math.max(1, labels.size() - 1));
    return labels.size() == 1
        ? of(group.solver())
        : tint(of(group.solver()), LIGHTEST - lighter * step);
  }

  /** The colour of a group on a dark page, before it is made light enough to be seen there. */
  Color onDark(CellGroup group, List<CellGroup> all) {
    List<String> labels = labels(group.solver(), all);
    double step = Math.min(LIGHTEST, LIGHTEST_ON_DARK / Math.max(1, labels.size() - 1));
    return tint(of(group.solver()), labels.indexOf(group.label()) * step);
  }

  private static List<String> labels(String solver, List<CellGroup> all) {
    return all.stream()
        .filter(other -> other.solver().equals(solver))
        .sorted(CellGroup.BY_METHOD)
        .map(CellGroup::label)
        .distinct()
        .toList();
  }

  /**
   * A colour mixed with white, or with black.
   *
   * @param white share of white, 0 to 1; of black below 0
   */
  static Color tint(Color full, double white) {
    return new Color(
        mix(full.getRed(), white), mix(full.getGreen(), white), mix(full.getBlue(), white));
  }

  private static int mix(int part, double white) {
    int end = white < 0 ? 0 : 255;
    return (int) Math.round(part + (end - part) * Math.abs(white));
  }
}
