package io.otbench.reports.charts;

import io.otbench.reports.results.PointCloud.Point;
import java.util.ArrayList;
import java.util.List;

/** Strokes that make one series of a chart: a number that is none lifts the pen between them. */
final class Polyline {
  private static final double HEAD_ANGLE = Math.toRadians(25);
  private static final double HEAD_SHARE = 0.4;

  private final List<Double> first = new ArrayList<>();
  private final List<Double> second = new ArrayList<>();

  void stroke(List<Point> points) {
    for (Point point : points) {
      first.add(point.first());
      second.add(point.second());
    }
    if (!points.isEmpty()) {
      first.add(points.get(0).first());
      second.add(Double.NaN);
    }
  }

  /**
   * A line with a head.
   *
   * @param head length of the head; shorter on a short arrow
   */
  void arrow(Point from, Point to, double head) {
    double angle = Math.atan2(from.second() - to.second(), from.first() - to.first());
    double distance = Math.hypot(from.first() - to.first(), from.second() - to.second());
    double length = Math.min(head, HEAD_SHARE * distance);
    stroke(List.of(from, to));
    stroke(List.of(from(to, length, angle - HEAD_ANGLE), to, from(to, length, angle + HEAD_ANGLE)));
  }

  private static Point from(Point point, double length, double angle) {
    return new Point(
        point.first() + length * Math.cos(angle), point.second() + length * Math.sin(angle));
  }

  boolean isEmpty() {
    return first.isEmpty();
  }

  double[] first() {
    return first.stream().mapToDouble(Double::doubleValue).toArray();
  }

  double[] second() {
    return second.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
