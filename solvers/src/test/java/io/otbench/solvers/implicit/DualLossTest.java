package io.otbench.solvers.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.conjugate.ConjugateProblem;
import io.otbench.solvers.conjugate.ConjugateSolution;
import io.otbench.solvers.conjugate.InnerLimits;
import io.otbench.solvers.conjugate.LbfgsConjugateSolver;
import io.otbench.solvers.networks.DenseIcnn;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.networks.StreamInitializer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loss of the implicit method, E g(x) - E[g(y*) + |z - y*|^2 / 2], and its derivatives. */
class DualLossTest {

  private static final int DIM = 2;
  private static final int ROWS = 12;
  private static final double STEP = 1e-5;

  private final NDManager manager = NDManager.newBaseManager();
  private final double[] x = Fixtures.normals(ROWS * DIM, 1);
  private final double[] z = Fixtures.normals(ROWS * DIM, 2);

  @AfterEach
  void close() {
    manager.close();
  }

  private DenseIcnn network(double strongConvexity) {
    return DenseIcnn.create(
        manager,
        new IcnnArchitecture(List.of(6, 5, 4), 1, SmoothActivation.SOFTPLUS, strongConvexity),
        DIM,
        new StreamInitializer(RandomStreams.ofSeed(3).stream("weights"), 0.25),
        DataType.FLOAT64);
  }

  private double[] solve(DenseIcnn g) {
    ConjugateSolution solution =
        new LbfgsConjugateSolver(5)
            .solve(
                g,
                new ConjugateProblem(manager, z, z, DIM, DataType.FLOAT64, Optional.empty()),
                new InnerLimits(1e-10, 300));
    assertThat(solution.solved().cardinality()).isEqualTo(ROWS);
    assertThat(solution.negativeCurvature().isEmpty()).isTrue();
    return solution.y();
  }

  private NDArray rows(double[] numbers) {
    return EngineArrays.create(manager, numbers, DIM, DataType.FLOAT64);
  }

  private double loss(DenseIcnn g) {
    double[] y = solve(g);
    double loss = g.value(rows(x)).mean().getDouble() - g.value(rows(y)).mean().getDouble();
    return loss - meanSquare(z, y) / 2;
  }

  private static double meanSquare(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum / ROWS;
  }

  /** Derivatives at the solved y, held constant. */
  private DenseIcnn.WeightedValue envelope(DenseIcnn g, double[] y) {
    double[] weights = new double[2 * ROWS];
    for (int row = 0; row < ROWS; row++) {
      weights[row] = 1.0 / ROWS;
      weights[ROWS + row] = -1.0 / ROWS;
    }
    NDArray points = NDArrays.concat(new NDList(rows(x), rows(y)), 0);
    return g.weightedValue(
        points, EngineArrays.create(manager, weights, new Shape(2 * ROWS, 1), DataType.FLOAT64));
  }

  @Test
  void envelopeGradientIsTheDerivativeOfTheResolvedLoss() {
    DenseIcnn g = network(0.05);
    NDList gradients = envelope(g, solve(g)).weightGradients();
    for (int i = 0; i < gradients.size(); i++) {
      NDArray weights = g.getParameters().valueAt(i).getArray();
      NDArray direction =
          EngineArrays.create(
              manager,
              Fixtures.normals((int) weights.size(), 10 + i),
              weights.getShape(),
              DataType.FLOAT64);
      weights.addi(direction.mul(STEP));
      double above = loss(g);
      weights.subi(direction.mul(2 * STEP));
      double below = loss(g);
      weights.addi(direction.mul(STEP));
      double expected = gradients.get(i).mul(direction).sum().getDouble();
      assertThat((above - below) / (2 * STEP))
          .isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
      assertThat(Math.abs(expected)).isGreaterThan(1e-4);
    }
  }

  /** phi = g + |.|^2 / 2 is the potential of the conjugate formulation. */
  @Test
  void conjugateFormulationDiffersByAConstantOnly() {
    DenseIcnn g = network(0.05);
    DenseIcnn phi = network(1.05);
    double[] y = solve(g);
    // y* = grad phi*(z), so that grad phi(y*) = z.
    double[] back = phi.gradient(rows(y)).toDoubleArray();
    double inner = 0;
    for (int i = 0; i < z.length; i++) {
      assertThat(back[i]).isCloseTo(z[i], within(1e-9));
      inner += z[i] * y[i] / ROWS;
    }
    DenseIcnn.WeightedValue ofG = envelope(g, y);
    DenseIcnn.WeightedValue ofPhi = envelope(phi, y);
    double constant = (meanSquare(x, new double[x.length]) + meanSquare(z, new double[x.length]));
    assertThat(ofPhi.value().getDouble() + inner)
        .isCloseTo(ofG.value().getDouble() - meanSquare(z, y) / 2 + constant / 2, within(1e-9));
    for (int i = 0; i < ofG.weightGradients().size(); i++) {
      assertThat(ofPhi.weightGradients().get(i).toDoubleArray())
          .containsExactly(ofG.weightGradients().get(i).toDoubleArray(), within(1e-9));
    }
  }
}
