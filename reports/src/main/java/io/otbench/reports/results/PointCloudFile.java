package io.otbench.reports.results;

import io.otbench.reports.results.PointCloud.Pair;
import io.otbench.reports.results.PointCloud.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a file of points. Each line says in its column {@code role} what it is: {@code pair},
 * {@code truth} and {@code mesh} have a source point and its image, {@code target} has the image
 * columns only.
 */
final class PointCloudFile {
  private static final List<String> COLUMNS = List.of("role", "x1", "x2", "y1", "y2");

  private PointCloudFile() {}

  static PointCloud read(Path file) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    List<Point> target = new ArrayList<>();
    List<Pair> truth = new ArrayList<>();
    List<Pair> mesh = new ArrayList<>();
    for (CsvLine line : CsvFile.read(file, COLUMNS).lines()) {
      try {
        switch (line.text("role")) {
          case "pair" -> pairs.add(pair(line));
          case "target" -> target.add(target(line));
          case "truth" -> truth.add(truth(line));
          case "mesh" -> mesh.add(pair(line));
          default ->
              throw new IllegalArgumentException(
                  "role must be pair, target, truth or mesh, found '" + line.text("role") + "'");
        }
      } catch (IllegalArgumentException e) {
        throw line.at(e);
      }
    }
    try {
      return new PointCloud(pairs, target, truth, mesh);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** The text of a file that {@link #read} gives the same points of. */
  static String text(PointCloud cloud) {
    StringBuilder text = new StringBuilder(CsvFile.header(COLUMNS));
    cloud.pairs().forEach(pair -> text.append(line("pair", pair)));
    for (Point point : cloud.target()) {
      text.append(CsvFile.line("target", "", "", point.first(), point.second()));
    }
    cloud.truth().forEach(pair -> text.append(line("truth", pair)));
    cloud.mesh().forEach(pair -> text.append(line("mesh", pair)));
    return text.toString();
  }

  private static String line(String role, Pair pair) {
    return CsvFile.line(
        role, pair.x().first(), pair.x().second(), pair.y().first(), pair.y().second());
  }

  private static Pair pair(CsvLine line) {
    return new Pair(new Point(line.number("x1"), line.number("x2")), image(line));
  }

  private static Pair truth(CsvLine line) {
    Pair pair = pair(line);
    checkFinite(pair.y());
    return pair;
  }

  private static Point target(CsvLine line) {
    for (String column : List.of("x1", "x2")) {
      if (!line.text(column).isEmpty()) {
        throw new IllegalArgumentException(
            column + " of a target must be empty, found '" + line.text(column) + "'");
      }
    }
    Point point = image(line);
    checkFinite(point);
    return point;
  }

  private static Point image(CsvLine line) {
    return new Point(line.number("y1"), line.number("y2"));
  }

  private static void checkFinite(Point point) {
    if (!point.isFinite()) {
      throw new IllegalArgumentException("y1 and y2 must be finite, found " + point);
    }
  }
}
