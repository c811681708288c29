package io.otbench.solvers.diotm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.Fixtures.DiagonalGaussian;
import io.otbench.solvers.Fixtures.FixedSampler;
import io.otbench.solvers.Fixtures.Harness;
import io.otbench.solvers.Fixtures.SmallPool;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.Network;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.networks.PotentialArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.training.AdamSchedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiotmSolverTest {

  private static final int FRESH_ROWS = 1 << 13;
  private static final double ALPHA = 0.5;

  private static DiotmConfig config(
      int steps, int batchSize, double hjbWeight, AdamSchedule adam, double averageDecay) {
    List<Integer> widths = List.of(32, 32);
    return new DiotmConfig(
        steps,
        batchSize,
        2,
        ALPHA,
        hjbWeight,
        new PotentialArchitecture(widths, SmoothActivation.SILU, false),
        new MapArchitecture(MapArchitecture.Kind.RESIDUAL, 1, widths, Nonlinearity.SILU),
        adam,
        adam,
        averageDecay,
        DataType.FLOAT32);
  }

  private static AdamSchedule falling() {
    return new AdamSchedule(5e-3, 0, 0.5, 0.9);
  }

  private static DiagonalGaussian source() {
    return new DiagonalGaussian(new double[] {0, 1}, new double[] {1, 0.7}, 1);
  }

  private static DiagonalGaussian target() {
    return new DiagonalGaussian(new double[] {1, 0.5}, new double[] {0.8, 1.2}, 2);
  }

  @Test
  void learnsATranslationAndAStretchBothWaysAndTheirCost() {
    DiagonalGaussian source = source();
    DiagonalGaussian target = target();
    double identity = source.unexplainedPercent(x -> x.duplicate(), target, FRESH_ROWS);
    try (Harness harness = new Harness(1);
        Transport transport =
            new DiotmSolver()
                .fit(source, target, config(400, 128, 0.1, falling(), 0.95), harness)) {
      double forward = source.unexplainedPercent(transport.forward(), target, FRESH_ROWS);
      double backward =
          target.unexplainedPercent(transport.backward().orElseThrow(), source, FRESH_ROWS);
      assertThat(identity).isGreaterThan(50);
      assertThat(forward).isLessThan(identity / 100);
      assertThat(backward).isLessThan(identity / 100);
      // |m0 - m1|^2 and the squared differences of the deviations.
      double squaredDistance = 1.25 + 0.04 + 0.25;
      assertThat(lastHundred(harness.records("w2_squared_forward")))
          .isCloseTo(squaredDistance, within(0.1));
      assertThat(lastHundred(harness.records("w2_squared_backward")))
          .isCloseTo(squaredDistance, within(0.1));
      assertThat(lastHundred(harness.records("w2_squared_dual")))
          .isCloseTo(squaredDistance, within(0.2));
      assertThat(lastHundred(harness.losses())).isCloseTo(ALPHA * squaredDistance, within(0.1));
      // |grad V|^2 / 2 alone, which the derivative in time cancels, is alpha^2 2 W2^2 = 0.77.
      assertThat(lastHundred(harness.records("hjb_residual_source"))).isLessThan(0.1);
      assertThat(lastHundred(harness.records("hjb_residual_target"))).isLessThan(0.1);
      assertThat(harness.samplesSeen()).hasSize(400).last().isEqualTo(400L * 2 * 128);
    }
  }

  private static double lastHundred(List<Double> values) {
    return values.subList(values.size() - 100, values.size()).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  @Test
  void stepOfThePotentialLeavesTheMapsAloneAndStepOfTheMapsThePotential() {
    try (Harness harness = new Harness(1)) {
      DiotmTraining training =
          new DiotmTraining(source(), target(), config(10, 16, 0.1, falling(), 0), harness);
      try (NDManager scope = harness.manager().newSubManager()) {
        NDArray x = source().sample(scope, 16);
        NDArray y = target().sample(scope, 16);
        NDArray t = training.times(scope);
        for (int step = 1; step <= 3; step++) {
          double[] potential = weights(training.potential());
          double[] forward = weights(training.maps().get(0));
          double[] backward = weights(training.maps().get(1));
          training.potentialStep(scope, t, x, y, step);
          double[] movedPotential = weights(training.potential());
          assertThat(movedPotential).isNotEqualTo(potential);
          assertThat(weights(training.maps().get(0))).isEqualTo(forward);
          assertThat(weights(training.maps().get(1))).isEqualTo(backward);
          training.mapStep(scope, t, x, y, step);
          assertThat(weights(training.potential())).isEqualTo(movedPotential);
          assertThat(weights(training.maps().get(0))).isNotEqualTo(forward);
          assertThat(weights(training.maps().get(1))).isNotEqualTo(backward);
        }
      }
    }
  }

  private static double[] weights(Network network) {
    return network.getParameters().values().stream()
        .flatMapToDouble(parameter -> Arrays.stream(EngineArrays.toDoubles(parameter.getArray())))
        .toArray();
  }

  /** Both maps start as the identity, and V is weighed at the same points on both sides. */
  @Test
  void firstLossBetweenTheSameRowsIsZero() {
    FixedSampler same = new FixedSampler(2, Fixtures.normals(32, 1));
    try (Harness harness = new Harness(1);
        Transport transport =
            new DiotmSolver().fit(same, same, config(1, 16, 0.1, falling(), 0), harness)) {
      // The same rows on both sides at the same times.
      assertThat(harness.losses().get(0)).isCloseTo(0, within(1e-6));
      assertThat(harness.records("w2_squared_forward")).containsExactly(0.0);
      assertThat(harness.records("w2_squared_backward")).containsExactly(0.0);
      assertThat(transport.potential()).isEmpty();
    }
  }

  /**
   * The first update of a map moves its last layer only, in which it is linear, and the average
   * keeps 1 / 11 of the identity it starts from.
   */
  @Test
  void mapsReadOutAreTheAverages() {
    List<double[]> shifts = new ArrayList<>();
    for (double decay : new double[] {0, 0.999}) {
      DiotmConfig two = config(1, 16, 0.1, falling(), decay);
      DiotmConfig config =
          new DiotmConfig(
              1,
              16,
              1,
              ALPHA,
              0.1,
              two.potential(),
              two.map(),
              two.potentialAdam(),
              two.mapAdam(),
              decay,
              DataType.FLOAT64);
      try (Harness harness = new Harness(1);
          Transport transport = new DiotmSolver().fit(source(), target(), config, harness);
          NDManager manager = NDManager.newBaseManager()) {
        NDArray points = EngineArrays.create(manager, Fixtures.normals(20, 1), 2, DataType.FLOAT64);
        NDArray forward = transport.forward().apply(points).sub(points);
        NDArray backward = transport.backward().orElseThrow().apply(points).sub(points);
        shifts.add(forward.concat(backward).toDoubleArray());
      }
    }
    for (int i = 0; i < shifts.get(0).length; i++) {
      assertThat(shifts.get(0)[i]).isNotZero();
      assertThat(shifts.get(1)[i]).isCloseTo(shifts.get(0)[i] * 10 / 11, within(1e-12));
    }
  }

  /** A constant V solves the equation too, so that the maps then have no reason to move. */
  @Test
  void farTooStrongARegulariserFlattensThePotential() {
    DiagonalGaussian source = source();
    DiagonalGaussian target = target();
    double identity = source.unexplainedPercent(x -> x.duplicate(), target, FRESH_ROWS);
    try (Harness harness = new Harness(1);
        Transport transport =
            new DiotmSolver().fit(source, target, config(200, 64, 1e4, falling(), 0.9), harness)) {
      double forward = source.unexplainedPercent(transport.forward(), target, FRESH_ROWS);
      assertThat(forward).isGreaterThan(identity / 2);
    }
  }

  @Test
  void refusesABatchLargerThanAFiniteSetAndLeavesNothingBehind() {
    Sampler pool = new SmallPool(2, 15);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(
              () -> new DiotmSolver().fit(source(), pool, config(1, 16, 0, falling(), 0), harness))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("one step takes 16 rows per side, but the target has only 15");
      assertThat(harness.manager().getManagedArrays()).isEmpty();
    }
  }

  @Test
  void rowsThatAreNotNumbersEndTheTrainingAtTheFirstLoss() {
    double[] rows = Fixtures.normals(32, 1);
    rows[7] = Double.NaN;
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(
              () ->
                  new DiotmSolver()
                      .fit(
                          source(),
                          new FixedSampler(2, rows),
                          config(5, 16, 0.1, falling(), 0),
                          harness))
          .isInstanceOf(DivergenceException.class)
          .hasMessage("potential loss was NaN at step 1");
      assertThat(harness.losses()).isEmpty();
    }
  }
}
