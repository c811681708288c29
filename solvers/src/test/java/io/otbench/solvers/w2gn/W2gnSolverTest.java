package io.otbench.solvers.w2gn;

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
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.NetworkPasses;
import io.otbench.solvers.api.Potential;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.training.AdamSchedule;
import java.util.List;
import org.junit.jupiter.api.Test;

class W2gnSolverTest {

  private static final int FRESH_ROWS = 1 << 13;

  private static W2gnConfig config(
      int steps, double cycleWeight, double deviation, int pretraining, double strongConvexity) {
    return new W2gnConfig(
        steps,
        128,
        cycleWeight,
        new IcnnArchitecture(List.of(32, 32, 16), 1, SmoothActivation.CELU, strongConvexity),
        deviation,
        new PretrainingConfig(pretraining, 128, 3, AdamSchedule.constant(5e-3, 0.8, 0.9), 1e-3),
        AdamSchedule.cosine(5e-3, 1e-4),
        AdamSchedule.cosine(5e-3, 1e-4),
        DataType.FLOAT32);
  }

  @Test
  void learnsATranslationAndAStretchWithConvexPotentialsInverseToEachOther() {
    DiagonalGaussian source = new DiagonalGaussian(new double[] {0, 1}, new double[] {1, 0.7}, 1);
    DiagonalGaussian target =
        new DiagonalGaussian(new double[] {1, 0.5}, new double[] {0.8, 1.2}, 2);
    double identity = source.unexplainedPercent(x -> x.duplicate(), target, FRESH_ROWS);
    try (Harness harness = new Harness(1);
        Transport transport =
            new W2gnSolver().fit(source, target, config(400, 2, 0.1, 400, 0.05), harness)) {
      double forward = source.unexplainedPercent(transport.forward(), target, FRESH_ROWS);
      double backward =
          target.unexplainedPercent(transport.backward().orElseThrow(), source, FRESH_ROWS);
      assertThat(identity).isGreaterThan(50);
      assertThat(forward).isLessThan(identity / 20);
      assertThat(backward).isLessThan(identity / 20);
      try (NDManager manager = NDManager.newBaseManager()) {
        NDArray x = source.sample(manager, FRESH_ROWS);
        NDArray back = transport.backward().orElseThrow().apply(transport.forward().apply(x));
        double cycle = back.sub(x).square().sum(new int[] {1}).mean().getFloat();
        assertThat(100 * cycle / source.totalVariance()).isLessThan(1);
      }
      assertThat(harness.losses()).hasSize(400);
      // Both sides of every step, and one side of at least one step of pre-training.
      assertThat(harness.samplesSeen().get(399)).isBetween(801L * 128, 1_200L * 128);
      assertConvex(transport.potential().orElseThrow(), DataType.FLOAT32);
    }
  }

  private static void assertConvex(Potential potential, DataType type) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray a = EngineArrays.create(manager, Fixtures.normals(4000, 1), 2, type);
      NDArray b = EngineArrays.create(manager, Fixtures.normals(4000, 2), 2, type);
      a.muli(3);
      b.muli(3);
      NDArray chord = potential.value(a).add(potential.value(b)).div(2);
      NDArray excess = potential.value(a.add(b).div(2)).sub(chord);
      assertThat(excess.toType(DataType.FLOAT64, false).max().getDouble()).isLessThan(1e-4);
      // The strongly convex term alone is below the chord by s |a - b|^2 / 8.
      assertThat(excess.toType(DataType.FLOAT64, false).mean().getDouble()).isLessThan(-0.1);
    }
  }

  /** Random weights of this size are far from convex: only the projection can make them so. */
  @Test
  void everyStepLeavesConvexPotentials() {
    DiagonalGaussian source = new DiagonalGaussian(new double[2], new double[] {1, 1}, 1);
    DiagonalGaussian target = new DiagonalGaussian(new double[2], new double[] {1, 2}, 2);
    W2gnConfig sizes = config(1, 2, 0.5, 0, 0);
    W2gnConfig config =
        new W2gnConfig(
            60,
            16,
            2,
            sizes.network(),
            0.5,
            sizes.pretraining(),
            sizes.forwardAdam(),
            sizes.backwardAdam(),
            DataType.FLOAT64);
    try (Harness harness = new Harness(1);
        Transport transport = new W2gnSolver().fit(source, target, config, harness)) {
      assertConvex(transport.potential().orElseThrow(), DataType.FLOAT64);
    }
  }

  @Test
  void aStepPassesItsNetworksTwentyTimesARow() {
    DiagonalGaussian source = new DiagonalGaussian(new double[2], new double[] {1, 0.7}, 1);
    DiagonalGaussian target = new DiagonalGaussian(new double[2], new double[] {1, 1}, 2);
    long before = NetworkPasses.ofThisThread();
    try (Harness harness = new Harness(1)) {
      new W2gnSolver().fit(source, target, config(3, 2, 0.1, 0, 0), harness).close();
    }
    // Gradients of one potential at y and at the image of x, of the other at 2 batches, and values
    // at 2 batches: 2 + 2 + 4 + 2, all of it there and back.
    assertThat(NetworkPasses.ofThisThread() - before).isEqualTo(3 * 20 * 128);
  }

  @Test
  void pretrainingMakesTheIdentityAroundTheData() {
    DiagonalGaussian source = new DiagonalGaussian(new double[2], new double[] {1, 0.7}, 1);
    DiagonalGaussian target = new DiagonalGaussian(new double[] {9, 9}, new double[] {1, 1}, 2);
    // One training step at a rate that moves nothing.
    W2gnConfig trained = config(1, 2, 0.1, 600, 0.05);
    W2gnConfig still =
        new W2gnConfig(
            1,
            8,
            2,
            trained.network(),
            0.1,
            trained.pretraining(),
            AdamSchedule.constant(1e-9, 0.8, 0.9),
            AdamSchedule.constant(1e-9, 0.8, 0.9),
            DataType.FLOAT32);
    try (Harness harness = new Harness(1);
        Transport transport = new W2gnSolver().fit(source, target, still, harness);
        NDManager manager = NDManager.newBaseManager()) {
      NDArray x = source.sample(manager, 1000);
      x.muli(3);
      NDArray forward = transport.forward().apply(x);
      double error = forward.sub(x).square().sum(new int[] {1}).mean().getFloat();
      assertThat(error).isLessThan(0.01);
      // phi starts as the copy of psi.
      NDArray backward = transport.backward().orElseThrow().apply(x);
      assertThat(backward.sub(forward).abs().max().getFloat()).isLessThan(1e-3f);
    }
  }

  /**
   * With all weights zero both potentials are s |x|^2 / 2, both maps scale by s and both cycles by
   * s^2: the first loss is known.
   */
  @Test
  void firstLossIsCorrelationPlusWeightedCycles() {
    double s = 0.5;
    double lambda = 3;
    FixedSampler source = new FixedSampler(2, 1, 2, -1, 0.5);
    FixedSampler target = new FixedSampler(2, 3, 0, 1, 1);
    W2gnConfig defaults = config(1, lambda, 0, 0, s);
    W2gnConfig config =
        new W2gnConfig(
            1,
            2,
            lambda,
            defaults.network(),
            0,
            defaults.pretraining(),
            defaults.forwardAdam(),
            defaults.backwardAdam(),
            DataType.FLOAT64);
    try (Harness harness = new Harness(1);
        Transport transport = new W2gnSolver().fit(source, target, config, harness)) {
      assertThat(transport.potential()).isPresent();
      // Mean squares (5 + 1.25) / 2 and (9 + 2) / 2; the cycles are means over coordinates too.
      double correlation = s / 2 * 3.125 - s / 2 * s * s * 5.5;
      double cycles = Math.pow(s * s - 1, 2) * (3.125 + 5.5) / 2;
      assertThat(harness.losses().get(0)).isCloseTo(correlation + lambda * cycles, within(1e-12));
    }
  }

  @Test
  void divergenceOfThePretrainingIsCalledSo() {
    double[] rows = new double[256];
    rows[7] = Double.NaN;
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(
              () ->
                  new W2gnSolver()
                      .fit(
                          new FixedSampler(2, rows),
                          new FixedSampler(2, new double[256]),
                          config(5, 2, 0.1, 5, 0.05),
                          harness))
          .isInstanceOf(DivergenceException.class)
          .hasMessage("pre-training loss was NaN at step 1");
      assertThat(harness.losses()).isEmpty();
    }
  }
}
