package io.otbench.datasets.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.datasets.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {

  private static final int ROWS = 20_000;

  @ParameterizedTest
  @CsvSource({"2, perpendicular", "4, perpendicular-4", "10, perpendicular-10"})
  void everyPlanBetweenPerpendicularSegmentsCostsTheSame(int dim, String name) {
    Problem problem = PlanarProblems.perpendicular(dim);
    assertThat(problem.name()).isEqualTo(name);
    assertThat(problem.dim()).isEqualTo(dim);
    assertThat(problem.truth()).isEmpty();
    assertThat(problem.w2Squared().orElseThrow()).isCloseTo(dim / 3.0, within(1e-15));
    double[] x = Points.sample(problem.source(), ROWS, "source");
    double[] y = Points.sample(problem.target(), ROWS, "target");
    for (int i = 0; i < x.length; i++) {
      assertThat(x[i] * y[i]).isZero();
      assertThat(Math.abs(x[i] + y[i])).isLessThanOrEqualTo(1);
    }
    // Any plan, and any other.
    assertThat(Points.squaredDistance(x, y, dim)).isCloseTo(dim / 3.0, within(0.015 * dim));
    for (int c = 0; c < dim; c++) {
      double mean = 0;
      double square = 0;
      for (int at = c; at < x.length; at += dim) {
        double along = x[at] + y[at];
        mean += along / ROWS;
        square += along * along / ROWS;
      }
      assertThat(mean).isCloseTo(0, within(0.02));
      assertThat(square).isCloseTo(1.0 / 3, within(0.01));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, one-to-many", "4, one-to-many-4"})
  void everyPointIsSplitUpAndDown(int dim, String name) {
    Problem problem = PlanarProblems.oneToMany(dim);
    assertThat(problem.name()).isEqualTo(name);
    assertThat(problem.dim()).isEqualTo(dim);
    assertThat(problem.truth()).isEmpty();
    assertThat(problem.w2Squared()).hasValue(1);
    double[] x = Points.sample(problem.source(), ROWS, "common");
    double[] y = Points.sample(problem.target(), ROWS, "target");
    double up = 0;
    double sourceSquare = 0;
    double targetSquare = 0;
    for (int at = 0; at < x.length; at += dim) {
      assertThat(x[at + dim - 1]).isZero();
      assertThat(Math.abs(y[at + dim - 1])).isEqualTo(1);
      up += y[at + dim - 1] / ROWS;
      for (int c = 0; c < dim - 1; c++) {
        sourceSquare += x[at + c] * x[at + c] / ROWS;
        targetSquare += y[at + c] * y[at + c] / ROWS;
      }
    }
    assertThat(up).isCloseTo(0, within(0.03));
    assertThat(sourceSquare).isCloseTo((dim - 1) / 3.0, within(0.02));
    assertThat(targetSquare).isCloseTo((dim - 1) / 3.0, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void perpendicularNeedsTwoEqualParts(int dim) {
    assertThatThrownBy(() -> PlanarProblems.perpendicular(dim))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dimension of perpendicular must be even and at least 2 but is " + dim);
  }

  @Test
  void oneToManyNeedsRoomForTheStep() {
    assertThatThrownBy(() -> PlanarProblems.oneToMany(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dimension of one-to-many must be at least 2 but is 1");
  }
}
