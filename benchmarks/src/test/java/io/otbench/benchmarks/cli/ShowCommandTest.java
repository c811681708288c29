package io.otbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.profiles.YamlTree;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.solvers.api.OtSolver;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowCommandTest {

  private static ProgramCall show(String... args) {
    ProgramCall call = ProgramCall.of(args);
    assertThat(call.err()).isEmpty();
    assertThat(call.exitCode()).isZero();
    return call;
  }

  @Test
  void aSweepIsASolverPerValue() {
    assertThat(
            show(
                    "show",
                    "gaussian",
                    "--profile=smoke",
                    "--solvers=fake-good",
                    "--seeds=2",
                    "--workers=3",
                    "--set=poolSize=500",
                    "--set=fake-good.batchSize=[64,128]")
                .out())
        .isEqualToNormalizingNewlines(
            """
            gaussian, profile smoke: 8 cells = 1 problem x 4 solvers x 2 seeds
            problems: gaussian-2
            solvers: identity; linear; fake-good batchSize=64; fake-good batchSize=128
            data: a pool of 500 rows per side, 16384 rows per side to evaluate, 4 checkpoints
            into results/gaussian-smoke with 3 workers
            """);
  }

  @Test
  void fullShowsEveryValueAndWhereItComesFrom() {
    String out =
        show(
                "show",
                "gaussian",
                "--profile=smoke",
                "--dims=2,4",
                "--solvers=fake-good",
                "--set=fake-good.steps=3",
                "--full")
            .out();
    assertThat(out)
        .containsPattern("(?m)^# identity on gaussian-2, gaussian-4: configuration \\w{12}$")
        .contains("identity: {}")
        .contains("  samples: 153600  # profile smoke")
        .containsPattern("(?m)^# fake-good on gaussian-2, gaussian-4: configuration \\w{12}$")
        .endsWith(
            """
            fake-good:
              steps: 3          # --set
              batchSize: 64     # default
              millisPerStep: 0  # default
              scale:
                kind: "FITTED"  # default
                factor: 1.0     # default
            """);
  }

  @Test
  void whatIsShownReadsBackAsTheSameSettings() {
    for (OtSolver<?> solver : Registry.solvers().all()) {
      JsonNode settings = Json.MAPPER.valueToTree(solver.defaultConfig(8));
      String text = SettingsText.of(solver.name(), settings, Map.of());
      assertThat(YamlTree.read(text).get(solver.name()).toString()).isEqualTo(settings.toString());
    }
  }

  @Test
  void theOriginOfAGroupIsThatOfItsValues() {
    JsonNode settings = YamlTree.read("{a: {b: 1, c: {d: 2}}, e: 3}");
    assertThat(SettingsText.of("x", settings, Map.of("a", "--set", "a.c.d", "profile y")).lines())
        .containsExactly(
            "x:",
            "  a:",
            "    b: 1    # --set",
            "    c:",
            "      d: 2  # profile y",
            "  e: 3      # default");
  }

  @Test
  void showTakesWhatRunTakesButForce() {
    assertThat(ProgramCall.of("show", "--help").out())
        .contains("--config", "--set", "--plugins", "--table", "--full")
        .doesNotContain("--force");
    assertThat(ProgramCall.of("show", "gaussian", "--force").exitCode()).isEqualTo(2);
  }
}
