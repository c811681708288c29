package io.otbench.benchmarks.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.fake.FakeConfig;
import io.otbench.benchmarks.fake.FakeSolver;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.OtSolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

  private static BenchmarkProfile read(String benchmark, String rest) throws IOException {
    String yaml =
        """
        test:
          summary: a profile
          dims: [2]
          seeds: 1
          evaluationSamples: 16384
          checkpoints: 4
          poolSize: 100
        %s
        """
            .formatted(rest.indent(2));
    return Profiles.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .get("test", benchmark, "in a test");
  }

  private static Problem problem(String name) {
    return Registry.benchmarks().get("gaussian", "in a test").problem(name);
  }

  private static JsonNode settings(BenchmarkProfile profile, String problem) {
    return settings(profile, new FakeSolver.Good(), problem(problem));
  }

  private static JsonNode settings(BenchmarkProfile profile, OtSolver<?> solver, Problem problem) {
    return profile.configurations(solver, problem, Overrides.NONE).get(0).settings();
  }

  private static JsonNode settings(String settings, int dim) throws IOException {
    Benchmark gaussian = Registry.benchmarks().get("gaussian", "in a test");
    return settings(
        read("gaussian", "solvers:\n  fake-good: " + settings), gaussian.problems(dim).get(0));
  }

  @Test
  void everyShippedProfileFitsEverySolverOnEveryDefaultProblem() {
    Profiles profiles = Profiles.load();
    for (String name : profiles.all().keySet()) {
      for (Benchmark benchmark : Registry.benchmarks().all()) {
        BenchmarkProfile profile = profiles.get(name, benchmark.name(), "in a test");
        for (String problem : benchmark.defaultProblems(profile.dims())) {
          for (OtSolver<?> solver : Registry.solvers().all()) {
            assertThat(settings(profile, solver, benchmark.problem(problem))).isNotNull();
          }
        }
      }
    }
  }

  @Test
  void everyNameInAShippedProfileIsThatOfSomething() {
    List<String> solvers = Registry.solvers().names();
    List<String> benchmarks = Registry.benchmarks().names();
    Set<String> problems =
        Registry.benchmarks().all().stream()
            .flatMap(benchmark -> benchmark.problems().stream())
            .collect(Collectors.toSet());
    for (Profile profile : Profiles.load().all().values()) {
      assertThat(solvers).containsAll(profile.solvers().keySet());
      assertThat(benchmarks).containsAll(profile.benchmarks().keySet());
      assertThat(problems).containsAll(problemsNamed(profile.solvers()));
      profile
          .benchmarks()
          .forEach(
              (name, own) -> {
                assertThat(solvers).containsAll(own.solvers().keySet());
                assertThat(Registry.benchmarks().get(name, "in a test").problems())
                    .containsAll(problemsNamed(own.solvers()));
              });
    }
  }

  private static List<String> problemsNamed(Map<String, ObjectNode> solvers) {
    return solvers.values().stream()
        .flatMap(own -> own.path(BenchmarkProfile.BY_PROBLEM).properties().stream())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void thePaperProfileUsesThePublishedPool() {
    Profiles profiles = Profiles.load();
    assertThat(profiles.all()).containsOnlyKeys("smoke", "quick", "paper", "best");
    assertThat(pool(profiles.get("paper", "gaussian", ""))).hasValue(100_000);
    assertThat(pool(profiles.get("quick", "gaussian", ""))).isEmpty();
  }

  private static OptionalInt pool(BenchmarkProfile profile) {
    return profile.data(problem("gaussian-2"), OptionalDouble.empty()).poolSize();
  }

  @Test
  void settingsLieOverTheDefaultsComponentByComponent() throws IOException {
    JsonNode found = settings("{steps: 7, scale: {factor: 2}}", 2);
    assertThat(found.toString())
        .isEqualTo(
            "{\"steps\":7,\"batchSize\":64,\"millisPerStep\":0,"
                + "\"scale\":{\"kind\":\"FITTED\",\"factor\":2.0}}");
  }

  @ParameterizedTest
  @CsvSource({"2, 10", "8, 20", "16, 30", "64, 40", "256, 40"})
  void aLaterRangeOfDimensionsWins(int dim, int steps) throws IOException {
    String byDim =
        "{steps: 5, byDim: {..7: {steps: 10}, 8..: {steps: 20}, 16: {steps: 30},"
            + " 17..: {steps: 40}}}";
    assertThat(settings(byDim, dim).get("steps").asInt()).isEqualTo(steps);
  }

  @Test
  void theSettingsOfAProblemWinOverThoseOfItsDimension() throws IOException {
    BenchmarkProfile profile =
        read(
            "gaussian",
            """
            solvers:
              fake-good:
                steps: 5
                byProblem: {gaussian-8: {steps: 30, scale: {factor: 3}}}
                byDim: {8..: {steps: 20, batchSize: 7}}
            """);
    assertThat(settings(profile, "gaussian-8").toString())
        .isEqualTo(
            "{\"steps\":30,\"batchSize\":7,\"millisPerStep\":0,"
                + "\"scale\":{\"kind\":\"FITTED\",\"factor\":3.0}}");
    assertThat(settings(profile, "gaussian-16").get("steps").asInt()).isEqualTo(20);
    assertThat(settings(profile, "gaussian-4").get("steps").asInt()).isEqualTo(5);
  }

  @Test
  void aBenchmarkOverridesWhatStandsAtTheTop() throws IOException {
    String rest =
        """
        solvers:
          fake-good: {steps: 5, batchSize: 7, byDim: {2: {steps: 6}}}
        benchmarks:
          other:
            seeds: 9
            checkpoints: 3
            evaluationSamples: 20000
            poolSize: 50
            solvers:
              fake-good: {steps: 20, byProblem: {gaussian-2: {scale: {factor: 2}}}}
          endless: {poolSize: 0}
        """;
    BenchmarkProfile top = read("gaussian", rest);
    assertThat(List.of(top.seeds(), top.checkpoints())).containsExactly(1, 4);
    assertThat(settings(top, "gaussian-2").get("steps").asInt()).isEqualTo(6);
    BenchmarkProfile other = read("other", rest);
    assertThat(List.of(other.seeds(), other.checkpoints())).containsExactly(9, 3);
    assertThat(other.data(problem("gaussian-2"), OptionalDouble.empty()))
        .isEqualTo(new DataSettings(OptionalInt.of(50), 20_000, OptionalDouble.empty()));
    // Also over what the top says for the dimension; what is not named stays.
    assertThat(settings(other, "gaussian-2").toString())
        .isEqualTo(
            "{\"steps\":20,\"batchSize\":7,\"millisPerStep\":0,"
                + "\"scale\":{\"kind\":\"FITTED\",\"factor\":2.0}}");
    assertThat(settings(other, "gaussian-4").get("scale").get("factor").asDouble()).isEqualTo(1);
    assertThat(pool(read("endless", rest))).isEmpty();
    assertThat(read("endless", rest).seeds()).isEqualTo(1);
  }

  @Test
  void aWrongSettingForABenchmarkNamesIt() throws IOException {
    BenchmarkProfile profile =
        read(
            "other",
            """
            solvers: {}
            benchmarks: {other: {solvers: {fake-good: {byProblem: {gaussian-2: {stepz: 1}}}}}}
            """);
    assertThatThrownBy(() -> settings(profile, "gaussian-2"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "unknown setting 'stepz' in profile 'test', benchmark 'other', for solver 'fake-good';"
                + " did you mean 'steps'? known: batchSize, millisPerStep, scale, steps");
  }

  @Test
  void aWrongKeyForABenchmarkIsRefused() {
    assertThatThrownBy(() -> read("other", "solvers: {}\nbenchmarks: {other: {seedz: 1}}"))
        .hasMessageContaining("\"seedz\"")
        .hasMessageContaining("\"seeds\"");
  }

  @Test
  void aConditionalProblemHasNoPool() throws IOException {
    BenchmarkProfile profile = read("planar", "solvers: {fake-good: {batchSize: 101}}");
    Problem conditional =
        Registry.benchmarks().get("planar", "in a test").problem("ellipse-conditional");
    assertThat(profile.data(conditional, OptionalDouble.empty()).poolSize()).isEmpty();
    assertThat(settings(profile, new FakeSolver.Good(), conditional).get("batchSize").asInt())
        .isEqualTo(101);
  }

  @Test
  void aBatchLargerThanThePoolIsRefused() throws IOException {
    assertThat(settings("{batchSize: 100}", 2).get("batchSize").asInt()).isEqualTo(100);
    assertThatThrownBy(() -> settings("{batchSize: 101}", 2))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "in profile 'test' for solver 'fake-good': one step takes 101 rows per side, but the pool"
                + " has only 100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{step: 7} | unknown setting 'step' in profile 'test' for solver 'fake-good'; did you mean"
            + " 'steps'? known: batchSize, millisPerStep, scale, steps",
        "{slow: true} | unknown setting 'slow' in profile 'test' for solver 'fake-good';"
            + " known: batchSize, millisPerStep, scale, steps",
        "{scale: {factr: 1}} | unknown setting 'scale.factr' in profile 'test' for solver"
            + " 'fake-good'; did you mean 'scale.factor'? known: scale.factor, scale.kind",
        "{steps: 0} | in profile 'test' for solver 'fake-good': steps must be at least 1 but is 0",
        "{steps: many} | in profile 'test' for solver 'fake-good': steps must be a whole number but"
            + " is \"many\"",
        "{steps: 1.5} | in profile 'test' for solver 'fake-good': steps must be a whole number but"
            + " is 1.5",
        "{scale: {kind: LOOSE}} | in profile 'test' for solver 'fake-good': scale.kind must be one"
            + " of FIXED, FITTED but is \"LOOSE\"",
        "{byDim: {8-16: {steps: 1}}} | in profile 'test' for solver 'fake-good': byDim: a range of"
            + " dimensions must look like 16, 16..32, ..8 or 64.. but is '8-16'",
        "{byDim: {16..8: {steps: 1}}} | in profile 'test' for solver 'fake-good': byDim: a range of"
            + " dimensions must look like 16, 16..32, ..8 or 64.. but is '16..8'",
      })
  void aWrongSettingIsOneLine(String settings, String message) {
    assertThatThrownBy(() -> settings(settings, 2))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void aRecordGoesToJsonAndBackWithoutItsMethods() throws IOException {
    FakeConfig config = new FakeSolver.Good().defaultConfig(2);
    assertThat(config.isSlow()).isFalse();
    assertThat(settings("{}", 2).has("slow")).isFalse();
  }

  @Test
  void tooFewEvaluationRowsAreRefused() {
    assertThatThrownBy(
            () ->
                Profiles.read(
                    new ByteArrayInputStream(
                        "x: {summary: s, dims: [2], seeds: 1, evaluationSamples: 100,"
                            .concat(" checkpoints: 1, solvers: {}}")
                            .getBytes(StandardCharsets.UTF_8))))
        .hasMessageContaining("evaluationSamples must be at least 16384 but is 100");
  }
}
