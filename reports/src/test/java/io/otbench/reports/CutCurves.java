package io.otbench.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One way in which the curves.csv of {@code three-seeds} can have lost its end.
 *
 * @param kept characters of the file that are kept; negative to count from its end
 * @param added text behind them
 * @param reason what must be said of it, behind the name of the file
 */
record CutCurves(int kept, String added, String reason) {

  static List<CutCurves> all() {
    int lines = 364;
    return List.of(
        new CutCurves(-5, "", " line " + lines + ": the line must be whole, it is torn"),
        new CutCurves(-1, "", " line " + lines + ": the line must be whole, it is torn"),
        new CutCurves(0, "benchmark,probl", " line 1: the line must be whole, it is torn"),
        new CutCurves(0, "", " line 1: the line must be whole, it is torn"),
        new CutCurves(
            Integer.MAX_VALUE,
            "gaussian,gaussian-2\n",
            " line " + (lines + 1) + ": the line must be whole, it has other columns"));
  }

  void write(Path curves) throws IOException {
    String text = Files.readString(curves);
    int end = kept < 0 ? text.length() + kept : Math.min(kept, text.length());
    Files.writeString(curves, text.substring(0, end) + added);
  }
}
