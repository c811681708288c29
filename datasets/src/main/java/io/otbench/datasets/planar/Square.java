package io.otbench.datasets.planar;

import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.GroundTruth.Moments;
import io.otbench.datasets.Problem;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;
import org.ejml.simple.SimpleMatrix;

/**
 * From an uneven density on the square [-1/2, 1/2]^2 to the uniform one (arXiv:1208.4870). The map
 * is the gradient of the convex function |x|^2 / 2 + 4 q(x1) q(x2),
 *
 * <pre>
 * q(z)  = (-z^2 / (8 pi) + 1 / (256 pi^3) + 1 / (32 pi)) cos 8 pi z + z sin 8 pi z / (32 pi^2)
 * q'(z) = (z^2 - 1/4) sin 8 pi z
 * </pre>
 *
 * <p>and the density of the source is the determinant of its Jacobian. Since q' vanishes at -1/2
 * and 1/2 each side of the square goes to itself. The movement is small, at most 0.00992.
 */
final class Square {

  /** Largest and smallest coordinate are plus and minus this. */
  private static final double HALF = 0.5;

  /** The largest density is 1.53178, near (0, +-0.123) and (+-0.123, 0). */
  static final double DENSITY_BOUND = 1.5318;

  private static final double FREQUENCY = 8 * Math.PI;
  private static final double Q_SQUARE = 1 / (8 * Math.PI);
  private static final double Q_CONSTANT = 1 / (256 * Math.pow(Math.PI, 3)) + 1 / (32 * Math.PI);
  private static final double Q_LINEAR = 1 / (32 * Math.PI * Math.PI);

  private static final int MAX_NEWTON_STEPS = 20;

  /** Newton's error is squared in every step: after one this small only rounding is left. */
  private static final double NEWTON_TOLERANCE = 1e-12;

  private Square() {}

  static Problem problem() {
    GroundTruth truth =
        new GroundTruth(
            new RowMap(2, Square::forward),
            new RowMap(2, Square::backward),
            mean(Square::squaredMove),
            // Both densities are even in each coordinate and symmetric under their exchange.
            isotropic(mean((x1, x2) -> x1 * x1)),
            isotropic(HALF * HALF / 3));
    return new Problem(
        "square",
        new RowDistribution(2, Square::drawSource),
        new RowDistribution(2, Square::drawTarget),
        Optional.of(truth));
  }

  static double density(double x1, double x2) {
    double s1 = Math.sin(FREQUENCY * x1);
    double c1 = Math.cos(FREQUENCY * x1);
    double s2 = Math.sin(FREQUENCY * x2);
    double c2 = Math.cos(FREQUENCY * x2);
    double j11 = 1 + 4 * curvature(x1, s1, c1) * q(x2, s2, c2);
    double j12 = 4 * slope(x1, s1) * slope(x2, s2);
    double j22 = 1 + 4 * q(x1, s1, c1) * curvature(x2, s2, c2);
    return j11 * j22 - j12 * j12;
  }

  private static double q(double z, double sin, double cos) {
    return (Q_CONSTANT - Q_SQUARE * z * z) * cos + Q_LINEAR * z * sin;
  }

  private static double slope(double z, double sin) {
    return (z * z - 0.25) * sin;
  }

  private static double curvature(double z, double sin, double cos) {
    return 2 * z * sin + FREQUENCY * (z * z - 0.25) * cos;
  }

  private static void drawSource(RandomGenerator random, float[] rows, int at) {
    double x1;
    double x2;
    do {
      x1 = random.nextDouble() - HALF;
      x2 = random.nextDouble() - HALF;
    } while (DENSITY_BOUND * random.nextDouble() >= density(x1, x2));
    rows[at] = (float) x1;
    rows[at + 1] = (float) x2;
  }

  private static void drawTarget(RandomGenerator random, float[] rows, int at) {
    rows[at] = (float) (random.nextDouble() - HALF);
    rows[at + 1] = (float) (random.nextDouble() - HALF);
  }

  private static void forward(double[] rows, int at) {
    double x1 = rows[at];
    double x2 = rows[at + 1];
    double s1 = Math.sin(FREQUENCY * x1);
    double s2 = Math.sin(FREQUENCY * x2);
    rows[at] = x1 + 4 * slope(x1, s1) * q(x2, s2, Math.cos(FREQUENCY * x2));
    rows[at + 1] = x2 + 4 * q(x1, s1, Math.cos(FREQUENCY * x1)) * slope(x2, s2);
  }

  /** Newton's iteration for the point that {@link #forward} sends here, from this very point. */
  private static void backward(double[] rows, int at) {
    double y1 = rows[at];
    double y2 = rows[at + 1];
    double x1 = y1;
    double x2 = y2;
    for (int step = 0; step < MAX_NEWTON_STEPS; step++) {
      double s1 = Math.sin(FREQUENCY * x1);
      double c1 = Math.cos(FREQUENCY * x1);
      double s2 = Math.sin(FREQUENCY * x2);
      double c2 = Math.cos(FREQUENCY * x2);
      double q1 = q(x1, s1, c1);
      double q2 = q(x2, s2, c2);
      double r1 = x1 + 4 * slope(x1, s1) * q2 - y1;
      double r2 = x2 + 4 * q1 * slope(x2, s2) - y2;
      double j11 = 1 + 4 * curvature(x1, s1, c1) * q2;
      double j12 = 4 * slope(x1, s1) * slope(x2, s2);
      double j22 = 1 + 4 * q1 * curvature(x2, s2, c2);
      double determinant = j11 * j22 - j12 * j12;
      double d1 = (j22 * r1 - j12 * r2) / determinant;
      double d2 = (j11 * r2 - j12 * r1) / determinant;
      x1 -= d1;
      x2 -= d2;
      if (Math.abs(d1) + Math.abs(d2) < NEWTON_TOLERANCE) {
        rows[at] = x1;
        rows[at + 1] = x2;
        return;
      }
    }
    throw new IllegalArgumentException(
        "point must lie in the square [-1/2, 1/2]^2 but is (%s, %s)".formatted(y1, y2));
  }

  private static double squaredMove(double x1, double x2) {
    double[] image = {x1, x2};
    forward(image, 0);
    double m1 = image[0] - x1;
    double m2 = image[1] - x2;
    return m1 * m1 + m2 * m2;
  }

  /** The mean under the source of a function that is even in each coordinate. */
  private static double mean(DoubleBinaryOperator f) {
    return 4 * Quadrature.integrate((x1, x2) -> f.applyAsDouble(x1, x2) * density(x1, x2), 0, HALF);
  }

  private static Moments isotropic(double variance) {
    return new Moments(new SimpleMatrix(2, 1), SimpleMatrix.identity(2).scale(variance));
  }
}
