package io.otbench.benchmarks.planar;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.fake.FakeTransport;
import io.otbench.benchmarks.metrics.Evaluation;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.datasets.Problem;
import io.otbench.reports.results.PointCloud;
import io.otbench.solvers.api.RandomStreams;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanarBenchmarkTest {

  private static final Benchmark BENCHMARK = Registry.benchmarks().get("planar", "in a test");

  static Stream<String> problems() {
    return BENCHMARK.problems().stream();
  }

  @Test
  void hasProblemsOfOneDimensionAndConditionalOnesBesides() {
    assertThat(BENCHMARK.problems())
        .containsExactly(
            "square",
            "ellipse",
            "half-circles",
            "ellipse-conditional",
            "half-circles-conditional",
            "four-corners",
            "perpendicular",
            "one-to-many",
            "gaussian-8gaussians",
            "gaussian-25gaussians",
            "moons-spiral",
            "gaussian-circles");
    assertThat(BENCHMARK.problems(3))
        .containsExactly("ellipse-conditional", "half-circles-conditional");
    assertThat(BENCHMARK.problems(2))
        .hasSize(10)
        .contains("square")
        .doesNotContain("ellipse-conditional");
    assertThat(BENCHMARK.hasDim(4)).isFalse();
  }

  @Test
  void allProblemsAreRunWhateverTheDimensionsOfTheProfile() {
    assertThat(BENCHMARK.defaultProblems(List.of(16, 32))).isEqualTo(BENCHMARK.problems());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyProblemIsMeasuredByWhatItKnows(String name) {
    Problem problem = BENCHMARK.problem(name);
    assertThat(problem.name()).isEqualTo(name);
    try (NDManager manager = NDManager.newBaseManager();
        Evaluation evaluation =
            BENCHMARK.evaluation(manager, problem, 1 << 14, RandomStreams.ofSeed(1))) {
      FakeTransport identity = FakeTransport.of(NDArray::duplicate, NDArray::duplicate);
      List<Measurement> found = evaluation.evaluate(identity);
      boolean known = problem.truth().isPresent();
      assertThat(found)
          .extracting(Measurement::metric)
          .doesNotHaveDuplicates()
          .contains(BENCHMARK.headlineMetric(), "target_error_floor", "transport_cost")
          .contains(known ? "relative_error" : "discrete_map_error")
          .doesNotContain(known ? "discrete_map_error" : "relative_error");
      assertThat(found).allSatisfy(one -> assertThat(one.value()).isFinite());
      assertThat(evaluation.evaluate(identity)).isEqualTo(found);
      assertThat(found).containsAll(evaluation.evaluateForCurve(identity));
      PointCloud cloud = evaluation.points(identity).orElseThrow();
      assertThat(cloud.pairs()).hasSize(512);
      assertThat(cloud.truth()).hasSize(known ? 512 + cloud.mesh().size() : 0);
      assertThat(cloud.meshSide()).isEqualTo(name.equals("square") ? 21 : 0);
    }
  }
}
