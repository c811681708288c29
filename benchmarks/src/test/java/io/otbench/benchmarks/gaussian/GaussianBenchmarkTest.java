package io.otbench.benchmarks.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.datasets.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaussianBenchmarkTest {

  private final Benchmark benchmark = Registry.benchmarks().get("gaussian", "in a test");

  @Test
  void publishedPairsWhereTheyExistElseGeneratedOnes() {
    assertThat(benchmark.problems(8)).containsExactly("gaussian-8");
    assertThat(benchmark.problems(5)).containsExactly("gaussian-generated-5");
    assertThat(benchmark.problem("gaussian-generated-5").dim()).isEqualTo(5);
  }

  @Test
  void everyProblemHasTheNameAndTheDimensionItIsListedUnder() {
    for (int dim : new int[] {1, 2, 3, 64}) {
      String name = benchmark.problems(dim).get(0);
      assertThat(benchmark.problem(name).name()).isEqualTo(name);
      assertThat(benchmark.problem(name).dim()).isEqualTo(dim);
    }
    assertThat(benchmark.problems()).hasSize(256).doesNotHaveDuplicates().contains("gaussian-64");
  }

  @Test
  void everyCallGivesTheSameProblem() {
    Problem first = benchmark.problem("gaussian-generated-3");
    Problem second = benchmark.problem("gaussian-generated-3");
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

  @Test
  void dimensionsOfAProfileThatItHasNotAreLeftOut() {
    assertThat(benchmark.defaultProblems(List.of(2, 300, 4)))
        .containsExactly("gaussian-2", "gaussian-4");
  }

  @Test
  void refusesANameThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> benchmark.problem("gaussian-generated-8"))
        .withMessageEndingWith("but is 'gaussian-generated-8'");
  }
}
