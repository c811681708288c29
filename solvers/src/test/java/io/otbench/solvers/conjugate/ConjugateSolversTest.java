package io.otbench.solvers.conjugate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.Fixtures.Quadratic;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.conjugate.FixedStepConjugateSolver.StepRule;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every inner solver promises. */
class ConjugateSolversTest {

  private static final int DIM = 4;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private enum Method {
    LBFGS,
    SAFE,
    PUBLISHED;

    ConjugateSolver create() {
      return switch (this) {
        case LBFGS -> new LbfgsConjugateSolver(5);
        case SAFE -> new FixedStepConjugateSolver(StepRule.SAFE, stream());
        case PUBLISHED -> new FixedStepConjugateSolver(StepRule.PUBLISHED, stream());
      };
    }

    private static java.util.random.RandomGenerator stream() {
      return RandomStreams.ofSeed(1).stream("power iteration");
    }
  }

  private ConjugateProblem problem(double[] z, DataType type) {
    return new ConjugateProblem(manager, z, z, DIM, type, Optional.empty());
  }

  /** Eigenvalues from -0.6 to 4.5: contracting and stretching directions. */
  private static SimpleMatrix curved() {
    return Fixtures.symmetric(Fixtures.spaced(-0.6, 4.5, DIM), 11);
  }

  /** Largest distance of a row of {@code y} to (I + M)^{-1} z. */
  private static double largestError(SimpleMatrix m, double[] z, double[] y) {
    int d = m.getNumRows();
    SimpleMatrix rows = SimpleMatrix.wrap(org.ejml.data.DMatrixRMaj.wrap(z.length / d, d, z));
    SimpleMatrix truth = rows.mult(m.plus(SimpleMatrix.identity(d)).invert());
    double largest = 0;
    for (int row = 0; row < z.length / d; row++) {
      double squared = 0;
      for (int j = 0; j < d; j++) {
        squared += Math.pow(y[row * d + j] - truth.get(row, j), 2);
      }
      largest = Math.max(largest, Math.sqrt(squared));
    }
    return largest;
  }

  @ParameterizedTest
  @CsvSource({
    "LBFGS, FLOAT64, 1e-9, 60",
    "LBFGS, FLOAT32, 1e-4, 60",
    "SAFE, FLOAT64, 1e-9, 600",
    "SAFE, FLOAT32, 1e-4, 300",
    "PUBLISHED, FLOAT64, 1e-9, 4000",
    "PUBLISHED, FLOAT32, 1e-4, 3000"
  })
  void quadraticIsSolvedToTheTolerance(Method method, DataType type, double tolerance, int cap) {
    double[] z = Fixtures.normals(64 * DIM, 1);
    double[] before = z.clone();
    ConjugateSolution solution =
        method
            .create()
            .solve(new Quadratic(curved()), problem(z, type), new InnerLimits(tolerance, cap));
    assertThat(solution.solved().cardinality()).isEqualTo(64);
    assertThat(solution.rows()).isEqualTo(64);
    assertThat(solution.negativeCurvature().isEmpty()).isTrue();
    assertThat(solution.maxResidual()).isLessThan(tolerance);
    assertThat(solution.iterations()).isBetween(2, cap - 1);
    double rounding = type == DataType.FLOAT64 ? 1e-13 : 1e-5;
    assertThat(largestError(curved(), z, solution.y()))
        .isLessThan(tolerance / (1 - 0.6) + rounding);
    assertThat(z).isEqualTo(before);
    assertThat(manager.getManagedArrays()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void residualsAreThoseOfTheReturnedPoints(Method method) {
    double[] z = Fixtures.normals(8 * DIM, 2);
    ConjugateSolution solution =
        method
            .create()
            .solve(new Quadratic(curved()), problem(z, DataType.FLOAT64), new InnerLimits(1e-9, 3));
    assertThat(solution.iterations()).isEqualTo(3);
    assertThat(solution.solved().isEmpty()).isTrue();
    SimpleMatrix jacobian = curved().plus(SimpleMatrix.identity(DIM));
    for (int row = 0; row < 8; row++) {
      SimpleMatrix y = column(solution.y(), row);
      double residual = jacobian.mult(y).minus(column(z, row)).normF();
      assertThat(solution.residuals()[row]).isCloseTo(residual, within(1e-12));
    }
  }

  private static SimpleMatrix column(double[] rows, int row) {
    return new SimpleMatrix(DIM, 1, true, Arrays.copyOfRange(rows, row * DIM, (row + 1) * DIM));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void batchEqualsItsHalves(Method method) {
    double[] z = Fixtures.normals(10 * DIM, 3);
    double[] whole = solveTightly(method, z);
    double[] upper = solveTightly(method, Arrays.copyOfRange(z, 0, 5 * DIM));
    double[] lower = solveTightly(method, Arrays.copyOfRange(z, 5 * DIM, 10 * DIM));
    for (int i = 0; i < whole.length; i++) {
      double half = i < 5 * DIM ? upper[i] : lower[i - 5 * DIM];
      assertThat(whole[i]).isCloseTo(half, within(1e-8));
    }
  }

  private double[] solveTightly(Method method, double[] z) {
    return method
        .create()
        .solve(new Quadratic(curved()), problem(z, DataType.FLOAT64), new InnerLimits(1e-9, 5000))
        .y();
  }

  @ParameterizedTest
  @CsvSource({"LBFGS, NaN", "SAFE, NaN", "PUBLISHED, NaN", "LBFGS, Infinity", "SAFE, Infinity"})
  void rowThatIsNotFiniteStaysUnsolvedAndAlone(Method method, double bad) {
    double[] z = Fixtures.normals(6 * DIM, 4);
    double[] clean = solveTightly(method, z);
    z[2 * DIM + 1] = bad;
    ConjugateSolution solution =
        method
            .create()
            .solve(
                new Quadratic(curved()), problem(z, DataType.FLOAT64), new InnerLimits(1e-9, 5000));
    BitSet expected = new BitSet();
    expected.set(0, 6);
    expected.clear(2);
    assertThat(solution.solved()).isEqualTo(expected);
    for (int i = 0; i < z.length; i++) {
      if (i / DIM != 2) {
        assertThat(solution.y()[i]).isCloseTo(clean[i], within(1e-8));
      }
    }
  }

  /** h = |z - y|^2 / 2 - 0.7 |y|^2 falls without bound: there is no minimum to find. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void unboundedProblemEndsUnsolvedWithFiniteNumbers(Method method) {
    double[] z = Fixtures.normals(5 * DIM, 5);
    ConjugateSolution solution =
        method
            .create()
            .solve(
                Quadratic.isotropic(-1.4, DIM),
                problem(z, DataType.FLOAT32),
                new InnerLimits(1e-3, 300));
    assertThat(solution.solved().isEmpty()).isTrue();
    assertThat(Arrays.stream(solution.y()).allMatch(Double::isFinite)).isTrue();
    assertThat(solution.iterations()).isLessThanOrEqualTo(300);
    if (method == Method.LBFGS) {
      assertThat(solution.negativeCurvature().cardinality()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void countsEveryEvaluationOfTheGradient(Method method) {
    double[] z = Fixtures.normals(10 * DIM, 6);
    Quadratic potential = new Quadratic(curved());
    ConjugateSolution solution =
        method.create().solve(potential, problem(z, DataType.FLOAT64), new InnerLimits(1e-6, 3000));
    assertThat(solution.gradientEvaluations())
        .isCloseTo(potential.gradientRows() / 10.0, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void rowsThatStartSolvedStayWhereTheyAre(Method method) {
    double[] z = Fixtures.normals(3 * DIM, 7);
    double[] start = solveTightly(method, z);
    ConjugateSolution solution =
        method
            .create()
            .solve(
                new Quadratic(curved()),
                new ConjugateProblem(manager, z, start, DIM, DataType.FLOAT64, Optional.empty()),
                new InnerLimits(1e-3, 100));
    assertThat(solution.iterations()).isZero();
    for (int i = 0; i < start.length; i++) {
      assertThat(solution.y()[i]).isCloseTo(start[i], within(1e-8));
    }
  }
}
