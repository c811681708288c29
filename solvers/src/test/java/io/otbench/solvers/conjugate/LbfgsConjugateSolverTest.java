package io.otbench.solvers.conjugate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.Fixtures.Quadratic;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.networks.StreamInitializer;
import java.util.List;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LbfgsConjugateSolverTest {

  private final NDManager manager = NDManager.newBaseManager();
  private final LbfgsConjugateSolver solver = new LbfgsConjugateSolver(5);

  @AfterEach
  void close() {
    manager.close();
  }

  private ConjugateProblem problem(double[] z, int dim) {
    return new ConjugateProblem(manager, z, z, dim, DataType.FLOAT64, Optional.empty());
  }

  /** Eigenvalues of I + M in [0.1, 5]; a correct recursion needs 28 and 54 iterations or so. */
  @ParameterizedTest
  @CsvSource({"8, 40", "32, 80"})
  void needsFewIterations(int dim, int bound) {
    SimpleMatrix m = Fixtures.symmetric(Fixtures.spaced(-0.9, 4, dim), 1);
    double[] z = Fixtures.normals(1024 * dim, 1);
    ConjugateSolution solution =
        solver.solve(new Quadratic(m), problem(z, dim), new InnerLimits(1e-6, 300));
    assertThat(solution.solved().cardinality()).isEqualTo(1024);
    assertThat(solution.iterations()).isLessThanOrEqualTo(bound);
  }

  @Test
  void metricSavesEvaluationsAndLeavesTheAnswer() {
    int dim = 8;
    SimpleMatrix m = Fixtures.symmetric(Fixtures.spaced(-0.8, 4, dim), 2);
    double[] z = Fixtures.normals(64 * dim, 2);
    double[] inverse = m.plus(SimpleMatrix.identity(dim)).invert().getDDRM().getData();
    InnerLimits limits = new InnerLimits(1e-8, 300);
    ConjugateSolution without = solver.solve(new Quadratic(m), problem(z, dim), limits);
    ConjugateSolution with =
        solver.solve(
            new Quadratic(m),
            new ConjugateProblem(manager, z, z, dim, DataType.FLOAT64, Optional.of(inverse)),
            limits);
    assertThat(with.iterations()).isLessThanOrEqualTo(2);
    assertThat(with.gradientEvaluations()).isLessThan(without.gradientEvaluations() / 3);
    // The metric reaches the right rows where the first half is solved from the start.
    double[] start = z.clone();
    System.arraycopy(without.y(), 0, start, 0, z.length / 2);
    ConjugateSolution half =
        solver.solve(
            new Quadratic(m),
            new ConjugateProblem(manager, z, start, dim, DataType.FLOAT64, Optional.of(inverse)),
            limits);
    assertThat(half.solved().cardinality()).isEqualTo(64);
    assertThat(half.iterations()).isLessThanOrEqualTo(2);
    // A metric of the wrong scale and with a wrong direction costs, but does not mislead.
    double[] poor = Fixtures.symmetric(Fixtures.spaced(-1, 40, dim), 3).getDDRM().getData();
    ConjugateSolution misled =
        solver.solve(
            new Quadratic(m),
            new ConjugateProblem(manager, z, z, dim, DataType.FLOAT64, Optional.of(poor)),
            limits);
    // Rounding, which differs between kinds of machine, may end a row short of the tolerance: it is
    // not called solved and is near all the same.
    assertThat(misled.solved().cardinality()).isBetween(62, 64);
    assertThat(misled.maxResidual()).isLessThan(1e-6);
    for (int i = 0; i < z.length; i++) {
      assertThat(with.y()[i]).isCloseTo(without.y()[i], within(2e-7));
      double near = misled.solved().get(i / dim) ? 2e-7 : 5e-6;
      assertThat(misled.y()[i]).isCloseTo(without.y()[i], within(near));
    }
  }

  @Test
  void solvedRowsStopCosting() {
    int dim = 8;
    int rows = 100;
    SimpleMatrix m = Fixtures.symmetric(Fixtures.spaced(-0.9, 4, dim), 3);
    double[] z = Fixtures.normals(rows * dim, 3);
    InnerLimits limits = new InnerLimits(1e-6, 300);
    double[] start = solver.solve(new Quadratic(m), problem(z, dim), limits).y();
    System.arraycopy(z, 0, start, 0, z.length / 2);
    ConjugateSolution half =
        solver.solve(
            new Quadratic(m),
            new ConjugateProblem(manager, z, start, dim, DataType.FLOAT64, Optional.empty()),
            limits);
    assertThat(half.solved().cardinality()).isEqualTo(rows);
    assertThat(half.gradientEvaluations()).isLessThan(0.75 * half.iterations());
  }

  @Test
  void neverClimbs() {
    int dim = 3;
    IcnnArchitecture architecture =
        new IcnnArchitecture(List.of(16, 16, 8), 1, SmoothActivation.SOFTPLUS, 0);
    // Large random weights: not convex, with several stationary points per row.
    DenseIcnn network =
        DenseIcnn.create(
            manager,
            architecture,
            dim,
            new StreamInitializer(RandomStreams.ofSeed(4).stream("weights"), 0.3),
            DataType.FLOAT64);
    double[] z = Fixtures.normals(200 * dim, 4);
    double[] start = Fixtures.normals(200 * dim, 5);
    double[] before = h(network, z, start, dim);
    for (int cap : new int[] {1, 2, 5, 30}) {
      ConjugateSolution solution =
          solver.solve(
              network,
              new ConjugateProblem(manager, z, start, dim, DataType.FLOAT64, Optional.empty()),
              new InnerLimits(1e-9, cap));
      double[] after = h(network, z, solution.y(), dim);
      for (int row = 0; row < before.length; row++) {
        assertThat(after[row]).isLessThanOrEqualTo(before[row] + 1e-12 * Math.abs(before[row]));
      }
      before = after;
    }
  }

  private double[] h(Potential g, double[] z, double[] y, int dim) {
    try (NDManager scope = manager.newSubManager()) {
      double[] values =
          EngineArrays.toDoubles(g.value(EngineArrays.create(scope, y, dim, DataType.FLOAT64)));
      for (int i = 0; i < z.length; i++) {
        values[i / dim] += (z[i] - y[i]) * (z[i] - y[i]) / 2;
      }
      return values;
    }
  }

  /** g = -10 cos y: downhill from y = 3.49 there is negative curvature first, a minimum later. */
  @Test
  void passesThroughNegativeCurvatureToAMinimum() {
    double[] z = {0};
    ConjugateSolution solution =
        solver.solve(
            new Cosine(10),
            new ConjugateProblem(
                manager, z, new double[] {3.49}, 1, DataType.FLOAT64, Optional.empty()),
            new InnerLimits(1e-9, 300));
    assertThat(solution.solved().get(0)).isTrue();
    assertThat(solution.negativeCurvature().get(0)).isFalse();
    double y = solution.y()[0];
    assertThat(y + 10 * Math.sin(y)).isCloseTo(0, within(1e-8));
    assertThat(1 + 10 * Math.cos(y)).isPositive();
  }

  /** -c cos y on the line. */
  private record Cosine(double c) implements Potential {

    @Override
    public NDArray value(NDArray x) {
      return x.cos().mul(-c).sum(new int[] {1});
    }

    @Override
    public NDArray gradient(NDArray x) {
      return x.sin().mul(c);
    }

    @Override
    public NDArray hessianVectorProduct(NDArray x, NDArray v) {
      return x.cos().mul(c).mul(v);
    }
  }

  @Test
  void noRowsAreNoProblem() {
    ConjugateSolution solution =
        solver.solve(
            Quadratic.isotropic(1, 2), problem(new double[0], 2), new InnerLimits(1e-3, 5));
    assertThat(solution.rows()).isZero();
    assertThat(solution.maxResidual()).isZero();
  }

  @Test
  void refusesNoMemory() {
    assertThatThrownBy(() -> new LbfgsConjugateSolver(0))
        .hasMessage("memory must be at least 1 but is 0");
  }
}
