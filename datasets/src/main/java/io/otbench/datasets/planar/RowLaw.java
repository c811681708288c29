package io.otbench.datasets.planar;

import java.util.random.RandomGenerator;

/** The law of one row. */
@FunctionalInterface
interface RowLaw {

  /** Draws one row into {@code rows}, its first number at index {@code at}. */
  void draw(RandomGenerator random, float[] rows, int at);
}
