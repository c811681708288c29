package io.otbench.solvers.dpot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures.FixedSampler;
import io.otbench.solvers.api.RandomStreams;
import org.junit.jupiter.api.Test;

class GroupSamplerTest {

  /** Two calls to this sampler give the same rows, as two calls to a small pool may. */
  @Test
  void twoBatchesOfASideComeFromOneCallAndShareNoRow() {
    FixedSampler side = new FixedSampler(1, 1, 2, 3, 4, 5, 6);
    GroupSampler groups = new GroupSampler(1, 3, RandomStreams.ofSeed(1).stream("conditions"));
    try (NDManager manager = NDManager.newBaseManager()) {
      Batch batch = groups.draw(manager, side, side, 2, 0, DataType.FLOAT32);
      assertThat(batch.source().toFloatArray()).containsExactly(1, 2, 3);
      assertThat(batch.second().orElseThrow().toFloatArray()).containsExactly(4, 5, 6);
      assertThat(groups.rowsDrawn()).isEqualTo(9);
    }
  }

  @Test
  void debiasedStepsNeedTwiceTheRows() {
    DpotConfig config = new DpotDebiasedSolver().defaultConfig(2);
    int batch = config.batchSize() * config.plans();
    assertThat(new DpotDebiasedSolver().rowsPerStep(config)).isEqualTo(2 * batch);
    assertThat(new DpotSolver().rowsPerStep(config)).isEqualTo(batch);
  }
}
