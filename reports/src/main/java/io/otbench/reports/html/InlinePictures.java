package io.otbench.reports.html;

import io.otbench.reports.charts.Drawing;
import io.otbench.reports.charts.Figure;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which figures stand in the page itself, and how sharp. */
final class InlinePictures {
  /** Charts of training come last: the script of the page draws them too. */
  private static final List<Figure.Kind> IMPORTANCE =
      List.of(
          Figure.Kind.ACCURACY,
          Figure.Kind.MAPS,
          Figure.Kind.ROWS,
          Figure.Kind.COST,
          Figure.Kind.COLUMNS,
          Figure.Kind.CONVERGENCE);

  private InlinePictures() {}

  /**
   * Data URIs by name of figure. All figures are sharp if they fit so; if not they are small, and
   * what then has no room beside more important ones is missing.
   *
   * @param bytes the most that the URIs may have together
   */
  static Map<String, String> within(int bytes, List<Figure> figures) {
    Map<String, String> sharp = fitting(bytes, figures, Drawing::sharp);
    return sharp.size() == figures.size() ? sharp : fitting(bytes, figures, Drawing::small);
  }

  private static Map<String, String> fitting(
      int bytes, List<Figure> figures, Function<Drawing, byte[]> picture) {
    Map<String, String> chosen = new HashMap<>();
    int left = bytes;
    List<Figure> byImportance =
        figures.stream()
            .sorted(Comparator.comparingInt(figure -> IMPORTANCE.indexOf(figure.kind())))
            .toList();
    for (Figure figure : byImportance) {
      byte[] png = picture.apply(figure.drawing());
      String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
      if (data.length() <= left) {
        left -= data.length();
        chosen.put(figure.name(), data);
      }
    }
    return chosen;
  }
}
