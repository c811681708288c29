package io.otbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.datasets.gaussian.Gaussian;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Sampler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplersTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** The rows (1, -1), (2, -2), ... in this order, so that a row can be recognised. */
  private record Numbered() implements Distribution {

    @Override
    public int dim() {
      return 2;
    }

    @Override
    public NDArray sample(NDManager manager, int n, RandomGenerator random) {
      float[] rows = new float[2 * n];
      for (int i = 0; i < n; i++) {
        rows[2 * i] = i + 1;
        rows[2 * i + 1] = -i - 1;
      }
      return EngineArrays.create(manager, rows, new Shape(n, 2));
    }
  }

  private static RandomGenerator stream(String name) {
    return RandomStreams.ofSeed(1).stream(name);
  }

  private static Distribution normal() {
    return Gaussian.centred(SimpleMatrix.identity(2));
  }

  private PooledSampler pool(int size, String name) {
    return new PooledSampler(manager, new Numbered(), size, stream(name));
  }

  /** The numbers of the rows of a batch, whose two coordinates must still belong together. */
  private List<Integer> draw(Sampler sampler, int n) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray batch = sampler.sample(scope, n);
      assertThat(batch.getShape()).isEqualTo(new Shape(n, 2));
      assertThat(batch.getDataType()).isEqualTo(DataType.FLOAT32);
      float[] rows = batch.toFloatArray();
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        assertThat(rows[2 * i + 1]).isEqualTo(-rows[2 * i]);
        numbers.add((int) rows[2 * i]);
      }
      return numbers;
    }
  }

  @Test
  void poolGivesDistinctRowsOfItsOwn() {
    PooledSampler pool = pool(10, "batches");
    assertThat(pool.dim()).isEqualTo(2);
    assertThat(pool.poolSize()).hasValue(10);
    for (int call = 0; call < 50; call++) {
      assertThat(draw(pool, 7))
          .doesNotHaveDuplicates()
          .allMatch(number -> number >= 1 && number <= 10);
    }
    assertThat(draw(pool, 10)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(manager.getManagedArrays()).isEmpty();
  }

  @Test
  void everyRowOfAPoolIsAsLikelyAtEveryPlace() {
    PooledSampler pool = pool(5, "batches");
    Map<String, Integer> counts = new HashMap<>();
    int calls = 5_000;
    for (int call = 0; call < calls; call++) {
      List<Integer> batch = draw(pool, 2);
      counts.merge("first " + batch.get(0), 1, Integer::sum);
      counts.merge("second " + batch.get(1), 1, Integer::sum);
    }
    // Five standard deviations of a binomial count.
    double deviation = Math.sqrt(calls * 0.2 * 0.8);
    assertThat(counts).hasSize(10);
    assertThat(counts.values())
        .allSatisfy(
            count -> assertThat((double) count).isCloseTo(calls / 5.0, within(5 * deviation)));
  }

  @Test
  void poolIsDrawnOnceFromTheDistribution() {
    PooledSampler pool = new PooledSampler(manager, normal(), 4, stream("pool"));
    float[] drawn = normal().sample(manager, 4, stream("pool")).toFloatArray();
    List<Float> expected = new ArrayList<>();
    for (float number : drawn) {
      expected.add(number);
    }
    for (int call = 0; call < 3; call++) {
      List<Float> found = new ArrayList<>();
      for (float number : pool.sample(manager, 4).toFloatArray()) {
        found.add(number);
      }
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void streamDecidesTheBatches() {
    PooledSampler one = pool(100, "batches");
    PooledSampler same = pool(100, "batches");
    PooledSampler other = pool(100, "others");
    List<Integer> first = draw(one, 20);
    List<Integer> second = draw(one, 20);
    assertThat(draw(same, 20)).isEqualTo(first).isNotEqualTo(second);
    assertThat(draw(same, 20)).isEqualTo(second);
    assertThat(draw(other, 20)).isNotEqualTo(first);
  }

  @Test
  void poolRefusesSizesThatCannotBe() {
    assertThatThrownBy(() -> pool(0, "batches"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pool size must be at least 1 but is 0");
    PooledSampler pool = pool(3, "batches");
    assertThatThrownBy(() -> pool.sample(manager, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batch must have 1 to 3 rows, the size of the pool, but has 4");
    assertThatThrownBy(() -> pool.sample(manager, 0))
        .hasMessage("batch must have 1 to 3 rows, the size of the pool, but has 0");
  }

  @Test
  void freshRowsNeverComeAgain() {
    FreshSampler sampler = new FreshSampler(normal(), stream("fresh"));
    FreshSampler same = new FreshSampler(normal(), stream("fresh"));
    assertThat(sampler.dim()).isEqualTo(2);
    assertThat(sampler.poolSize()).isEmpty();
    float[] first = sampler.sample(manager, 100).toFloatArray();
    float[] second = sampler.sample(manager, 100).toFloatArray();
    assertThat(first).hasSize(200).doesNotHaveDuplicates();
    assertThat(second).doesNotContain(first[0]).isNotEqualTo(first);
    assertThat(same.sample(manager, 100).toFloatArray()).isEqualTo(first);
    assertThat(same.sample(manager, 100).toFloatArray()).isEqualTo(second);
  }

  @Test
  void problemRefusesSidesOfDifferentDimensions() {
    Distribution wide = Gaussian.centred(SimpleMatrix.identity(3));
    assertThatThrownBy(() -> new Problem("uneven", normal(), wide, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("problem uneven: source and target must have one dimension but have 2 and 3");
    assertThat(new Problem("even", wide, wide, Optional.empty()).dim()).isEqualTo(3);
  }
}
