package io.otbench.datasets.planar;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Integrals of smooth functions to about 1e-12: Gauss-Legendre with 5 nodes on each panel. */
final class Quadrature {

  private static final int PANELS = 20;

  private static final double INNER = Math.sqrt(5 - 2 * Math.sqrt(10.0 / 7)) / 3;
  private static final double OUTER = Math.sqrt(5 + 2 * Math.sqrt(10.0 / 7)) / 3;
  private static final double[] NODES = {-OUTER, -INNER, 0, INNER, OUTER};

  private static final double INNER_WEIGHT = (322 + 13 * Math.sqrt(70)) / 900;
  private static final double OUTER_WEIGHT = (322 - 13 * Math.sqrt(70)) / 900;
  private static final double[] WEIGHTS = {
    OUTER_WEIGHT, INNER_WEIGHT, 128.0 / 225, INNER_WEIGHT, OUTER_WEIGHT
  };

  private Quadrature() {}

  static double integrate(DoubleUnaryOperator f, double from, double to) {
    double half = (to - from) / (2 * PANELS);
    double sum = 0;
    for (int panel = 0; panel < PANELS; panel++) {
      double middle = from + (2 * panel + 1) * half;
      for (int i = 0; i < NODES.length; i++) {
        sum += WEIGHTS[i] * f.applyAsDouble(middle + half * NODES[i]);
      }
    }
    return half * sum;
  }

  /** The integral over the square [from, to]^2. */
  static double integrate(DoubleBinaryOperator f, double from, double to) {
    return integrate(x1 -> integrate(x2 -> f.applyAsDouble(x1, x2), from, to), from, to);
  }
}
