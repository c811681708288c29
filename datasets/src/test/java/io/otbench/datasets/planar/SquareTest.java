package io.otbench.datasets.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.Problem;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Known numbers from a quadrature with 400 x 400 Gauss nodes by other software. */
class SquareTest {

  private static final int ROWS = 100_000;

  private final Problem problem = PlanarProblems.named("square");
  private final GroundTruth truth = problem.truth().orElseThrow();

  private double[] forward(double... rows) {
    return Points.map(truth.forward(), 2, rows);
  }

  private double[] backward(double... rows) {
    return Points.map(truth.backward(), 2, rows);
  }

  @Test
  void densityIntegratesToOneAndStaysInItsRange() {
    assertThat(Quadrature.integrate(Square::density, -0.5, 0.5)).isCloseTo(1, within(1e-11));
    double least = Double.MAX_VALUE;
    double most = 0;
    for (double x1 = -0.5; x1 <= 0.5; x1 += 1.0 / 1_024) {
      for (double x2 = -0.5; x2 <= 0.5; x2 += 1.0 / 1_024) {
        least = Math.min(least, Square.density(x1, x2));
        most = Math.max(most, Square.density(x1, x2));
      }
    }
    assertThat(least).isCloseTo(0.55776, within(1e-4));
    assertThat(most).isCloseTo(1.53178, within(1e-4)).isLessThan(Square.DENSITY_BOUND);
  }

  @Test
  void densityIsTheDeterminantOfASymmetricPositiveJacobian() {
    RandomGenerator random = Points.stream("points");
    double h = 1e-5;
    for (int i = 0; i < 200; i++) {
      double x1 = random.nextDouble() - 0.5;
      double x2 = random.nextDouble() - 0.5;
      double[] images = forward(x1 + h, x2, x1 - h, x2, x1, x2 + h, x1, x2 - h);
      double j11 = (images[0] - images[2]) / (2 * h);
      double j21 = (images[1] - images[3]) / (2 * h);
      double j12 = (images[4] - images[6]) / (2 * h);
      double j22 = (images[5] - images[7]) / (2 * h);
      assertThat(j12).isCloseTo(j21, within(1e-7));
      assertThat(j11).isPositive();
      assertThat(j11 * j22 - j12 * j21)
          .isCloseTo(Square.density(x1, x2), within(1e-6))
          .isPositive();
    }
  }

  @Test
  void everySideGoesToItself() {
    for (double along = -0.5; along <= 0.5; along += 0.05) {
      double[] images = forward(0.5, along, -0.5, along, along, 0.5, along, -0.5);
      assertThat(images[0]).isCloseTo(0.5, within(1e-15));
      assertThat(images[2]).isCloseTo(-0.5, within(1e-15));
      assertThat(images[5]).isCloseTo(0.5, within(1e-15));
      assertThat(images[7]).isCloseTo(-0.5, within(1e-15));
    }
  }

  @Test
  void truthHasItsKnownNumbers() {
    assertThat(truth.w2Squared()).isCloseTo(1.4733339910775517e-5, within(1e-15));
    assertThat(problem.w2Squared()).hasValue(truth.w2Squared());
    assertThat(truth.source().totalVariance()).isCloseTo(2 * 0.08332673269702341, within(1e-14));
    assertThat(truth.target().totalVariance()).isCloseTo(1.0 / 6, within(1e-15));
    double largest = 0;
    for (double x1 = -0.5; x1 <= 0.5; x1 += 1.0 / 512) {
      for (double x2 = -0.5; x2 <= 0.5; x2 += 1.0 / 512) {
        double[] image = {x1, x2};
        ((RowMap) truth.forward()).step().replace(image, 0);
        largest = Math.max(largest, Math.hypot(image[0] - x1, image[1] - x2));
      }
    }
    assertThat(largest).isCloseTo(0.00992, within(1e-5));
    // The identity's relative error, against E|T|^2 = 1/6.
    assertThat(Math.sqrt(truth.w2Squared() * 6)).isCloseTo(0.00940, within(1e-5));
  }

  @Test
  void sampleFollowsTheDensityAndTheMapMakesItUniform() {
    double[] source = Points.sample(problem.source(), ROWS, "source");
    double[] target = Points.sample(problem.target(), ROWS, "target");
    assertThat(Points.excessOfChiSquare(source, 0.5, 16, Square::density)).isBetween(-4.0, 4.0);
    assertThat(Points.excessOfChiSquare(target, 0.5, 16, (x1, x2) -> 1)).isBetween(-4.0, 4.0);
    // What the wrong direction would look like.
    assertThat(Points.excessOfChiSquare(source, 0.5, 16, (x1, x2) -> 1)).isGreaterThan(20);

    double[] there = forward(source);
    double[] back = backward(target);
    assertThat(Points.excessOfChiSquare(there, 0.5, 16, (x1, x2) -> 1)).isBetween(-4.0, 4.0);
    assertThat(Points.excessOfChiSquare(back, 0.5, 16, Square::density)).isBetween(-4.0, 4.0);
    assertThat(Points.squaredDistance(source, there, 2))
        .isCloseTo(truth.w2Squared(), within(0.02 * truth.w2Squared()));
    assertThat(Points.squaredDistance(target, back, 2))
        .isCloseTo(truth.w2Squared(), within(0.02 * truth.w2Squared()));
  }

  @Test
  void mapsAreInverse() {
    double[] source = Points.sample(problem.source(), 2_000, "source");
    double[] target = Points.sample(problem.target(), 2_000, "target");
    assertThat(Points.largestDifference(backward(forward(source)), source)).isLessThan(1e-14);
    assertThat(Points.largestDifference(forward(backward(target)), target)).isLessThan(1e-14);
    double[] corners = {0.5, 0.5, -0.5, 0.5, 0.5, -0.5, -0.5, -0.5};
    assertThat(backward(corners)).containsExactly(corners, within(1e-14));
  }

  @Test
  void backwardRefusesWhatItCannotSolve() {
    assertThatThrownBy(() -> backward(0.1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("point must lie in the square [-1/2, 1/2]^2 but is (0.1, NaN)");
  }
}
