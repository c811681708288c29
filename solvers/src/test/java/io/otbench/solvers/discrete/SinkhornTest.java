package io.otbench.solvers.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.api.EngineArrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkhornTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray points(int dim, double... rows) {
    return EngineArrays.create(manager, rows, dim, DataType.FLOAT64);
  }

  /** P_ij of the potentials, from its definition. */
  private static double[][] plan(EntropicPotentials potentials, double[] x, double[] y, int dim) {
    int n = x.length / dim;
    int m = y.length / dim;
    double[][] plan = new double[n][m];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        double cost = 0;
        for (int k = 0; k < dim; k++) {
          double difference = x[i * dim + k] - y[j * dim + k];
          cost += difference * difference / 2;
        }
        plan[i][j] =
            Math.exp((potentials.f()[i] + potentials.g()[j] - cost) / potentials.epsilon())
                / ((double) n * m);
      }
    }
    return plan;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.3, 5, 500})
  void marginalsAreThoseOfTheSamplesUpToTheReportedError(double epsilon) {
    int dim = 2;
    int n = 60;
    int m = 40;
    double[] x = Fixtures.normals(n * dim, 1);
    double[] y = Fixtures.normals(m * dim, 2);
    int open = manager.getManagedArrays().size();
    EntropicPotentials potentials =
        new Sinkhorn(epsilon, 1e-4, 10_000).solve(points(dim, x), points(dim, y));
    assertThat(manager.getManagedArrays()).hasSize(open + 2);
    double[][] plan = plan(potentials, x, y, dim);
    double rowError = 0;
    for (double[] row : plan) {
      double sum = 0;
      for (double p : row) {
        sum += p;
      }
      rowError += Math.abs(sum - 1.0 / n);
    }
    assertThat(rowError).isCloseTo(potentials.marginalError(), within(1e-12)).isLessThan(1e-4);
    for (int j = 0; j < m; j++) {
      double sum = 0;
      for (double[] row : plan) {
        sum += row[j];
      }
      assertThat(sum).isCloseTo(1.0 / m, within(1e-12));
    }
  }

  /**
   * Two points a distance a apart on both sides: by symmetry f = g = u, and u = -epsilon log of the
   * mean of exp(u / epsilon) and exp((u - a^2 / 2) / epsilon).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 4})
  void twoPointsHaveAClosedForm(double epsilon) {
    double a = 1.5;
    NDArray set = points(1, 10, 10 + a);
    EntropicPotentials potentials = new Sinkhorn(epsilon, 1e-13, 1_000).solve(set, set);
    double stay = Math.exp(-a * a / 2 / epsilon);
    assertThat(potentials.value()).isCloseTo(-epsilon * Math.log((1 + stay) / 2), within(1e-12));
    double[][] plan = plan(potentials, new double[] {0, a}, new double[] {0, a}, 1);
    assertThat(plan[0][1] / plan[0][0]).isCloseTo(stay, within(1e-12));
  }

  @Test
  void aSmallEpsilonGivesHalfTheExactCost() {
    int n = 100;
    NDArray x = points(1, Fixtures.normals(n, 1));
    NDArray y = points(1, Fixtures.normals(n, 2)).addi(1);
    double exact = Matching.of(x, y, new AssignmentSolver()).w2Squared() / 2;
    double epsilon = 1e-3;
    EntropicPotentials potentials = new Sinkhorn(epsilon, 1e-3, 20_000).solve(x, y);
    // The entropy term is at most epsilon log n and never negative.
    assertThat(potentials.value()).isBetween(exact - 1e-3, exact + epsilon * Math.log(n));
  }

  @Test
  void aLargeEpsilonPairsEverybodyWithEverybody() {
    EntropicPotentials potentials =
        new Sinkhorn(1e6, 1e-10, 100).solve(points(1, 0, 2), points(1, 0, 0, 6));
    // Mean of |x - y|^2 / 2 over the six pairs: (0 + 0 + 36 + 4 + 4 + 16) / 12.
    assertThat(potentials.value()).isCloseTo(5, within(1e-4));
    assertThat(potentials.iterations()).isLessThan(10);
  }

  @Test
  void tooFewIterationsAreAFailure() {
    NDArray x = points(2, Fixtures.normals(60, 1));
    NDArray y = points(2, Fixtures.normals(60, 2));
    assertThatThrownBy(() -> new Sinkhorn(1e-3, 1e-6, 30).solve(x, y))
        .isInstanceOf(NotConvergedException.class)
        .hasMessageContaining("after 30 iterations, tolerance");
    assertThat(manager.getManagedArrays()).hasSize(2);
  }

  @Test
  void wrongPointsAreRefused() {
    Sinkhorn sinkhorn = new Sinkhorn(1, 1e-3, 10);
    assertThatThrownBy(() -> sinkhorn.solve(points(1, 0, Double.NaN), points(1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points must be finite but a cost is NaN");
    assertThatThrownBy(() -> sinkhorn.solve(points(1, 0, 1), points(2, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x and y must be (n, d) and (m, d) but are (2, 1) and (1, 2)");
  }
}
