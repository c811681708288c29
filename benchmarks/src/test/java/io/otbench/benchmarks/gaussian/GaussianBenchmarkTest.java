package io.otbench.benchmarks.gaussian;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.datasets.Problem;
import org.junit.jupiter.api.Test;

class GaussianBenchmarkTest {

  private final Benchmark benchmark = Registry.benchmarks().get("gaussian", "in a test");

  @Test
  void publishedPairsWhereTheyExistElseGeneratedOnes() {
    assertThat(benchmark.problem(8).name()).isEqualTo("gaussian-8");
    assertThat(benchmark.problem(5).name()).isEqualTo("gaussian-generated-5");
    assertThat(benchmark.problem(5).dim()).isEqualTo(5);
  }

  @Test
  void everyCallGivesTheSameProblem() {
    Problem first = benchmark.problem(3);
    Problem second = benchmark.problem(3);
    assertThat(first.truth().orElseThrow().w2Squared())
        .isPositive()
        .isEqualTo(second.truth().orElseThrow().w2Squared());
  }

  @Test
  void hasTheDimensionsItSays() {
    assertThat(benchmark.hasDim(1)).isTrue();
    assertThat(benchmark.hasDim(256)).isTrue();
    assertThat(benchmark.hasDim(0)).isFalse();
    assertThat(benchmark.hasDim(257)).isFalse();
    assertThat(benchmark.dims()).isEqualTo("1 to 256");
  }
}
