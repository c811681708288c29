package io.otbench.reports.charts;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/**
 * A small round marker of a size of its own, where the markers of a chart have one size for all.
 */
final class Dot extends Marker {
  private final double diameter;

  /**
   * A marker.
   *
   * @param diameter in pixels of the chart
   */
  Dot(double diameter) {
    this.diameter = diameter;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    g.fill(new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter));
  }
}
