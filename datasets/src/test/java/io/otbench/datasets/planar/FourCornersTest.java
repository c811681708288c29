package io.otbench.datasets.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.datasets.Problem;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class FourCornersTest {

  private static final int ROWS = 100_000;

  private final Problem problem = PlanarProblems.named("four-corners");

  private static double bump(double d1, double d2) {
    return Math.exp(-(d1 * d1 + d2 * d2) / (2 * 0.2 * 0.2)) / (0.2 * 0.2);
  }

  private static double corners(double x1, double x2) {
    return 2
        + bump(x1 - 1, x2 - 1)
        + bump(x1 - 1, x2 + 1)
        + bump(x1 + 1, x2 - 1)
        + bump(x1 + 1, x2 + 1);
  }

  private static double middle(double x1, double x2) {
    return 2 + bump(x1, x2);
  }

  private static DoubleBinaryOperator normalised(DoubleBinaryOperator weight) {
    double mass = Quadrature.integrate(weight, -1, 1);
    assertThat(mass).isCloseTo(8 + 2 * Math.PI, within(1e-4));
    return (x1, x2) -> weight.applyAsDouble(x1, x2) / mass;
  }

  @Test
  void samplesFollowTheirDensities() {
    DoubleBinaryOperator from = normalised(FourCornersTest::corners);
    DoubleBinaryOperator to = normalised(FourCornersTest::middle);
    double[] source = Points.sample(problem.source(), ROWS, "source");
    double[] target = Points.sample(problem.target(), ROWS, "target");
    assertThat(Points.excessOfChiSquare(source, 1, 20, from)).isBetween(-4.0, 4.0);
    assertThat(Points.excessOfChiSquare(target, 1, 20, to)).isBetween(-4.0, 4.0);
    assertThat(Points.excessOfChiSquare(source, 1, 20, to)).isGreaterThan(100);
  }

  @Test
  void nothingIsKnownOfTheAnswer() {
    assertThat(problem.truth()).isEmpty();
    assertThat(problem.w2Squared()).isEmpty();
  }
}
