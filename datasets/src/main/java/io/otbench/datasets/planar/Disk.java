package io.otbench.datasets.planar;

import java.util.random.RandomGenerator;

/** The uniform law on a disk around the origin. */
final class Disk {

  private Disk() {}

  /** Draws one point into {@code rows}, its first coordinate at index {@code at}. */
  static void draw(RandomGenerator random, double radius, float[] rows, int at) {
    double r = radius * Math.sqrt(random.nextDouble());
    double angle = 2 * Math.PI * random.nextDouble();
    rows[at] = (float) (r * Math.cos(angle));
    rows[at + 1] = (float) (r * Math.sin(angle));
  }
}
