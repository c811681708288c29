package io.otbench.benchmarks.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.benchmarks.fake.FakeTransport;
import io.otbench.benchmarks.metrics.Evaluation;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.DataIdentity;
import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.Problem;
import io.otbench.datasets.tabular.Scaling;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UciBenchmarkTest {

  private static final Benchmark BENCHMARK = Registry.benchmarks().get("uci", "in a test");

  private static DataOptions table(Path file, String... dropped) {
    return new DataOptions(Optional.empty(), Optional.of(file), List.of(dropped), Optional.empty());
  }

  private static DataOptions scaled(Scaling scaling) {
    return new DataOptions(Optional.empty(), Optional.empty(), List.of(), Optional.of(scaling));
  }

  @Test
  void theShippedSetsAreRunWhateverTheDimensionsOfTheProfile() {
    List<String> shipped =
        List.of("magic", "htru2", "casp", "ccpp", "wine-red", "miniboone-subset", "power-subset");
    assertThat(BENCHMARK.defaultProblems(List.of(2))).isEqualTo(shipped);
    assertThat(BENCHMARK.problems()).containsAll(shipped).contains("power", "bsds300");
    assertThat(BENCHMARK.problems(43))
        .containsExactly("miniboone-subset", "miniboone", "miniboone-user-subset");
    assertThat(BENCHMARK.hasDim(7)).isFalse();
  }

  @Test
  void freshNormalRowsAreMappedToTheFiniteSetOfTrainingRows() {
    Problem problem = BENCHMARK.problem("wine-red");
    assertThat(problem.name()).isEqualTo("wine-red");
    assertThat(problem.dim()).isEqualTo(12);
    assertThat(problem).isSameAs(BENCHMARK.problem("wine-red"));
    try (NDManager manager = NDManager.newBaseManager()) {
      RandomStreams streams = RandomStreams.ofSeed(1);
      Sampler source = problem.source().sampler(manager, OptionalInt.empty(), streams.stream("s"));
      Sampler target = problem.target().sampler(manager, OptionalInt.empty(), streams.stream("t"));
      assertThat(source.poolSize()).isEmpty();
      assertThat(target.poolSize()).hasValue(1_296);
      NDArray normal = source.sample(manager, 4_096).toType(DataType.FLOAT64, false);
      assertThat(normal.mean().getDouble()).isBetween(-0.02, 0.02);
      assertThat(normal.square().mean().getDouble()).isBetween(0.97, 1.03);
    }
  }

  @Test
  void nothingScoresAsNoModelDoesAndTheMetricsAreThoseOfTables() {
    Problem problem = BENCHMARK.problem("wine-red");
    try (NDManager manager = NDManager.newBaseManager();
        Evaluation evaluation =
            BENCHMARK.evaluation(manager, problem, 1 << 14, RandomStreams.ofSeed(1))) {
      FakeTransport identity = FakeTransport.of(NDArray::duplicate, NDArray::duplicate);
      List<Measurement> found = evaluation.evaluate(identity);
      assertThat(found)
          .extracting(Measurement::metric)
          .doesNotHaveDuplicates()
          .contains(BENCHMARK.headlineMetric(), "mmd_v@alpha=1_floor", "cycle_error");
      assertThat(evaluation.evaluate(identity)).isEqualTo(found);
      assertThat(value(found, "sample_rows")).isEqualTo(159);
      assertThat(value(found, "transport_cost")).isZero();
      assertThat(value(found, "train_rows")).isEqualTo(1_296);
      assertThat(value(found, "test_rows")).isEqualTo(159);
      assertThat(evaluation.rows(identity).orElseThrow().test().columns())
          .isEqualTo(BENCHMARK.columns("wine-red"))
          .contains("alcohol");
      double noise = value(found, "mmd_u@median_noise");
      assertThat(value(found, "mmd_u@median")).isBetween(0.5 * noise, 2 * noise);
      assertThat(noise).isGreaterThan(4 * value(found, "mmd_u@median_perfect"));
    }
  }

  private static double value(List<Measurement> found, String metric) {
    return found.stream()
        .filter(one -> one.metric().equals(metric))
        .mapToDouble(Measurement::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anotherScalingGivesOtherRowsUnderAnotherIdentity() {
    Benchmark minmax = BENCHMARK.with(scaled(Scaling.MINMAX));
    try (NDManager manager = NDManager.newBaseManager()) {
      Sampler rows =
          minmax
              .problem("ccpp")
              .target()
              .sampler(manager, OptionalInt.empty(), RandomStreams.ofSeed(1).stream("t"));
      assertThat(rows.sample(manager, rows.poolSize().orElseThrow()).abs().max().getFloat())
          .isLessThanOrEqualTo(1);
    }
    DataIdentity plain = BENCHMARK.identity("ccpp").orElseThrow();
    assertThat(plain.scaling()).isEqualTo(Scaling.ZSCORE);
    assertThat(minmax.identity("ccpp").orElseThrow())
        .isEqualTo(new DataIdentity(plain.sha256(), List.of(), Scaling.MINMAX));
  }

  @Test
  void aTableIsTheOnlyProblemAndItsContentIsItsIdentity(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Mine.csv");
    StringBuilder text = new StringBuilder("id,a,b\n");
    for (int i = 0; i < 100; i++) {
      text.append("x,").append(i * i % 17).append(',').append(i * 7 % 31).append('\n');
    }
    Files.writeString(file, text);
    Benchmark benchmark = BENCHMARK.with(table(file, "id"));
    assertThat(benchmark.problems()).containsExactly("mine");
    assertThat(benchmark.defaultProblems(List.of(2, 4))).containsExactly("mine");
    assertThat(benchmark.dims()).isEqualTo("2");
    assertThat(benchmark.problem("mine").target().size()).hasValue(81);
    DataIdentity before = benchmark.identity("mine").orElseThrow();
    assertThat(before.dropped()).containsExactly("id");
    Files.writeString(file, text.append("x,1,2\n"));
    assertThat(benchmark.identity("mine").orElseThrow().sha256()).isNotEqualTo(before.sha256());
  }

  @Test
  void columnsCannotBeDroppedFromASetOfTheCatalogue() {
    DataOptions dropping =
        new DataOptions(Optional.empty(), Optional.empty(), List.of("a"), Optional.empty());
    assertThatThrownBy(() -> BENCHMARK.with(dropping))
        .isInstanceOf(UsageException.class)
        .hasMessage("--drop names columns of a --table, but no table is given");
  }
}
