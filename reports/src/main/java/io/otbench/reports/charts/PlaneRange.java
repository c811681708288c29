package io.otbench.reports.charts;

import io.otbench.reports.results.PointCloud.Point;
import java.util.Arrays;
import java.util.List;

/**
 * The square part of the plane that all panels of a problem show.
 *
 * @param first first coordinate of the centre
 * @param second second coordinate of the centre
 * @param half half the length of a side
 */
record PlaneRange(double first, double second, double half) {
  private static final double MARGIN = 1.08;

  /** The square around all points, with a margin; one around the origin if there are none. */
  static PlaneRange around(List<Point> points) {
    double[] first = points.stream().mapToDouble(Point::first).toArray();
    double[] second = points.stream().mapToDouble(Point::second).toArray();
    double half = MARGIN / 2 * Math.max(length(first), length(second));
    return new PlaneRange(middle(first), middle(second), half > 0 ? half : 1);
  }

  /** Whether the point is drawn; one that is not finite is not. */
  boolean contains(Point point) {
    return Math.abs(point.first() - first) <= half && Math.abs(point.second() - second) <= half;
  }

  private static double length(double[] numbers) {
    return max(numbers) - min(numbers);
  }

  private static double middle(double[] numbers) {
    return (max(numbers) + min(numbers)) / 2;
  }

  private static double max(double[] numbers) {
    return Arrays.stream(numbers).max().orElse(0);
  }

  private static double min(double[] numbers) {
    return Arrays.stream(numbers).min().orElse(0);
  }
}
