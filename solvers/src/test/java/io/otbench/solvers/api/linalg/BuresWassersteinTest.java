package io.otbench.solvers.api.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.solvers.Fixtures;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuresWassersteinTest {

  private static final SimpleMatrix ZERO = new SimpleMatrix(2, 1);

  private static SimpleMatrix covariance(int dim, long seed) {
    return Fixtures.symmetric(dim == 1 ? new double[] {2} : Fixtures.spaced(0.4, 3, dim), seed);
  }

  private static void assertClose(SimpleMatrix actual, SimpleMatrix expected, double tolerance) {
    assertThat(actual.minus(expected).elementMaxAbs()).isLessThan(tolerance);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40})
  void mapCarriesOneCovarianceToTheOther(int dim) {
    SimpleMatrix s0 = covariance(dim, 1);
    SimpleMatrix s1 = covariance(dim, 2).scale(1.7);
    SimpleMatrix forward = BuresWasserstein.map(s0, s1);
    assertClose(forward.mult(s0).mult(forward), s1, 1e-12);
    assertClose(forward, forward.transpose(), 1e-15);
    assertThat(forward.plus(SimpleMatrix.identity(dim).scale(-1e-3)).determinant()).isPositive();
    SimpleMatrix backward = BuresWasserstein.map(s1, s0);
    assertClose(forward.mult(backward), SimpleMatrix.identity(dim), 1e-12);
  }

  @Test
  void mapOfAGaussianToItselfIsTheIdentity() {
    SimpleMatrix s = covariance(6, 3);
    assertClose(BuresWasserstein.map(s, s), SimpleMatrix.identity(6), 1e-13);
    SimpleMatrix mean = new SimpleMatrix(6, 1);
    assertThat(BuresWasserstein.squaredDistance(mean, s, mean, s)).isLessThan(1e-12);
  }

  @Test
  void diagonalMapIsTheRatioOfDeviations() {
    SimpleMatrix map =
        BuresWasserstein.map(SimpleMatrix.diag(4, 9, 1), SimpleMatrix.diag(1, 36, 1));
    assertClose(map, SimpleMatrix.diag(0.5, 2, 1), 1e-14);
  }

  @Test
  void nullSpaceOfASingularSourceIsMappedToZero() {
    SimpleMatrix map = BuresWasserstein.map(SimpleMatrix.diag(4, 0), SimpleMatrix.diag(1, 5));
    assertClose(map, SimpleMatrix.diag(0.5, 0), 1e-14);
    SimpleMatrix nothing = BuresWasserstein.map(new SimpleMatrix(2, 2), SimpleMatrix.diag(1, 5));
    assertClose(nothing, new SimpleMatrix(2, 2), 1e-300);
  }

  @Test
  void squaredDistanceIsThatOfTheDeviationsAndTheMeans() {
    SimpleMatrix s0 = SimpleMatrix.diag(4, 9);
    SimpleMatrix s1 = SimpleMatrix.diag(1, 25);
    // (2 - 1)^2 + (3 - 5)^2
    assertThat(BuresWasserstein.squaredDistance(ZERO, s0, ZERO, s1)).isCloseTo(5, within(1e-13));
    SimpleMatrix shift = new SimpleMatrix(new double[][] {{3}, {-4}});
    assertThat(BuresWasserstein.squaredDistance(shift, s0, ZERO, s1)).isCloseTo(30, within(1e-13));
  }

  @Test
  void squaredDistanceIsTheCostOfTheMapAndSymmetric() {
    SimpleMatrix s0 = covariance(5, 4);
    SimpleMatrix s1 = covariance(5, 5);
    SimpleMatrix zero = new SimpleMatrix(5, 1);
    SimpleMatrix move = BuresWasserstein.map(s0, s1).minus(SimpleMatrix.identity(5));
    double cost = move.mult(s0).mult(move).trace();
    double distance = BuresWasserstein.squaredDistance(zero, s0, zero, s1);
    assertThat(distance).isCloseTo(cost, within(1e-12)).isGreaterThan(0.1);
    assertThat(BuresWasserstein.squaredDistance(zero, s1, zero, s0))
        .isCloseTo(distance, within(1e-12));
  }

  @Test
  void refusesWhatIsNoCovariance() {
    SimpleMatrix fine = SimpleMatrix.identity(2);
    SimpleMatrix skew = new SimpleMatrix(new double[][] {{1, 0.5}, {0, 1}});
    SimpleMatrix indefinite = SimpleMatrix.diag(1, -0.5);
    SimpleMatrix unknown = SimpleMatrix.diag(1, Double.NaN);
    SimpleMatrix wide = new SimpleMatrix(2, 3);
    assertRefused(skew, fine, "matrix must be symmetric but differs from its transpose by 0.5");
    assertRefused(fine, skew, "matrix must be symmetric but differs from its transpose by 0.5");
    assertRefused(indefinite, fine, "must be positive semidefinite but has the eigenvalue -0.5");
    assertRefused(fine, indefinite, "must be positive semidefinite but has the eigenvalue -0.5");
    // The bad direction of the target lies in the null space of the source.
    assertRefused(SimpleMatrix.diag(1, 0), indefinite, "must be positive semidefinite");
    assertRefused(unknown, fine, "matrix must be finite but has a NaN or an infinity");
    assertRefused(fine, unknown, "matrix must be finite but has a NaN or an infinity");
    assertRefused(wide, wide, "matrix must be square but is (2, 3)");
    assertRefused(
        fine,
        SimpleMatrix.identity(3),
        "covariances must have one shape but are (2, 2) and (3, 3)");
  }

  private static void assertRefused(SimpleMatrix s0, SimpleMatrix s1, String message) {
    assertThatThrownBy(() -> BuresWasserstein.map(s0, s1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> BuresWasserstein.squaredDistance(ZERO, s0, ZERO, s1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
