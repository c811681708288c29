package io.otbench.datasets.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.GroundTruth.Moments;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.linalg.SampleMoments;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanarProblemsTest {

  private static final int ROWS = 100_000;

  static List<String> names() {
    return PlanarProblems.names();
  }

  @Test
  void thereAreTwelve() {
    assertThat(names())
        .containsExactly(
            "square",
            "ellipse",
            "half-circles",
            "ellipse-conditional",
            "half-circles-conditional",
            "four-corners",
            "perpendicular",
            "one-to-many",
            "gaussian-8gaussians",
            "gaussian-25gaussians",
            "moons-spiral",
            "gaussian-circles");
    assertThatThrownBy(() -> PlanarProblems.named("cube"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("planar problem must be one of [square, ellipse, ")
        .hasMessageEndingWith("gaussian-circles] but is cube");
  }

  @ParameterizedTest
  @MethodSource("names")
  void streamDecidesTheRowsOfBothSides(String name) {
    Problem problem = PlanarProblems.named(name);
    assertThat(problem.name()).isEqualTo(name);
    assertThat(problem.dim()).isEqualTo(name.endsWith("conditional") ? 3 : 2);
    for (var side : List.of(problem.source(), problem.target())) {
      double[] rows = Points.sample(side, 50, "rows");
      assertThat(Points.sample(side, 50, "rows")).isEqualTo(rows);
      assertThat(Points.sample(side, 50, "others")).isNotEqualTo(rows);
      // Fewer rows are the first of more: a row takes its randomness when its turn comes.
      assertThat(Points.sample(side, 20, "rows")).isEqualTo(Arrays.copyOf(rows, 20 * side.dim()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "square",
        "ellipse",
        "half-circles",
        "ellipse-conditional",
        "half-circles-conditional"
      })
  void truthHasTheMomentsAndTheCostOfTheSamples(String name) {
    Problem problem = PlanarProblems.named(name);
    int dim = problem.dim();
    GroundTruth truth = problem.truth().orElseThrow();
    double[] source = Points.sample(problem.source(), ROWS, "source");
    double[] target = Points.sample(problem.target(), ROWS, "target");
    double[] there = Points.map(truth.forward(), dim, source);
    double[] back = Points.map(truth.backward(), dim, target);
    assertMoments(source, truth.source());
    assertMoments(back, truth.source());
    assertMoments(target, truth.target());
    assertMoments(there, truth.target());
    assertThat(Points.squaredDistance(source, there, dim))
        .isCloseTo(truth.w2Squared(), within(0.02 * truth.w2Squared()));
    assertThat(Points.squaredDistance(target, back, dim))
        .isCloseTo(truth.w2Squared(), within(0.02 * truth.w2Squared()));
    assertThat(Points.largestDifference(Points.map(truth.backward(), dim, there), source))
        .isLessThan(1e-13);
    assertThatThrownBy(() -> Points.map(truth.forward(), dim + 1, new double[2 * (dim + 1)]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points must have shape (n, %d) but have (2, %d)".formatted(dim, dim + 1));
  }

  /** Six standard deviations of a mean or a covariance of this many rows, at most. */
  private static void assertMoments(double[] rows, Moments expected) {
    int dim = expected.mean().getNumRows();
    SampleMoments found = new SampleMoments(dim);
    try (NDManager manager = NDManager.newBaseManager()) {
      found.add(EngineArrays.create(manager, rows, dim, DataType.FLOAT64));
    }
    double variance = expected.totalVariance();
    double share = 6 / Math.sqrt(ROWS);
    assertThat(found.mean().minus(expected.mean()).elementMaxAbs())
        .isLessThan(share * Math.sqrt(variance));
    assertThat(found.covariance().minus(expected.covariance()).elementMaxAbs())
        .isLessThan(share * variance);
  }
}
