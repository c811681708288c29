package io.otbench.solvers.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures.DiagonalGaussian;
import io.otbench.solvers.Fixtures.FixedSampler;
import io.otbench.solvers.Fixtures.Harness;
import io.otbench.solvers.Fixtures.SmallPool;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.api.linalg.SampleMoments;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.networks.PotentialArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.otp.SmoothingConfig.Kind;
import io.otbench.solvers.training.AdamSchedule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtpSolverTest {

  private static final int FRESH_ROWS = 1 << 13;

  private static GameConfig game(int steps, int batchSize, MapArchitecture.Kind kind, int width) {
    List<Integer> widths = List.of(width, width);
    return new GameConfig(
        steps,
        batchSize,
        4,
        new MapArchitecture(kind, 1, widths, Nonlinearity.SILU),
        new PotentialArchitecture(widths, SmoothActivation.SILU, true),
        new AdamSchedule(5e-3, 0, 0.5, 0.99),
        new AdamSchedule(5e-3, 0, 0.5, 0.99),
        0.99,
        DataType.FLOAT32);
  }

  private static GameConfig small(int steps) {
    return game(steps, 16, MapArchitecture.Kind.PLAIN, 8);
  }

  private static OtpConfig config(GameConfig game, Kind kind, double start, double end) {
    return new OtpConfig(game, new SmoothingConfig(kind, start, end));
  }

  private static DiagonalGaussian source() {
    return new DiagonalGaussian(new double[] {0, 1}, new double[] {1, 0.7}, 1);
  }

  private static DiagonalGaussian target() {
    return new DiagonalGaussian(new double[] {1, 0.5}, new double[] {0.8, 1.2}, 2);
  }

  /** A source on a line: deviation 1 along the first axis, 0 along the second. */
  private static DiagonalGaussian flat() {
    return new DiagonalGaussian(new double[2], new double[] {1, 0}, 1);
  }

  @Test
  void learnsATranslationAndAStretch() {
    double identity = source().unexplainedPercent(x -> x.duplicate(), target(), FRESH_ROWS);
    OtpConfig config =
        config(game(400, 128, MapArchitecture.Kind.RESIDUAL, 32), Kind.ADDITIVE, 0.5, 0.05);
    try (Harness harness = new Harness(1);
        Transport transport = new OtpSolver().fit(source(), target(), config, harness)) {
      assertThat(identity).isGreaterThan(50);
      assertThat(source().unexplainedPercent(transport.forward(), target(), FRESH_ROWS))
          .isLessThan(identity / 50);
      assertThat(transport.potential()).isEmpty();
      assertThat(transport.backward()).isEmpty();
      assertThat(harness.remarks()).isEmpty();
      // A level of 0.05 of the root of (1 + 0.49) / 2.
      assertThat(harness.records("smoothing_end_deviation").get(0))
          .isCloseTo(0.05 * Math.sqrt(0.745), within(1e-3));
      // The rows for the scale, then five batches of the source and one of the target a step.
      assertThat(harness.samplesSeen().get(399)).isEqualTo(2 * 4096 + 400L * 6 * 128);
    }
  }

  /**
   * From N(0, 1) smoothed at level e to N(2, 1.5^2) the optimal map is 2 + 1.5 x / sqrt(1 + e^2)
   * with additive noise and 2 + 1.5 x where the variance is kept, there read out at sqrt(1 - e^2)
   * x.
   */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void learnsTheOptimalMapOfTheSmoothedSource(Kind kind) {
    double level = 0.8;
    Sampler from = new DiagonalGaussian(new double[1], new double[] {1}, 1);
    Sampler to = new DiagonalGaussian(new double[] {2}, new double[] {1.5}, 2);
    double slope = kind == Kind.ADDITIVE ? 1.5 / Math.sqrt(1 + level * level) : 1.5 * 0.6;
    OtpConfig config =
        config(game(500, 256, MapArchitecture.Kind.RESIDUAL, 32), kind, level, level);
    try (Harness harness = new Harness(1);
        Transport transport = new OtpSolver().fit(from, to, config, harness);
        NDManager manager = NDManager.newBaseManager()) {
      double[] x = {-1.5, -0.5, 0, 0.5, 1.5};
      double[] mapped =
          EngineArrays.toDoubles(
              transport.forward().apply(EngineArrays.create(manager, x, 1, DataType.FLOAT32)));
      for (int i = 0; i < x.length; i++) {
        assertThat(mapped[i]).isCloseTo(2 + slope * x[i], within(0.15));
      }
      // The plan has the target's law, which the map without noise has not.
      NDArray drawn =
          transport
              .plan()
              .orElseThrow()
              .sample(from.sample(manager, FRESH_ROWS), RandomStreams.ofSeed(9).stream("plan"));
      SampleMoments moments = new SampleMoments(1);
      moments.add(drawn);
      assertThat(moments.mean().get(0)).isCloseTo(2, within(0.1));
      assertThat(Math.sqrt(moments.covariance().get(0))).isCloseTo(1.5, within(0.1));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void withoutSmoothingItIsOtmBitForBit(Kind kind) {
    GameConfig game = small(30);
    try (Harness smoothed = new Harness(4);
        Harness unsmoothed = new Harness(4);
        Harness noisy = new Harness(4);
        Transport otp =
            new OtpSolver().fit(source(), target(), config(game, kind, 0, 0), smoothed);
        Transport otm = new OtmSolver().fit(source(), target(), game, unsmoothed);
        Transport other =
            new OtpSolver().fit(source(), target(), config(game, kind, 0.5, 0.1), noisy);
        NDManager manager = NDManager.newBaseManager()) {
      NDArray x = source().sample(manager, 50);
      assertThat(smoothed.losses()).isEqualTo(unsmoothed.losses()).isNotEqualTo(noisy.losses());
      assertThat(EngineArrays.toDoubles(otp.forward().apply(x)))
          .isEqualTo(EngineArrays.toDoubles(otm.forward().apply(x)));
      assertThat(otp.plan()).isEmpty();
      assertThat(otm.plan()).isEmpty();
      assertThat(other.plan()).isPresent();
    }
  }

  /** The map of a run that is stopped early knows the noise of its own step. */
  @Test
  void planHasTheLevelThatTheMapWasTrainedAt() {
    OtpConfig config = config(small(10), Kind.ADDITIVE, 0.5, 0.1);
    try (Harness stopped = new Harness(1, (step, snapshot) -> step < 5, () -> false);
        Harness whole = new Harness(1);
        Transport half = new OtpSolver().fit(source(), target(), config, stopped);
        Transport full = new OtpSolver().fit(source(), target(), config, whole)) {
      double scale = whole.records("smoothing_end_deviation").get(0) / 0.1;
      assertThat(scale).isCloseTo(Math.sqrt(0.745), within(0.02));
      assertThat(stopped.records("smoothing_end_deviation").get(0))
          .isCloseTo(0.3 * scale, within(1e-9));
      assertThat(half.plan()).isPresent();
      assertThat(full.plan()).isPresent();
    }
  }

  @Test
  void flatSourceIsSmoothedAtTheScaleOfTheTarget() {
    try (Harness harness = new Harness(1);
        Transport transport =
            new OtpSolver()
                .fit(flat(), target(), config(small(5), Kind.ADDITIVE, 0.5, 0.1), harness)) {
      assertThat(transport.plan()).isPresent();
      // The root of (0.64 + 1.44) / 2, not of (1 + 0) / 2.
      assertThat(harness.records("smoothing_end_deviation").get(0))
          .isCloseTo(0.1 * Math.sqrt(1.04), within(2e-3));
      assertThat(harness.remarks())
          .containsExactly(
              "the covariance of the source has rank 1 of 2; its smoothing ends at a standard"
                  + " deviation of 0.102");
    }
  }

  @Test
  void flatSourceThatNothingSmoothsAtTheEndIsRemarkedOn() {
    String sentence =
        "the covariance of the source has rank 1 of 2 and nothing smooths it at the end: a map that"
            + " misses the target can win the game";
    try (Harness annealed = new Harness(1);
        Harness bare = new Harness(1);
        Harness dense = new Harness(1);
        Transport otp =
            new OtpSolver()
                .fit(flat(), target(), config(small(5), Kind.ADDITIVE, 0.5, 0), annealed);
        Transport otm = new OtmSolver().fit(flat(), target(), small(5), bare);
        Transport other = new OtmSolver().fit(source(), target(), small(5), dense)) {
      assertThat(annealed.remarks()).containsExactly(sentence);
      assertThat(bare.remarks()).containsExactly(sentence);
      assertThat(dense.remarks()).isEmpty();
    }
  }

  @Test
  void setSmallerThanABatchIsRefusedBeforeAnythingIsDrawn() {
    Sampler pool = new SmallPool(2, 15);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(() -> new OtmSolver().fit(pool, pool, small(5), harness))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("one step takes 16 rows per side, but the source has only 15");
      assertThat(harness.manager().getManagedArrays()).isEmpty();
    }
  }

  @Test
  void divergenceNamesTheSamplesThePlayerAndTheStep() {
    double[] rows = new double[2 * 4096];
    rows[7] = Double.NaN;
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(
              () -> new OtmSolver().fit(new FixedSampler(2, rows), target(), small(5), harness))
          .isInstanceOf(DivergenceException.class)
          .hasMessage("sum of the samples was NaN at step 1");
    }
    GameConfig wild =
        new GameConfig(
            50,
            16,
            1,
            small(1).map(),
            small(1).potential(),
            AdamSchedule.constant(1e30, 0.5, 0.9),
            AdamSchedule.constant(1e30, 0.5, 0.9),
            0,
            DataType.FLOAT32);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(() -> new OtmSolver().fit(source(), target(), wild, harness))
          .isInstanceOf(DivergenceException.class)
          .hasMessageMatching("loss of the (map|potential) was .* at step [12]");
    }
  }
}
