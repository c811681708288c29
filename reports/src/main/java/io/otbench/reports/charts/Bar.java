package io.otbench.reports.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.knowm.xchart.style.markers.Marker;

/** A level across the dots of a problem; short in the legend. */
final class Bar extends Marker {
  private final double length;

  /**
   * A marker.
   *
   * @param length in pixels of the chart
   */
  Bar(double length) {
    this.length = length;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    g.setStroke(Style.solid(1.5f));
    g.draw(new Line2D.Double(x - length / 2, y, x + length / 2, y));
  }
}
