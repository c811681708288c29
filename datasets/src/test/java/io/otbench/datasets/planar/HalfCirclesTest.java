package io.otbench.datasets.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.Problem;
import org.junit.jupiter.api.Test;

class HalfCirclesTest {

  private static final int ROWS = 100_000;
  private static final double RADIUS = 0.85;

  private final Problem problem = PlanarProblems.named("half-circles");
  private final GroundTruth truth = problem.truth().orElseThrow();
  private final Problem conditional = PlanarProblems.named("half-circles-conditional");
  private final GroundTruth family = conditional.truth().orElseThrow();

  @Test
  void halvesAreMovedByHalfOfTheGap() {
    assertThat(Points.map(truth.forward(), 2, -0.5, 0.3, 0.5, 0.3, 0.2, -0.1))
        .containsExactly(new double[] {-0.3, 0.3, 0.3, 0.3, 0, -0.1}, within(1e-15));
    assertThat(Points.map(truth.backward(), 2, -0.3, 0.3, 0.3, 0.3))
        .containsExactly(new double[] {-0.5, 0.3, 0.5, 0.3}, within(1e-15));
    assertThat(Points.map(family.forward(), 3, -0.5, 0.3, 0.4, 0.6, 0.2, 1))
        .containsExactly(new double[] {-0.3, 0.3, 0.4, 0.1, 0.2, 1}, within(1e-15));
    assertThat(Points.map(family.backward(), 3, -0.3, 0.3, 0.4, 0.1, 0.2, 1))
        .containsExactly(new double[] {-0.5, 0.3, 0.4, 0.6, 0.2, 1}, within(1e-15));
  }

  @Test
  void costIsTheSquareOfHalfTheGap() {
    assertThat(truth.w2Squared()).isCloseTo(0.04, within(1e-15));
    // E eta^2 / 4 for eta uniform on [0.2, 1].
    assertThat(family.w2Squared()).isCloseTo(0.992 / 9.6, within(1e-14));
    assertThat(conditional.w2Squared()).hasValue(family.w2Squared());
    assertThat(truth.target().totalVariance()).isCloseTo(RADIUS * RADIUS / 2, within(1e-15));
    // The identity's relative error.
    assertThat(Math.sqrt(truth.w2Squared() / truth.target().totalVariance()))
        .isCloseTo(0.333, within(5e-4));
  }

  @Test
  void sampleFillsTheHalvesAndTheMapMakesTheDisk() {
    double[] source = Points.sample(problem.source(), ROWS, "source");
    double[] target = Points.sample(problem.target(), ROWS, "target");
    assertThat(Points.mean(source, 2, (x1, x2) -> Math.abs(x1) < 0.2 - 1e-7 ? 1 : 0)).isZero();
    assertThat(Points.mean(source, 2, (x1, x2) -> x1 > 0 ? 1 : 0)).isCloseTo(0.5, within(0.01));
    assertUniformDisk(target);
    double[] there = Points.map(truth.forward(), 2, source);
    assertUniformDisk(there);
    assertThat(Points.squaredDistance(source, there, 2)).isCloseTo(0.04, within(1e-12));
    assertThat(Points.largestDifference(Points.map(truth.backward(), 2, there), source))
        .isLessThan(1e-14);
  }

  /** |y|^2 / radius^2 and the angle of a uniform point are a uniform point of a square. */
  private static void assertUniformDisk(double[] rows) {
    double[] square = new double[rows.length];
    for (int at = 0; at < rows.length; at += 2) {
      double radius = Math.hypot(rows[at], rows[at + 1]) / RADIUS;
      square[at] = radius * radius - 0.5;
      square[at + 1] = Math.atan2(rows[at + 1], rows[at]) / (2 * Math.PI);
    }
    assertThat(Points.excessOfChiSquare(square, 0.5, 16, (u, v) -> 1)).isBetween(-4.0, 4.0);
  }
}
