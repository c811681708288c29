package io.otbench.solvers.reference;

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
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.discrete.NotConvergedException;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DiscreteSolversTest {

  private static final int FRESH_ROWS = 1 << 13;

  private final DiscreteSolver exact = new DiscreteSolver();
  private final DiscreteEntropicSolver entropic = new DiscreteEntropicSolver();

  /** Widths 0.5 and 2 change places: the identity explains less than the constant map. */
  private final DiagonalGaussian source =
      new DiagonalGaussian(new double[] {0, 1}, new double[] {0.5, 2}, 1);

  private final DiagonalGaussian target =
      new DiagonalGaussian(new double[] {1, 0}, new double[] {2, 0.5}, 2);

  private static DiscreteEntropicSolver.Config entropicConfig(int samples, double epsilonShare) {
    return new DiscreteEntropicSolver.Config(samples, epsilonShare, 1e-3, 2_000);
  }

  /** A finite set whose rows come in order. */
  private static final class Pool implements Sampler {

    private final FixedSampler rows;
    private final int size;

    Pool(int dim, double... numbers) {
      this.rows = new FixedSampler(dim, numbers);
      this.size = numbers.length / dim;
    }

    @Override
    public int dim() {
      return rows.dim();
    }

    @Override
    public NDArray sample(NDManager manager, int n) {
      return rows.sample(manager, n);
    }

    @Override
    public OptionalInt poolSize() {
      return OptionalInt.of(size);
    }
  }

  private static <C extends Record> Transport fit(
      OtSolver<C> solver, C config, Sampler from, Sampler to, Harness harness) {
    return solver.fit(from, to, config, harness);
  }

  @Test
  void aTranslationIsFoundOnTheSamplesInBothDirections() {
    int n = 300;
    double[] x = Fixtures.normals(n * 2, 1);
    double[] y = new double[x.length];
    for (int i = 0; i < n; i++) {
      // In another order.
      int row = (i * 7 + 3) % n;
      y[row * 2] = (float) x[i * 2] + 3;
      y[row * 2 + 1] = (float) x[i * 2 + 1] - 4;
    }
    try (Harness harness = new Harness(1);
        Transport transport =
            fit(exact, new DiscreteSolver.Config(1_000), new Pool(2, x), new Pool(2, y), harness);
        NDManager manager = NDManager.newBaseManager()) {
      assertThat(harness.samplesSeen()).containsExactly(600L);
      assertThat(harness.losses()).containsExactly(Double.NaN);
      NDArray points = EngineArrays.create(manager, x, 2, DataType.FLOAT32);
      NDArray mapped = transport.forward().apply(points);
      double[] images = EngineArrays.toDoubles(mapped);
      for (int i = 0; i < n; i++) {
        assertThat(images[2 * i]).isCloseTo(x[2 * i] + 3, within(1e-5));
        assertThat(images[2 * i + 1]).isCloseTo(x[2 * i + 1] - 4, within(1e-5));
      }
      NDArray back = transport.backward().orElseThrow().apply(mapped);
      assertThat(EngineArrays.toDoubles(back)).isEqualTo(EngineArrays.toDoubles(points));
    }
  }

  @Test
  void aNewPointGoesWhereItsNearestSampleWent() {
    Pool from = new Pool(1, 0, 10, 20);
    Pool to = new Pool(1, 7, 5, 6);
    try (Harness harness = new Harness(1);
        Transport transport = fit(exact, new DiscreteSolver.Config(3), from, to, harness);
        NDManager manager = NDManager.newBaseManager()) {
      NDArray x =
          EngineArrays.create(manager, new double[] {-9, 4.9, 5.1, 15.1}, 1, DataType.FLOAT32);
      assertThat(EngineArrays.toDoubles(transport.forward().apply(x))).containsExactly(5, 5, 6, 7);
      NDArray y = EngineArrays.create(manager, new double[] {5.4, 5.6, 99}, 1, DataType.FLOAT32);
      assertThat(EngineArrays.toDoubles(transport.backward().orElseThrow().apply(y)))
          .containsExactly(0, 10, 20);
    }
  }

  @Test
  void bothExplainMostOfAnAnisotropicGaussian() {
    try (Harness harness = new Harness(1);
        Transport discrete = fit(exact, new DiscreteSolver.Config(1_024), source, target, harness);
        Transport smooth = fit(entropic, entropicConfig(1_024, 0.02), source, target, harness)) {
      for (Transport transport : new Transport[] {discrete, smooth}) {
        assertThat(source.unexplainedPercent(transport.forward(), target, FRESH_ROWS))
            .isLessThan(5);
        assertThat(
                target.unexplainedPercent(transport.backward().orElseThrow(), source, FRESH_ROWS))
            .isLessThan(5);
      }
      assertThat(source.unexplainedPercent(NDArray::duplicate, target, FRESH_ROWS))
          .isGreaterThan(100);
      assertThat(harness.records("sinkhorn_iterations")).hasSize(1);
    }
  }

  /** With much entropy every point goes near the mean, with little where the exact plan says. */
  @Test
  void epsilonGoesFromTheExactPlanToTheMean() {
    double[] x = Fixtures.normals(50, 1);
    double[] y = Fixtures.normals(50, 2);
    Pool from = new Pool(1, x);
    Pool to = new Pool(1, y);
    try (Harness harness = new Harness(1);
        Transport sharp = fit(entropic, entropicConfig(50, 3e-3), from, to, harness);
        Transport blunt = fit(entropic, entropicConfig(50, 1e3), from, to, harness);
        Transport plan = fit(exact, new DiscreteSolver.Config(50), from, to, harness);
        NDManager manager = NDManager.newBaseManager()) {
      NDArray points = EngineArrays.create(manager, x, 1, DataType.FLOAT64);
      double[] images = EngineArrays.toDoubles(plan.forward().apply(points));
      double[] near = EngineArrays.toDoubles(sharp.forward().apply(points));
      double[] means = EngineArrays.toDoubles(blunt.forward().apply(points));
      double mean = Arrays.stream(y).average().orElseThrow();
      double difference = 0;
      for (int i = 0; i < 50; i++) {
        difference += Math.abs(near[i] - images[i]) / 50;
        assertThat(means[i]).isCloseTo(mean, within(0.01));
      }
      assertThat(difference).isLessThan(0.05);
    }
  }

  /** The unit of epsilon follows the data, so that a change of units changes nothing else. */
  @Test
  void entropicMapScalesWithTheData() {
    double[] x = Fixtures.normals(40, 1);
    double[] y = Fixtures.normals(40, 2);
    double[] largeX = Arrays.stream(x).map(a -> 64 * a).toArray();
    double[] largeY = Arrays.stream(y).map(a -> 64 * a).toArray();
    try (Harness harness = new Harness(1);
        Transport small =
            fit(entropic, entropicConfig(40, 0.1), new Pool(2, x), new Pool(2, y), harness);
        Transport large =
            fit(
                entropic,
                entropicConfig(40, 0.1),
                new Pool(2, largeX),
                new Pool(2, largeY),
                harness);
        NDManager manager = NDManager.newBaseManager()) {
      NDArray points = EngineArrays.create(manager, x, 2, DataType.FLOAT64);
      double[] plain = EngineArrays.toDoubles(small.forward().apply(points).mul(64));
      double[] scaled = EngineArrays.toDoubles(large.forward().apply(points.mul(64)));
      for (int i = 0; i < plain.length; i++) {
        assertThat(scaled[i]).isCloseTo(plain[i], within(1e-8));
      }
    }
  }

  /**
   * However far the target is moved, the plan and its blur stay. The potentials differ by where
   * they are stopped, so they are asked for to the last digits.
   */
  @Test
  void entropicMapMovesWithTheTargetAndChangesInNothingElse() {
    double[] x = Fixtures.normals(80, 1);
    double[] y = Fixtures.normals(80, 2);
    double[] farY = y.clone();
    for (int i = 0; i < farY.length; i += 2) {
      farY[i] += 100;
    }
    DiscreteEntropicSolver.Config config =
        new DiscreteEntropicSolver.Config(40, 0.1, 1e-10, 10_000);
    try (Harness harness = new Harness(1);
        Transport near = fit(entropic, config, new Pool(2, x), new Pool(2, y), harness);
        Transport far = fit(entropic, config, new Pool(2, x), new Pool(2, farY), harness);
        NDManager manager = NDManager.newBaseManager()) {
      double[] plain = applied(near.forward(), manager, x);
      double[] moved = applied(far.forward(), manager, x);
      double[] plainBack = applied(near.backward().orElseThrow(), manager, y);
      double[] movedBack = applied(far.backward().orElseThrow(), manager, farY);
      // The samples are read in float32, which 100 leaves with fewer digits.
      for (int i = 0; i < plain.length; i++) {
        assertThat(moved[i]).isCloseTo(plain[i] + (i % 2 == 0 ? 100 : 0), within(2e-5));
        assertThat(movedBack[i]).isCloseTo(plainBack[i], within(2e-5));
      }
    }
  }

  private static double[] applied(PointMap map, NDManager manager, double[] rows) {
    return EngineArrays.toDoubles(
        map.apply(EngineArrays.create(manager, rows, 2, DataType.FLOAT64)));
  }

  @Test
  void equalPointsStayWhereTheyAre() {
    Pool same = new Pool(2, 1, 2, 1, 2, 1, 2);
    try (Harness harness = new Harness(1);
        Transport discrete = fit(exact, new DiscreteSolver.Config(3), same, same, harness);
        Transport smooth = fit(entropic, entropicConfig(3, 0.1), same, same, harness);
        NDManager manager = NDManager.newBaseManager()) {
      NDArray points = EngineArrays.create(manager, new double[] {5, 5}, 2, DataType.FLOAT32);
      assertThat(EngineArrays.toDoubles(discrete.forward().apply(points))).containsExactly(1, 2);
      assertThat(EngineArrays.toDoubles(smooth.forward().apply(points))).containsExactly(1, 2);
    }
  }

  @Test
  void entropyThatDoesNotConvergeIsAFailure() {
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(
              () ->
                  fit(
                      entropic,
                      new DiscreteEntropicSolver.Config(50, 1e-3, 1e-9, 20),
                      source,
                      target,
                      harness))
          .isInstanceOf(NotConvergedException.class)
          .hasMessageContaining("20 iterations");
      assertThat(harness.manager().getManagedArrays()).isEmpty();
    }
  }

  @Test
  void configurationsCheckTheirRanges() {
    assertThatThrownBy(() -> new DiscreteSolver.Config(0))
        .hasMessage("samples must be 1 to 8192 but is 0");
    assertThatThrownBy(() -> new DiscreteSolver.Config(8_193))
        .hasMessage("samples must be 1 to 8192 but is 8193");
    assertThatThrownBy(() -> entropicConfig(0, 0.1))
        .hasMessage("samples must be 1 to 8192 but is 0");
    assertThatThrownBy(() -> entropicConfig(10, Double.NaN))
        .hasMessage("epsilonShare must be above 0 but is NaN");
    assertThatThrownBy(() -> new DiscreteEntropicSolver.Config(10, 0.1, 2, 10))
        .hasMessage("tolerance must be above 0 and below 2 but is 2.0");
    assertThatThrownBy(() -> new DiscreteEntropicSolver.Config(10, 0.1, 0.1, 0))
        .hasMessage("maxIterations must be at least 1 but is 0");
  }
}
