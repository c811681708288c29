package io.otbench.solvers.conjugate;

/**
 * When an inner solve stops.
 *
 * @param tolerance a row is solved when |F| (L2 norm over the coordinates) is below it; above 0
 * @param maxIterations at least 1; a row that is not solved by then is given back as it is
 */
public record InnerLimits(double tolerance, int maxIterations) {

  /** Checks the ranges. */
  public InnerLimits {
    if (!(tolerance > 0 && Double.isFinite(tolerance))) {
      throw new IllegalArgumentException("tolerance must be above 0 but is " + tolerance);
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException(
          "maxIterations must be at least 1 but is " + maxIterations);
    }
  }
}
