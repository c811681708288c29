package io.otbench.reports.charts;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.style.markers.Marker;

/** An arrow from a point to where the value lies of which only a bound is known. */
final class BoundMarker extends Marker {
  static final BoundMarker BELOW = new BoundMarker(1);
  static final BoundMarker ABOVE = new BoundMarker(-1);

  /** Lengths in sizes of a marker: as long as to be seen beside the curve's own marker. */
  private static final double LENGTH = 2.2;

  private static final double HEAD = 0.5;
  private static final BasicStroke STROKE = Style.solid(1.5f);

  /** Pixels grow downwards. */
  private final int direction;

  private BoundMarker(int direction) {
    this.direction = direction;
  }

  @Override
  public void paint(Graphics2D graphics, double x, double y, int size) {
    double tip = y + direction * LENGTH * size;
    double head = HEAD * size;
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(x, y);
    arrow.lineTo(x, tip);
    arrow.moveTo(x - head, tip - direction * head);
    arrow.lineTo(x, tip);
    arrow.lineTo(x + head, tip - direction * head);
    graphics.setStroke(STROKE);
    graphics.draw(arrow);
  }
}
