package io.otbench.datasets.planar;

import java.util.random.RandomGenerator;

/** The law of a point of the plane at every condition eta. */
@FunctionalInterface
interface ConditionalLaw {

  /** Draws one point into {@code rows}, its first coordinate at index {@code at}. */
  void draw(RandomGenerator random, double eta, float[] rows, int at);

  /** The law at one condition. */
  default RowLaw at(double eta) {
    return (random, rows, at) -> draw(random, eta, rows, at);
  }
}
