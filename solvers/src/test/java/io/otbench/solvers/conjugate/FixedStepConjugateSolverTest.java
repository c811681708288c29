package io.otbench.solvers.conjugate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.Fixtures.Quadratic;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.conjugate.FixedStepConjugateSolver.StepRule;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.networks.StreamInitializer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixedStepConjugateSolverTest {

  private static final int DIM = 3;
  private static final int ROWS = 6;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static FixedStepConjugateSolver solver(StepRule rule) {
    return new FixedStepConjugateSolver(rule, RandomStreams.ofSeed(1).stream("power iteration"));
  }

  private ConjugateProblem problem(double[] z, DataType type) {
    return new ConjugateProblem(manager, z, z, DIM, type, Optional.empty());
  }

  @Test
  void oneSafeStepSolvesAFlatNetwork() {
    double s = 0.25;
    DenseIcnn flat =
        DenseIcnn.create(
            manager,
            new IcnnArchitecture(List.of(4, 4), 1, SmoothActivation.SOFTPLUS, s),
            DIM,
            new StreamInitializer(RandomStreams.ofSeed(1).stream("weights"), 0),
            DataType.FLOAT64);
    double[] z = Fixtures.normals(ROWS * DIM, 1);
    ConjugateSolution solution =
        solver(StepRule.SAFE).solve(flat, problem(z, DataType.FLOAT64), new InnerLimits(1e-9, 100));
    assertThat(solution.iterations()).isEqualTo(1);
    for (int i = 0; i < z.length; i++) {
      assertThat(solution.y()[i]).isCloseTo(z[i] / (1 + s), within(1e-9));
    }
  }

  /** alpha = 0.1 / 2: the error falls by 1 - 0.05 (1 + 2) = 0.85 a step, and one step is extra. */
  @Test
  void publishedRuleTakesItsStepAndOneMore() {
    double[] z = Fixtures.normals(ROWS * DIM, 2);
    ConjugateSolution solution =
        solver(StepRule.PUBLISHED)
            .solve(
                Quadratic.isotropic(2, DIM),
                problem(z, DataType.FLOAT64),
                new InnerLimits(1e-12, 9));
    assertThat(solution.iterations()).isEqualTo(9);
    for (int i = 0; i < z.length; i++) {
      double truth = z[i] / 3;
      double expected = truth + Math.pow(0.85, 10) * (z[i] - truth);
      assertThat(solution.y()[i]).isCloseTo(expected, within(1e-7));
    }
  }

  /** alpha = 0.1 / 0.01 = 10: the error grows by a factor of 9.1 a step. */
  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT32", "FLOAT64"})
  void publishedRuleRunsAwayOnAFlatPotentialButStaysFinite(DataType type) {
    double[] z = Fixtures.normals(ROWS * DIM, 3);
    Quadratic flat = Quadratic.isotropic(0.01, DIM);
    ConjugateSolution solution =
        solver(StepRule.PUBLISHED).solve(flat, problem(z, type), new InnerLimits(1e-3, 1000));
    assertThat(solution.solved().isEmpty()).isTrue();
    assertThat(solution.maxResidual()).isGreaterThan(1);
    assertThat(Arrays.stream(solution.y()).allMatch(Double::isFinite)).isTrue();
    assertThat(Arrays.stream(solution.residuals()).allMatch(Double::isFinite)).isTrue();
    ConjugateSolution safe =
        solver(StepRule.SAFE).solve(flat, problem(z, type), new InnerLimits(1e-3, 1000));
    assertThat(safe.solved().cardinality()).isEqualTo(ROWS);
  }

  @Test
  void rowThatRunsAwayDoesNotKeepTheOthersFromBeingSolved() {
    // Lhat is 1 here, so that alpha = 0.1; the steep row is beyond the reach of the estimate.
    double[] z = {0.5, 0.2, 0.1, 100, 100, 100};
    ConjugateSolution solution =
        solver(StepRule.PUBLISHED)
            .solve(new Cliff(3), problem(z, DataType.FLOAT64), new InnerLimits(1e-6, 1000));
    assertThat(solution.solved().get(0)).isTrue();
    assertThat(solution.solved().get(1)).isFalse();
    assertThat(solution.y()[0]).isCloseTo(0.25, within(1e-6));
    assertThat(Arrays.stream(solution.y()).allMatch(Double::isFinite)).isTrue();
  }

  @Test
  void safeRuleStartsAgainWithHalfTheStepWhereTheCurvatureWasUnderestimated() {
    double[] z = {100, 100, 100};
    Cliff cliff = new Cliff(0);
    ConjugateSolution solution =
        solver(StepRule.SAFE)
            .solve(cliff, problem(z, DataType.FLOAT64), new InnerLimits(1e-6, 1000));
    // y + 30 y = z
    assertThat(solution.solved().get(0)).isTrue();
    assertThat(solution.y()[0]).isCloseTo(100 / 31.0, within(1e-6));
    // Evaluations of the attempts that were given up count too.
    assertThat(solution.gradientEvaluations()).isEqualTo((double) cliff.gradientRows);
    assertThat(cliff.gradientRows).isGreaterThan(solution.iterations() + 1);
  }

  /** |y|^2 / 2 inside a radius and 15 |y|^2 beyond it, but its Hessian claims I everywhere. */
  private static final class Cliff implements Potential {

    private final double radius;
    private long gradientRows;

    Cliff(double radius) {
      this.radius = radius;
    }

    private NDArray factor(NDArray x) {
      NDArray far = x.norm(new int[] {1}, true).gt(radius).toType(x.getDataType(), false);
      return far.mul(29).add(1);
    }

    @Override
    public NDArray value(NDArray x) {
      return x.square().mul(factor(x)).sum(new int[] {1}).div(2);
    }

    @Override
    public NDArray gradient(NDArray x) {
      gradientRows += x.getShape().get(0);
      return x.mul(factor(x));
    }

    @Override
    public NDArray hessianVectorProduct(NDArray x, NDArray v) {
      return v.duplicate();
    }
  }
}
