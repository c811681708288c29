package io.otbench.benchmarks.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.cli.ProgramCall;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project in {@code examples/own-solver}. */
class OwnSolverExampleTest {

  @TempDir private Path folder;

  @Test
  void theExampleLearnsTheMapOfAGaussianPair() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Jars.ofProject(folder.resolve("own-solver.jar"), Path.of("..", "examples", "own-solver"));
    Files.move(folder.resolve("own-solver.jar"), plugins.resolve("own-solver.jar"));
    ProgramCall call =
        ProgramCall.of(
            List.of(
                "run",
                "gaussian",
                "--profile=smoke",
                "--dims=2,8",
                "--solvers=moment-descent",
                "--set=moment-descent.steps=400",
                "--workers=1",
                "--plugins=" + plugins,
                "--out=" + folder.resolve("run")));
    assertThat(call.err()).isEmpty();
    assertThat(call.exitCode()).isZero();
    List<ResultRow> rows = Results.read(folder.resolve("run")).rows();
    for (String problem : List.of("gaussian-2", "gaussian-8")) {
      assertThat(error(rows, problem, "moment-descent"))
          .isLessThan(error(rows, problem, "identity") / 100);
    }
    assertThat(rows)
        .filteredOn(row -> row.solver().equals("moment-descent"))
        .allSatisfy(
            row -> {
              assertThat(row.steps()).isEqualTo(400);
              assertThat(row.samples()).isEqualTo(400 * 2 * 512);
            });
  }

  private static double error(List<ResultRow> rows, String problem, String solver) {
    return rows.stream()
        .filter(row -> row.problem().equals(problem) && row.solver().equals(solver))
        .filter(row -> row.metric().equals("uvp_forward"))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }
}
