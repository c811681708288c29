package io.otbench.benchmarks.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.fake.FakeSolver;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.OtSolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverridesTest {

  private static final String PROFILE =
      """
      test:
        summary: a profile
        dims: [2]
        seeds: 1
        evaluationSamples: 16384
        checkpoints: 4
        poolSize: 1000
        solvers:
          fake-good: {steps: 5, scale: {factor: 2}, byDim: {2: {batchSize: 7}}}
        benchmarks:
          gaussian:
            solvers: {fake-good: {byProblem: {gaussian-2: {millisPerStep: 1}}}}
      """;

  private static Overrides set(String... settings) {
    return new Overrides(
        Arrays.stream(settings).flatMap(text -> Setting.parse(text).stream()).toList());
  }

  private static BenchmarkProfile profile() {
    try {
      return Profiles.read(new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8)))
          .get("test", "gaussian", "in a test");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Problem problem() {
    return Registry.benchmarks().get("gaussian", "in a test").problem("gaussian-2");
  }

  private static List<SolverConfiguration> fake(String... settings) {
    return profile().configurations(new FakeSolver.Good(), problem(), set(settings));
  }

  private static List<SolverConfiguration> shipped(String solver, String... settings) {
    OtSolver<?> found = Registry.solvers().get(solver, "in a test");
    return Profiles.load()
        .get("smoke", "gaussian", "in a test")
        .configurations(found, problem(), set(settings));
  }

  @Test
  void aSettingWinsOverEverythingThatAProfileSays() {
    assertThat(fake("fake-good.steps=9", "fake-good.batchSize=3", "fake-good.millisPerStep=0"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.settings().toString())
                  .isEqualTo(
                      "{\"steps\":9,\"batchSize\":3,\"millisPerStep\":0,"
                          + "\"scale\":{\"kind\":\"FITTED\",\"factor\":2.0}}");
              assertThat(found.variant()).isEmpty();
            });
  }

  @Test
  void everyValueSaysWhereItComesFrom() {
    assertThat(fake("fake-good.steps=9").get(0).origins())
        .containsOnly(
            entry("steps", "--set"),
            entry("scale.factor", "profile test"),
            entry("batchSize", "profile test, d = 2"),
            entry("millisPerStep", "profile test for gaussian, gaussian-2"));
  }

  @Test
  void numbersMayHaveAnExponentWithoutAPoint() {
    JsonNode settings = shipped("implicit", "implicit.learningRate=3e-4").get(0).settings();
    assertThat(settings.at("/adam/learningRate").asDouble()).isEqualTo(3e-4);
    assertThat(settings.at("/adam/beta1").asDouble()).isEqualTo(0.9);
  }

  @Test
  void groupsAndListsAreSetLikeValues() {
    assertThat(fake("fake-good.scale={factor: 3}").get(0).settings().get("scale").toString())
        .isEqualTo("{\"kind\":\"FITTED\",\"factor\":3.0}");
    assertThat(fake("fake-good={steps: 3, scale: {kind: FIXED}}").get(0).settings().toString())
        .contains("\"steps\":3", "\"kind\":\"FIXED\",\"factor\":2.0");
    assertThat(shipped("dpot", "dpot.widths=[64,32]").get(0).settings().at("/map/widths"))
        .hasToString("[64,32]");
  }

  @Test
  void theEndOfANameIsEnoughWhereItIsOfOneSetting() {
    assertThat(fake("fake-good.kind=FIXED").get(0).settings().at("/scale/kind").asText())
        .isEqualTo("FIXED");
    JsonNode w2gn = shipped("w2gn", "w2gn.batchSize=64").get(0).settings();
    assertThat(w2gn.get("batchSize").asInt()).isEqualTo(64);
    assertThat(w2gn.at("/pretraining/batchSize").asInt()).isEqualTo(256);
    assertThatThrownBy(() -> shipped("w2gn", "w2gn.finalLearningRate=0"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "setting 'finalLearningRate' of solver 'w2gn' in --set could be"
                + " pretraining.adam.finalLearningRate or forwardAdam.finalLearningRate or"
                + " backwardAdam.finalLearningRate; write one of them");
  }

  @Test
  void theShortestNameIsOneThatMeansNothingElse() {
    ObjectNode settings =
        (ObjectNode) YamlTree.read("{steps: 1, a: {steps: 2, x: {rate: 1}}, b: {x: {rate: 2}}}");
    SettingNames names = new SettingNames(settings);
    assertThat(
            List.of("steps", "a.steps", "a.x.rate", "b.x.rate", "a").stream().map(names::shortest))
        .containsExactly("steps", "a.steps", "a.x.rate", "b.x.rate", "a");
    assertThat(new SettingNames((ObjectNode) settings.get("a")).shortest("x.rate"))
        .isEqualTo("rate");
  }

  @Test
  void aListWhereOneValueBelongsIsASweepAndSeveralAreAllCombinations() {
    List<SolverConfiguration> found =
        fake("fake-good.batchSize=[8,16]", "fake-good.factor=[3e-4,2]", "fake-good.steps=3");
    assertThat(found)
        .extracting(SolverConfiguration::variant)
        .containsExactly(
            "batchSize=8, factor=0.0003",
            "batchSize=8, factor=2",
            "batchSize=16, factor=0.0003",
            "batchSize=16, factor=2");
    assertThat(found)
        .extracting(one -> one.settings().get("batchSize").asInt())
        .containsExactly(8, 8, 16, 16);
    assertThat(found)
        .extracting(one -> one.settings().at("/scale/factor").asDouble())
        .containsExactly(3e-4, 2.0, 3e-4, 2.0);
    assertThat(found).extracting(one -> one.settings().get("steps").asInt()).containsOnly(3);
  }

  @Test
  void aListOfListsWhereAListBelongsIsASweep() {
    assertThat(shipped("dpot", "dpot.map.widths=[[64,64],[32]]"))
        .extracting(SolverConfiguration::variant)
        .containsExactly("widths=[64,64]", "widths=[32]");
  }

  @Test
  void aLaterPlaceWinsOverAnEarlierOne() {
    ObjectNode file = (ObjectNode) YamlTree.read("{fake-good: {steps: 3}, fake-good.factor: 9}");
    List<Setting> all = new ArrayList<>(Setting.of(file, "set of matrix.yaml"));
    all.addAll(Setting.parse("fake-good.scale.factor=4"));
    SolverConfiguration found =
        profile().configurations(new FakeSolver.Good(), problem(), new Overrides(all)).get(0);
    assertThat(found.settings().at("/scale/factor").asDouble()).isEqualTo(4);
    assertThat(found.settings().get("steps").asInt()).isEqualTo(3);
    assertThat(found.origins())
        .contains(entry("scale.factor", "--set"), entry("steps", "set of matrix.yaml"));
  }

  @Test
  void theNumbersOfTheProfileAreSetAndSweptToo() {
    BenchmarkProfile one =
        profile().with(set("poolSize=0", "evaluationSamples=20000", "checkpoints=2")).get(0);
    assertThat(one.data(problem(), OptionalDouble.empty()))
        .isEqualTo(new DataSettings(OptionalInt.empty(), 20_000, OptionalDouble.empty()));
    assertThat(one.checkpoints()).isEqualTo(2);
    assertThat(one.variant()).isEmpty();
    assertThat(profile().with(set("poolSize=[100,200]")))
        .extracting(
            BenchmarkProfile::variant,
            found -> found.data(problem(), OptionalDouble.empty()).poolSize())
        .containsExactly(
            tuple("poolSize=100", OptionalInt.of(100)), tuple("poolSize=200", OptionalInt.of(200)));
  }

  @Test
  void aMistakeOfTheProfileIsNotBlamedOnTheUser() throws IOException {
    String broken = PROFILE.replace("steps: 5", "steps: 0");
    BenchmarkProfile profile =
        Profiles.read(new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8)))
            .get("test", "gaussian", "in a test");
    assertThatThrownBy(
            () ->
                profile.configurations(
                    new FakeSolver.Good(), problem(), set("fake-good.batchSize=3")))
        .hasMessage("in profile 'test' for solver 'fake-good': steps must be at least 1 but is 0");
  }

  @Test
  void aSettingOfASolverThatDoesNotRunIsRefused() {
    assertThatThrownBy(
            () ->
                set("fake-good.steps=3")
                    .requireSolvers(Set.of("identity"), Set.of("identity", "fake-good")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "setting 'fake-good.steps' in --set is of a solver that does not run; --solvers names"
                + " identity");
  }
}
