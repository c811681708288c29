package io.otbench.solvers.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures.DiagonalGaussian;
import io.otbench.solvers.Fixtures.FixedSampler;
import io.otbench.solvers.Fixtures.Harness;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Transport;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReferenceSolversTest {

  private static final int FRESH_ROWS = 1 << 14;

  private final DiagonalGaussian source =
      new DiagonalGaussian(new double[] {0, 1}, new double[] {1, 0.7}, 1);
  private final DiagonalGaussian target =
      new DiagonalGaussian(new double[] {1, 0.5}, new double[] {0.8, 1.2}, 2);

  @Test
  void linearIsTheOptimalMapUpToTheNoiseOfTheSamples() {
    try (Harness harness = new Harness(1);
        Transport transport =
            new LinearSolver().fit(source, target, new LinearSolver.Config(40_000), harness)) {
      assertThat(source.unexplainedPercent(transport.forward(), target, FRESH_ROWS))
          .isLessThan(0.05);
      assertThat(target.unexplainedPercent(transport.backward().orElseThrow(), source, FRESH_ROWS))
          .isLessThan(0.05);
      // Chunks of 2^14 rows, the last one smaller.
      assertThat(harness.samplesSeen()).containsExactly(32_768L, 65_536L, 80_000L);
      assertThat(harness.losses()).containsOnly(Double.NaN);
      try (NDManager manager = NDManager.newBaseManager()) {
        NDArray x = source.sample(manager, 100);
        NDArray back = transport.backward().orElseThrow().apply(transport.forward().apply(x));
        assertThat(back.sub(x.toType(DataType.FLOAT64, false)).abs().max().getDouble())
            .isLessThan(1e-10);
      }
    }
  }

  @Test
  void constantScoresAHundredByDefinition() {
    try (Harness harness = new Harness(1);
        Transport transport =
            new ConstantSolver().fit(source, target, new ConstantSolver.Config(40_000), harness)) {
      assertThat(source.unexplainedPercent(transport.forward(), target, FRESH_ROWS))
          .isCloseTo(100, within(3.0));
      assertThat(target.unexplainedPercent(transport.backward().orElseThrow(), source, FRESH_ROWS))
          .isCloseTo(100, within(3.0));
    }
  }

  @Test
  void identityLeavesPointsWhereTheyAre() {
    try (Harness harness = new Harness(1);
        Transport transport =
            new IdentitySolver().fit(source, target, new IdentitySolver.Config(), harness);
        NDManager manager = NDManager.newBaseManager()) {
      NDArray x = source.sample(manager, 10);
      assertThat(transport.forward().apply(x).toFloatArray()).isEqualTo(x.toFloatArray());
      assertThat(transport.backward().orElseThrow().apply(x).toFloatArray())
          .isEqualTo(x.toFloatArray());
    }
  }

  @Test
  void aStopEndsTheReadingAndTheMapIsThatOfTheRowsSoFar() {
    try (Harness harness = new Harness(1, (step, snapshot) -> step < 2, () -> false);
        Transport transport =
            new LinearSolver().fit(source, target, new LinearSolver.Config(100_000), harness)) {
      assertThat(harness.samplesSeen()).containsExactly(32_768L, 65_536L);
      assertThat(source.unexplainedPercent(transport.forward(), target, FRESH_ROWS))
          .isLessThan(0.1);
    }
  }

  @Test
  void aPoolIsReadWholeInOneCall() {
    Pool small = new Pool(3, 1, 2, 3, 4, 8, 0);
    Pool large = new Pool(4, 0, 0, 1, 1, 2, 5, 9, 9);
    try (Harness harness = new Harness(1);
        Transport transport =
            new ConstantSolver().fit(small, large, new ConstantSolver.Config(10), harness);
        NDManager manager = NDManager.newBaseManager()) {
      assertThat(small.calls).isEqualTo(1);
      // As many rows of either side as the smaller pool has.
      assertThat(harness.samplesSeen()).containsExactly(6L);
      NDArray x = EngineArrays.create(manager, new double[2], 2, DataType.FLOAT32);
      assertThat(EngineArrays.toDoubles(transport.forward().apply(x))).containsExactly(1, 2);
      assertThat(EngineArrays.toDoubles(transport.backward().orElseThrow().apply(x)))
          .containsExactly(4, 2);
    }
  }

  /** The first rows of a finite set. */
  private static final class Pool implements Sampler {

    private final FixedSampler rows;
    private final int size;
    private int calls;

    Pool(int size, double... numbers) {
      this.rows = new FixedSampler(2, numbers);
      this.size = size;
    }

    @Override
    public int dim() {
      return 2;
    }

    @Override
    public NDArray sample(NDManager manager, int n) {
      calls++;
      return rows.sample(manager, n);
    }

    @Override
    public OptionalInt poolSize() {
      return OptionalInt.of(size);
    }
  }

  @Test
  void oneRowHasNoCovariance() {
    Pool one = new Pool(1, 1, 2);
    try (Harness harness = new Harness(1)) {
      assertThatThrownBy(
              () -> new LinearSolver().fit(one, one, new LinearSolver.Config(5), harness))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a covariance needs at least 2 rows of samples but there are 1");
    }
  }

  @Test
  void configurationsCheckTheNumberOfRows() {
    assertThatThrownBy(() -> new LinearSolver.Config(1))
        .hasMessage("samples must be at least 2 but is 1");
    assertThatThrownBy(() -> new ConstantSolver.Config(0))
        .hasMessage("samples must be at least 1 but is 0");
  }
}
