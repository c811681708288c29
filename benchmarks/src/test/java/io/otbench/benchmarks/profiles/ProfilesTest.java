package io.otbench.benchmarks.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.otbench.benchmarks.fake.FakeConfig;
import io.otbench.benchmarks.fake.FakeSolver;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.solvers.api.OtSolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

  private static Profile withSettings(String settings) throws IOException {
    String yaml =
        """
        test:
          summary: a profile
          dims: [2]
          seeds: 1
          evaluationSamples: 16384
          checkpoints: 4
          solvers:
            fake-good: %s
        """
            .formatted(settings);
    return Profiles.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .get("test", "in a test");
  }

  private static JsonNode settings(String settings, int dim) throws IOException {
    return withSettings(settings).settings("test", new FakeSolver.Good(), dim);
  }

  @Test
  void everyShippedProfileFitsEverySolverInEveryDimension() {
    Profiles.load()
        .all()
        .forEach(
            (name, profile) -> {
              for (int dim : profile.dims()) {
                for (OtSolver<?> solver : Registry.solvers().all()) {
                  assertThat(profile.settings(name, solver, dim)).isNotNull();
                }
              }
            });
  }

  @Test
  void thePaperProfileUsesThePublishedPool() {
    Profiles profiles = Profiles.load();
    assertThat(profiles.all()).containsOnlyKeys("smoke", "quick", "paper", "best");
    assertThat(profiles.get("paper", "").poolSize()).hasValue(100_000);
    assertThat(profiles.get("quick", "").poolSize()).isEmpty();
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{step: 7} | unknown setting 'step' in profile 'test' for solver 'fake-good'; did you mean"
            + " 'steps'? known: batchSize, millisPerStep, scale, steps",
        "{slow: true} | unknown setting 'slow' in profile 'test' for solver 'fake-good';"
            + " known: batchSize, millisPerStep, scale, steps",
        "{scale: {factr: 1}} | unknown setting 'scale.factr' in profile 'test' for solver"
            + " 'fake-good'; known: factor, kind",
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
