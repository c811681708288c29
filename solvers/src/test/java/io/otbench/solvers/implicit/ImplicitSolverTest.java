package io.otbench.solvers.implicit;

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
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.implicit.ImplicitConfig.Convexity;
import io.otbench.solvers.implicit.InnerConfig.Method;
import io.otbench.solvers.implicit.InnerConfig.Start;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.training.AdamSchedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImplicitSolverTest {

  private static final int FRESH_ROWS = 1 << 14;

  private static ImplicitConfig config(
      int steps,
      int batch,
      int repeats,
      IcnnArchitecture network,
      double deviation,
      Convexity convexity,
      InnerConfig inner,
      DataType precision) {
    return new ImplicitConfig(
        steps,
        batch,
        repeats,
        network,
        new InitialConfig(deviation, 0, 0.5),
        convexity,
        AdamSchedule.cosine(1e-2, 0),
        10,
        inner,
        precision);
  }

  private static InnerConfig inner(Method method, Start start) {
    return new InnerConfig(method, start, 1e-3, 1e-4, 300, 5);
  }

  private static IcnnArchitecture small(double strongConvexity) {
    return new IcnnArchitecture(List.of(16, 16, 8), 1, SmoothActivation.SOFTPLUS, strongConvexity);
  }

  /** Deviations that contract some coordinates and stretch others. */
  private static DiagonalGaussian[] pair(int dim) {
    double[] from = Fixtures.spaced(1.3, 0.8, dim);
    double[] to = Fixtures.spaced(0.9, 1.2, dim);
    return new DiagonalGaussian[] {
      new DiagonalGaussian(new double[dim], from, 1), new DiagonalGaussian(new double[dim], to, 2)
    };
  }

  /** The first bar for the method: 300 steps with the published network. */
  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void learnsBothMapsWithin300Steps(int dim) {
    DiagonalGaussian[] sides = pair(dim);
    ImplicitConfig defaults = ImplicitConfig.defaults(dim);
    ImplicitConfig config =
        new ImplicitConfig(
            300,
            256,
            1,
            defaults.network(),
            defaults.initial(),
            Convexity.NONE,
            AdamSchedule.cosine(3e-3, 0),
            10,
            defaults.inner(),
            DataType.FLOAT32);
    try (Harness harness = new Harness(1);
        Transport transport = new ImplicitSolver().fit(sides[0], sides[1], config, harness)) {
      assertThat(sides[0].unexplainedPercent(x -> x.duplicate(), sides[1], FRESH_ROWS))
          .isGreaterThan(3);
      assertThat(sides[0].unexplainedPercent(transport.forward(), sides[1], FRESH_ROWS))
          .isLessThan(0.5);
      assertThat(
              sides[1].unexplainedPercent(transport.backward().orElseThrow(), sides[0], FRESH_ROWS))
          .isLessThan(0.5);
      assertInverse(transport, sides[0]);
      // -W2^2 / 2 at the optimum, up to the noise of a batch.
      double w2Squared = 0;
      for (int j = 0; j < dim; j++) {
        double from = Fixtures.spaced(1.3, 0.8, dim)[j];
        w2Squared += Math.pow(from - Fixtures.spaced(0.9, 1.2, dim)[j], 2);
      }
      double last =
          harness.losses().subList(250, 300).stream().mapToDouble(l -> l).average().orElseThrow();
      assertThat(last).isCloseTo(-w2Squared / 2, within(0.1 * w2Squared));
      assertThat(harness.samplesSeen().get(299)).isEqualTo(2 * 300L * config.batchSize());
    }
  }

  /** The backward map is the inverse of the forward map up to the tolerance, by definition. */
  private static void assertInverse(Transport transport, DiagonalGaussian points) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray z = points.sample(manager, 1000);
      NDArray back = transport.backward().orElseThrow().apply(z);
      NDArray error = transport.forward().apply(back).sub(z).norm(new int[] {1}, false);
      assertThat(error.max().getFloat()).isLessThan(1.1e-4f);
    }
  }

  /** For commuting covariances the best convex g is diagonal with max(0, ratio - 1). */
  @Test
  void clampedNetworkCannotContractAndAFreeOneCan() {
    double[] from = {1.2, 1.0};
    double[] to = {0.6, 1.3};
    double floor = 100 * Math.pow(1.2 - 0.6, 2) / (0.6 * 0.6 + 1.3 * 1.3);
    double clamped = uvpAfterTraining(Convexity.CLAMP, from, to);
    double free = uvpAfterTraining(Convexity.NONE, from, to);
    assertThat(clamped).isBetween(0.97 * floor, 1.3 * floor);
    assertThat(free).isLessThan(0.1 * floor);
  }

  private static double uvpAfterTraining(Convexity convexity, double[] from, double[] to) {
    DiagonalGaussian source = new DiagonalGaussian(new double[2], from, 1);
    DiagonalGaussian target = new DiagonalGaussian(new double[2], to, 2);
    ImplicitConfig config =
        config(250, 256, 1, small(1e-4), 0.1, convexity, InnerConfig.defaults(), DataType.FLOAT32);
    try (Harness harness = new Harness(1);
        Transport transport = new ImplicitSolver().fit(source, target, config, harness)) {
      return source.unexplainedPercent(transport.forward(), target, FRESH_ROWS);
    }
  }

  @ParameterizedTest
  @CsvSource({"LBFGS, TARGET, FLOAT64", "LBFGS, AFFINE, FLOAT64", "SAFE_STEP, AFFINE, FLOAT32"})
  void everyInnerSolverLearnsATranslationAndAStretch(
      Method method, Start start, DataType precision) {
    DiagonalGaussian source = new DiagonalGaussian(new double[] {0, 1}, new double[] {1, 0.7}, 1);
    DiagonalGaussian target =
        new DiagonalGaussian(new double[] {1, 0.5}, new double[] {0.8, 1.2}, 2);
    ImplicitConfig config =
        config(100, 128, 2, small(1e-4), 0.1, Convexity.NONE, inner(method, start), precision);
    double identity = source.unexplainedPercent(x -> x.duplicate(), target, FRESH_ROWS);
    try (Harness harness = new Harness(3);
        Transport transport = new ImplicitSolver().fit(source, target, config, harness)) {
      assertThat(source.unexplainedPercent(transport.forward(), target, FRESH_ROWS))
          .isLessThan(identity / 20);
      assertThat(target.unexplainedPercent(transport.backward().orElseThrow(), source, FRESH_ROWS))
          .isLessThan(identity / 20);
      assertThat(harness.records("inner_iterations")).hasSize(100);
      // Each batch serves two steps.
      assertThat(harness.samplesSeen()).startsWith(256L, 256L, 512L, 512L).endsWith(50 * 256L);
      assertThat(transport.parameterCount()).isEqualTo(40 * 5 + 256 + 128 + 8);
    }
  }

  /** With all weights zero g = s |x|^2 / 2 and y* = z / (1 + s): the first loss is known. */
  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT32", "FLOAT64"})
  void firstLossIsMinusTheDualValue(DataType precision) {
    double s = 0.5;
    FixedSampler source = new FixedSampler(2, 1, 2, -1, 0.5);
    FixedSampler target = new FixedSampler(2, 3, 0, 1, 1);
    InnerConfig tight = new InnerConfig(Method.LBFGS, Start.TARGET, 1e-6, 1e-6, 300, 5);
    ImplicitConfig config = config(1, 2, 1, small(s), 0, Convexity.NONE, tight, precision);
    try (Harness harness = new Harness(1);
        Transport transport = new ImplicitSolver().fit(source, target, config, harness)) {
      // Mean squares: (5 + 1.25) / 2 and (9 + 2) / 2.
      double expected = s / 2 * 3.125 - s / (2 * (1 + s)) * 5.5;
      assertThat(harness.losses())
          .singleElement()
          .satisfies(loss -> assertThat(loss).isCloseTo(expected, within(1e-5)));
      assertThat(transport.potential()).isPresent();
    }
  }

  @Test
  void lossesAreTheSameForTheSameSeed() {
    List<List<Double>> traces = new ArrayList<>();
    for (int seed : new int[] {1, 1, 2}) {
      DiagonalGaussian[] sides = pair(2);
      ImplicitConfig config =
          config(
              20,
              64,
              1,
              small(1e-4),
              0.1,
              Convexity.NONE,
              inner(Method.SAFE_STEP, Start.AFFINE),
              DataType.FLOAT32);
      try (Harness harness = new Harness(seed);
          Transport transport = new ImplicitSolver().fit(sides[0], sides[1], config, harness)) {
        assertThat(transport.parameterCount()).isPositive();
        traces.add(List.copyOf(harness.losses()));
      }
    }
    assertThat(traces.get(0)).isEqualTo(traces.get(1)).isNotEqualTo(traces.get(2));
  }

  /** The published rule on a nearly flat potential: every solve runs away, none may be used. */
  @Test
  void runawaySolvesEndInDivergenceAfterThreeSeries() {
    DiagonalGaussian[] sides = pair(2);
    ImplicitConfig config =
        config(
            100,
            64,
            1,
            small(0.01),
            0,
            Convexity.NONE,
            inner(Method.PUBLISHED_STEP, Start.TARGET),
            DataType.FLOAT32);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(() -> new ImplicitSolver().fit(sides[0], sides[1], config, harness))
          .isInstanceOf(DivergenceException.class)
          .hasMessage("share of rows whose inner problem has no minimum was 1.0 at step 30");
      assertThat(harness.losses()).hasSize(29).allMatch(Double::isFinite);
      assertThat(harness.records("masked_rows")).hasSize(30).containsOnly(64.0);
    }
  }

  /** A target so far out that no solve can be used must not undo the limit on the first network. */
  @Test
  void restoredWeightsKeepTheLimitOnTheInitialCurvature() {
    Sampler source = new DiagonalGaussian(new double[3], new double[] {1, 1, 1}, 1);
    Sampler target = new DiagonalGaussian(new double[3], new double[] {1, 1, 1}, 2);
    InnerConfig hopeless = new InnerConfig(Method.LBFGS, Start.TARGET, 1e-30, 1e-4, 1, 5);
    ImplicitConfig config =
        config(15, 32, 1, small(0), 1, Convexity.NONE, hopeless, DataType.FLOAT64);
    List<double[]> maps = new ArrayList<>();
    double[] points = Fixtures.normals(30, 5);
    try (Harness harness =
            new Harness(
                1,
                (step, snapshot) -> {
                  try (NDManager manager = NDManager.newBaseManager();
                      Transport transport = snapshot.get()) {
                    NDArray x = EngineArrays.create(manager, points, 3, DataType.FLOAT64);
                    maps.add(transport.forward().apply(x).toDoubleArray());
                  }
                  return true;
                },
                () -> false);
        Transport last = new ImplicitSolver().fit(source, target, config, harness)) {
      assertThat(last.parameterCount()).isPositive();
    }
    assertThat(maps).hasSize(15).allSatisfy(map -> assertThat(map).isEqualTo(maps.get(0)));
    assertThat(Arrays.equals(maps.get(0), points)).isFalse();
  }
}
