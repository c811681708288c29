package io.otbench.reports.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of curves.csv. A cell's curve is written before its rows, so a point counts only if its
 * cell is complete in results.csv.
 *
 * @param points the points of complete cells in the order of the file
 * @param dropped whether the file holds anything else
 * @param cut file, line and reason where the file was cut; none of a file that is whole
 */
record CurveFile(List<CurvePoint> points, boolean dropped, Optional<String> cut) {

  private static final List<String> COLUMNS =
      List.of(
          "benchmark",
          "problem",
          "dim",
          "solver",
          "config",
          "seed",
          "step",
          "train_seconds",
          "samples_seen",
          "metric",
          "value");

  static CurveFile read(Path file, Set<CellKey> complete) throws IOException {
    CsvFile csv = CsvFile.read(file, COLUMNS);
    List<CurvePoint> points = new ArrayList<>();
    for (CsvLine line : csv.lines()) {
      try {
        CurvePoint point = point(line);
        if (complete.contains(point.key())) {
          points.add(point);
        }
      } catch (IllegalArgumentException e) {
        throw line.at(e);
      }
    }
    return new CurveFile(points, csv.torn() || points.size() < csv.lines().size(), csv.cut());
  }

  static String header() {
    return CsvFile.header(COLUMNS);
  }

  static String block(List<CurvePoint> points) {
    StringBuilder text = new StringBuilder();
    for (CurvePoint point : points) {
      text.append(
          CsvFile.line(
              point.benchmark(),
              point.problem(),
              point.dim(),
              point.solver(),
              point.config(),
              point.seed(),
              point.step(),
              point.trainSeconds(),
              point.samplesSeen(),
              point.metric(),
              point.value()));
    }
    return text.toString();
  }

  private static CurvePoint point(CsvLine line) {
    return new CurvePoint(
        line.text("benchmark"),
        line.text("problem"),
        line.integer("dim"),
        line.text("solver"),
        line.text("config"),
        line.wholeNumber("seed"),
        line.wholeNumber("step"),
        line.number("train_seconds"),
        line.wholeNumber("samples_seen"),
        line.text("metric"),
        line.number("value"));
  }
}
