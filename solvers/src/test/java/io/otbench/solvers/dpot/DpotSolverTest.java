package io.otbench.solvers.dpot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.Fixtures.DiagonalGaussian;
import io.otbench.solvers.Fixtures.Harness;
import io.otbench.solvers.Fixtures.SmallPool;
import io.otbench.solvers.api.ConditionalSampler;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.MapArchitecture.Kind;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.training.AdamSchedule;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DpotSolverTest {

  private static final int FRESH_ROWS = 1 << 13;

  static Stream<OtSolver<DpotConfig>> variants() {
    return Stream.of(new DpotSolver(), new DpotDebiasedSolver(), new DpotSlicedSolver());
  }

  private static DpotConfig config(DpotConfig defaults, int steps, InverseConfig inverse) {
    return new DpotConfig(
        steps,
        128,
        defaults.planInterval(),
        1,
        defaults.lambda(),
        16,
        new MapArchitecture(
            defaults.map().kind(), 1, List.of(32, 32), defaults.map().nonlinearity()),
        inverse,
        AdamSchedule.cosine(5e-3, 0),
        DataType.FLOAT32);
  }

  private static DiagonalGaussian source() {
    return new DiagonalGaussian(new double[] {0, 1}, new double[] {1, 0.7}, 1);
  }

  private static DiagonalGaussian target() {
    return new DiagonalGaussian(new double[] {1, 0.5}, new double[] {0.8, 1.2}, 2);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void learnsATranslationAndAStretch(OtSolver<DpotConfig> solver) {
    double identity = source().unexplainedPercent(x -> x.duplicate(), target(), FRESH_ROWS);
    DpotConfig config = config(solver.defaultConfig(2), 400, InverseConfig.none());
    try (Harness harness = new Harness(1);
        Transport transport = solver.fit(source(), target(), config, harness)) {
      double forward = source().unexplainedPercent(transport.forward(), target(), FRESH_ROWS);
      assertThat(identity).isGreaterThan(50);
      assertThat(forward).isLessThan(identity / 15);
      assertThat(transport.backward()).isEmpty();
      long refreshes = (400 + config.planInterval() - 1) / config.planInterval();
      long sides = solver.name().equals("dpot-debiased") ? 3 : 2;
      assertThat(harness.samplesSeen().get(399)).isEqualTo(sides * 128 * refreshes);
      assertThat(harness.records("optimality_gap").isEmpty())
          .isEqualTo(!solver.name().equals("dpot"));
    }
  }

  @Test
  void inverseMapIsTrainedAndTheCycleTermsTieIt() {
    DpotConfig config = config(new DpotSolver().defaultConfig(2), 400, new InverseConfig(true, 1));
    double identity = target().unexplainedPercent(x -> x.duplicate(), source(), FRESH_ROWS);
    try (Harness harness = new Harness(1);
        Transport transport = new DpotSolver().fit(source(), target(), config, harness);
        NDManager manager = NDManager.newBaseManager()) {
      double backward =
          target().unexplainedPercent(transport.backward().orElseThrow(), source(), FRESH_ROWS);
      assertThat(backward).isLessThan(identity / 5);
      NDArray x = source().sample(manager, FRESH_ROWS);
      NDArray back = transport.backward().orElseThrow().apply(transport.forward().apply(x));
      double cycle = back.sub(x).square().sum(new int[] {1}).mean().getFloat();
      assertThat(100 * cycle / source().totalVariance()).isLessThan(1);
      assertThat(harness.records("plan_distance_inverse")).isNotEmpty();
    }
  }

  /** From lambda 1 on the identity is the optimum, however far the target is. */
  @Test
  void anExcessiveLambdaFallsBackToTheIdentity() {
    DpotConfig config = config(new DpotSolver().defaultConfig(2), 200, InverseConfig.none());
    try (Harness harness = new Harness(1);
        Transport transport =
            DpotTraining.fit(
                source(),
                target(),
                config,
                128,
                harness,
                side -> new PlanTerm(1.5, (metric, value) -> {}));
        NDManager manager = NDManager.newBaseManager()) {
      NDArray x = source().sample(manager, 500);
      assertThat(transport.forward().apply(x).sub(x).abs().max().getFloat()).isLessThan(0.05f);
    }
  }

  /** N(0, I) at every condition eta; the target's is moved by eta in the first coordinate. */
  private record Shifted(boolean moved, RandomGenerator random) implements ConditionalSampler {

    @Override
    public int dim() {
      return 3;
    }

    @Override
    public int conditionDim() {
      return 1;
    }

    @Override
    public int conditionCount() {
      return 4;
    }

    @Override
    public NDArray sample(NDManager manager, int n) {
      return sampleAt(manager, n, random.nextInt(4));
    }

    @Override
    public NDArray sampleAt(NDManager manager, int n, int condition) {
      float[] rows = new float[3 * n];
      for (int i = 0; i < n; i++) {
        rows[3 * i] = (float) (random.nextGaussian() + (moved ? condition : 0));
        rows[3 * i + 1] = (float) random.nextGaussian();
        rows[3 * i + 2] = condition;
      }
      return EngineArrays.create(manager, rows, new Shape(n, 3));
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void learnsOneMapForEveryConditionAndLeavesConditionsAlone(OtSolver<DpotConfig> solver) {
    Shifted from = new Shifted(false, RandomStreams.ofSeed(1).stream("source"));
    Shifted to = new Shifted(true, RandomStreams.ofSeed(1).stream("target"));
    assertThat(solver.reasonToSkip(from, to)).isEmpty();
    DpotConfig one = config(solver.defaultConfig(2), 300, InverseConfig.none());
    DpotConfig config =
        new DpotConfig(
            300,
            64,
            one.planInterval(),
            4,
            one.lambda(),
            16,
            one.map(),
            one.inverse(),
            one.adam(),
            one.precision());
    try (Harness harness = new Harness(1);
        Transport transport = solver.fit(from, to, config, harness);
        NDManager manager = NDManager.newBaseManager()) {
      for (int condition = 0; condition < 4; condition++) {
        NDArray x = from.sampleAt(manager, 500, condition);
        NDArray mapped = transport.forward().apply(x);
        assertThat(mapped.getShape()).isEqualTo(x.getShape());
        NDArray shift = mapped.sub(x);
        assertThat(shift.get(new NDIndex(":, 2")).abs().max().getFloat()).isZero();
        assertThat(shift.get(new NDIndex(":, 0")).mean().getFloat())
            .isBetween(condition - 0.3f, condition + 0.3f);
        assertThat(shift.get(new NDIndex(":, 1")).abs().mean().getFloat()).isLessThan(0.2f);
      }
    }
  }

  @Test
  void refusesConditionsThatDoNotFit() {
    Shifted from = new Shifted(false, RandomStreams.ofSeed(1).stream("source"));
    DpotConfig one = config(new DpotSolver().defaultConfig(2), 10, InverseConfig.none());
    DiagonalGaussian plain = new DiagonalGaussian(new double[3], new double[] {1, 1, 1}, 1);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(() -> new DpotSolver().fit(from, plain, one, harness))
          .hasMessage(
              "source and target must both be conditional or neither, but only the source is");
      DpotConfig five =
          new DpotConfig(
              10, 8, 1, 5, 0.1, 1, one.map(), one.inverse(), one.adam(), one.precision());
      assertThatThrownBy(() -> new DpotSolver().fit(from, from, five, harness))
          .hasMessage("plans must be at most the number of conditions, 4, but is 5");
      assertThat(harness.manager().getManagedArrays()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void setSmallerThanABatchIsRefusedBeforeAnythingIsDrawn(OtSolver<DpotConfig> solver) {
    DpotConfig config = config(solver.defaultConfig(2), 10, InverseConfig.none());
    Sampler pool = new SmallPool(2, config.batchSize() - 1);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(() -> solver.fit(pool, target(), config, harness))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("one step takes \\d+ rows per side, but the source has only 127");
      assertThatThrownBy(() -> solver.fit(source(), pool, config, harness))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("one step takes \\d+ rows per side, but the target has only 127");
      assertThat(harness.manager().getManagedArrays()).isEmpty();
    }
  }

  @Test
  void residualBlocksAndTheModifiedNetworkAreMapsToo() {
    for (MapArchitecture map :
        List.of(
            new MapArchitecture(Kind.RESIDUAL, 3, List.of(16, 16), Nonlinearity.PRELU),
            new MapArchitecture(Kind.MODIFIED, 1, List.of(32, 32), Nonlinearity.RELU))) {
      DpotConfig one = config(new DpotSolver().defaultConfig(2), 300, InverseConfig.none());
      DpotConfig config =
          new DpotConfig(300, 128, 10, 1, 0.05, 1, map, one.inverse(), one.adam(), one.precision());
      try (Harness harness = new Harness(1);
          Transport transport = new DpotSolver().fit(source(), target(), config, harness)) {
        double identity = source().unexplainedPercent(x -> x.duplicate(), target(), FRESH_ROWS);
        assertThat(source().unexplainedPercent(transport.forward(), target(), FRESH_ROWS))
            .isLessThan(identity / 5);
      }
    }
  }
}
