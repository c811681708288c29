package io.otbench.reports.statistics;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.simple.SimpleMatrix;

/**
 * The curve {@code factor * x^exponent} nearest to points in the sense of least squares of
 * logarithms.
 *
 * @param halfWidth half the width of the 95 % Student-t interval of the exponent; none for two
 *     points, through which every such curve passes
 * @param n number of points
 */
public record PowerLaw(double factor, double exponent, OptionalDouble halfWidth, int n) {
  private static final double TAIL = 0.025;

  /**
   * The curve through points.
   *
   * @param x positive, at least two of them different
   * @param y positive, as many
   * @throws IllegalArgumentException if there are too few points or one is not positive
   */
  public static PowerLaw fit(double[] x, double[] y) {
    int n = x.length;
    if (n != y.length || IntStream.range(0, n).anyMatch(i -> !(x[i] > 0 && y[i] > 0))) {
      throw new IllegalArgumentException("points of a power law must be pairs of positive numbers");
    }
    if (IntStream.range(1, n).noneMatch(i -> x[i] != x[0])) {
      throw new IllegalArgumentException("a power law needs points at two different x, found one");
    }
    SimpleMatrix design = new SimpleMatrix(n, 2);
    SimpleMatrix logs = new SimpleMatrix(n, 1);
    for (int i = 0; i < n; i++) {
      design.setRow(i, 0, 1, Math.log(x[i]));
      logs.set(i, Math.log(y[i]));
    }
    SimpleMatrix coefficients = design.solve(logs);
    return new PowerLaw(
        Math.exp(coefficients.get(0)),
        coefficients.get(1),
        n == 2
            ? OptionalDouble.empty()
            : OptionalDouble.of(halfWidth(design, logs.minus(design.mult(coefficients)))),
        n);
  }

  /** The value of the curve. */
  public double at(double x) {
    return factor * Math.pow(x, exponent);
  }

  private static double halfWidth(SimpleMatrix design, SimpleMatrix residuals) {
    double freedom = design.getNumRows() - 2.0;
    double variance = residuals.dot(residuals) / freedom;
    double ofExponent = design.transpose().mult(design).invert().get(1, 1) * variance;
    return TDistribution.of(freedom).inverseSurvivalProbability(TAIL) * Math.sqrt(ofExponent);
  }
}
