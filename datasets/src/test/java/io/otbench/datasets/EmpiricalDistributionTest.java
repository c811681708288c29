package io.otbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Sampler;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmpiricalDistributionTest {

  private static final int COUNT = 50;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Rows (i, -i) for i = 1..50. */
  private static EmpiricalDistribution numbered() {
    float[] values = new float[2 * COUNT];
    for (int i = 0; i < COUNT; i++) {
      values[2 * i] = i + 1;
      values[2 * i + 1] = -i - 1;
    }
    return new EmpiricalDistribution(new FloatRows(2, values));
  }

  private static RandomGenerator stream() {
    return RandomStreams.ofSeed(3).stream("rows");
  }

  private static Set<Float> firstNumbers(float[] rows) {
    Set<Float> seen = new HashSet<>();
    for (int i = 0; i < rows.length; i += 2) {
      assertThat(rows[i]).isEqualTo(-rows[i + 1]);
      seen.add(rows[i]);
    }
    return seen;
  }

  @Test
  void drawsAreWithReplacementAndReachEveryRowEquallyOften() {
    int n = 50_000;
    float[] rows = numbered().sample(manager, n, stream()).toFloatArray();
    assertThat(firstNumbers(rows)).hasSize(COUNT);
    int[] counts = new int[COUNT + 1];
    for (int i = 0; i < rows.length; i += 2) {
      counts[(int) rows[i]]++;
    }
    // 1 000 each, with a standard deviation of 31.
    assertThat(Arrays.stream(counts, 1, COUNT + 1).boxed().toList())
        .allMatch(count -> count > 850 && count < 1150);
  }

  @Test
  void theSetItselfIsThePool() {
    Sampler sampler = numbered().sampler(manager, OptionalInt.empty(), stream());
    assertThat(sampler.poolSize()).hasValue(COUNT);
    assertThat(sampler.sample(manager, 7).getShape()).isEqualTo(new Shape(7, 2));
    // One batch of all rows has every row once: nothing was drawn anew.
    assertThat(firstNumbers(sampler.sample(manager, COUNT).toFloatArray())).hasSize(COUNT);
    assertThatThrownBy(() -> sampler.sample(manager, COUNT + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 50 rows")
        .hasMessageContaining("51");
  }

  @Test
  void aSmallerPoolHasDistinctRowsThatStayTheSame() {
    Sampler sampler = numbered().sampler(manager, OptionalInt.of(20), stream());
    assertThat(sampler.poolSize()).hasValue(20);
    Set<Float> rows = firstNumbers(sampler.sample(manager, 20).toFloatArray());
    assertThat(rows).hasSize(20);
    assertThat(firstNumbers(sampler.sample(manager, 20).toFloatArray())).isEqualTo(rows);
  }

  @Test
  void aLargerPoolThanTheSetIsTheSet() {
    assertThat(numbered().sampler(manager, OptionalInt.of(100_000), stream()).poolSize())
        .hasValue(COUNT);
  }

  @Test
  void anEmptySetAndBrokenRowsAreRefused() {
    FloatRows none = new FloatRows(2, new float[0]);
    assertThatThrownBy(() -> new EmpiricalDistribution(none)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new FloatRows(2, new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 numbers do not make rows of dimension 2");
  }
}
