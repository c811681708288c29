package io.otbench.datasets.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.linalg.BuresWasserstein;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EllipseTest {

  private static final int ROWS = 100_000;

  private final Problem problem = PlanarProblems.named("ellipse");
  private final GroundTruth truth = problem.truth().orElseThrow();
  private final Problem conditional = PlanarProblems.named("ellipse-conditional");
  private final GroundTruth family = conditional.truth().orElseThrow();

  private static SimpleMatrix sourceShape() {
    return SimpleMatrix.diag(0.8, 0.4);
  }

  private static SimpleMatrix targetShape(double eta) {
    return new SimpleMatrix(new double[][] {{0.6, eta}, {eta, 0.8}});
  }

  private static SimpleMatrix covariance(SimpleMatrix shape) {
    return shape.mult(shape.transpose()).divide(4);
  }

  private static double bures(double eta) {
    SimpleMatrix zero = new SimpleMatrix(2, 1);
    return BuresWasserstein.squaredDistance(
        zero, covariance(sourceShape()), zero, covariance(targetShape(eta)));
  }

  @Test
  void rotationFormulaIsTheGaussianFormula() {
    assertThat(Ellipse.theta(0.2)).isCloseTo(0.0996687, within(1e-7));
    double[] images = Points.map(truth.forward(), 2, 1, 0, 0, 1);
    assertThat(images)
        .containsExactly(new double[] {0.7711538, 0.3482630, 0.3482630, 1.9403225}, within(1e-7));
    double[] gaussian =
        BuresWasserstein.map(covariance(sourceShape()), covariance(targetShape(0.2)))
            .getDDRM()
            .getData();
    assertThat(images).containsExactly(gaussian, within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.27, 0.4})
  void everyConditionHasTheGaussianMapBothWays(double eta) {
    SimpleMatrix source = covariance(sourceShape());
    SimpleMatrix target = covariance(targetShape(eta));
    double[] forward = Points.map(family.forward(), 3, 1, 0, eta, 0, 1, eta);
    double[] backward = Points.map(family.backward(), 3, 1, 0, eta, 0, 1, eta);
    assertRows(forward, BuresWasserstein.map(source, target), eta);
    assertRows(backward, BuresWasserstein.map(target, source), eta);
  }

  private static void assertRows(double[] images, SimpleMatrix matrix, double eta) {
    double[] expected = {
      matrix.get(0, 0), matrix.get(1, 0), eta, matrix.get(0, 1), matrix.get(1, 1), eta
    };
    assertThat(images).containsExactly(expected, within(1e-12));
  }

  @Test
  void truthHasItsKnownNumbers() {
    assertThat(truth.w2Squared()).isCloseTo(0.0680050, within(1e-7));
    assertThat(truth.w2Squared()).isCloseTo(bures(0.2), within(1e-14));
    assertThat(truth.target().totalVariance()).isCloseTo(0.27, within(1e-15));
    assertThat(truth.source().covariance().minus(covariance(sourceShape())).elementMaxAbs())
        .isLessThan(1e-15);
    assertThat(truth.target().covariance().minus(covariance(targetShape(0.2))).elementMaxAbs())
        .isLessThan(1e-15);
    // The identity's relative error.
    assertThat(Math.sqrt(truth.w2Squared() / 0.27)).isCloseTo(0.502, within(5e-4));
  }

  @Test
  void sampleFillsTheEllipsesAndTheMapCarriesOneToTheOther() {
    double[] source = Points.sample(problem.source(), ROWS, "source");
    double[] target = Points.sample(problem.target(), ROWS, "target");
    assertUniform(source, sourceShape());
    assertUniform(target, targetShape(0.2));
    double[] there = Points.map(truth.forward(), 2, source);
    double[] back = Points.map(truth.backward(), 2, target);
    assertUniform(there, targetShape(0.2));
    assertUniform(back, sourceShape());
    assertThat(Points.squaredDistance(source, there, 2))
        .isCloseTo(truth.w2Squared(), within(0.01 * truth.w2Squared()));
    assertThat(Points.largestDifference(Points.map(truth.backward(), 2, there), source))
        .isLessThan(1e-14);
  }

  /**
   * A uniform point M b has |b|^2 uniform on [0, 1] and an angle of b that is uniform: together a
   * uniform point of a square.
   */
  private static void assertUniform(double[] rows, SimpleMatrix shape) {
    SimpleMatrix inverse = shape.invert();
    double[] square = new double[rows.length];
    for (int at = 0; at < rows.length; at += 2) {
      double b1 = inverse.get(0, 0) * rows[at] + inverse.get(0, 1) * rows[at + 1];
      double b2 = inverse.get(1, 0) * rows[at] + inverse.get(1, 1) * rows[at + 1];
      square[at] = b1 * b1 + b2 * b2 - 0.5;
      square[at + 1] = Math.atan2(b2, b1) / (2 * Math.PI);
    }
    assertThat(Points.excessOfChiSquare(square, 0.5, 16, (u, v) -> 1)).isBetween(-4.0, 4.0);
  }

  @Test
  void familyIsTheMeanOverItsConditions() {
    double cost = 0;
    SimpleMatrix covariance = new SimpleMatrix(2, 2);
    int steps = 4_000;
    for (int i = 0; i < steps; i++) {
      double eta = 0.4 * (i + 0.5) / steps;
      cost += bures(eta) / steps;
      covariance = covariance.plus(covariance(targetShape(eta)).divide(steps));
    }
    assertThat(family.w2Squared()).isCloseTo(cost, within(1e-8));
    assertThat(conditional.w2Squared()).hasValue(family.w2Squared());
    SimpleMatrix joint = family.target().covariance();
    assertThat(joint.extractMatrix(0, 2, 0, 2).minus(covariance).elementMaxAbs()).isLessThan(1e-8);
    assertThat(family.target().totalVariance()).isCloseTo(covariance.trace(), within(1e-8));
    assertThat(family.source().totalVariance()).isCloseTo(0.2, within(1e-15));
    assertThat(joint.get(2, 2)).isCloseTo(0.16 / 12, within(1e-15));
    assertThat(family.target().mean().get(2, 0)).isCloseTo(0.2, within(1e-15));
  }
}
