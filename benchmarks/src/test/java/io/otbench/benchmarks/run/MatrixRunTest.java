package io.otbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunEnvironment;
import io.otbench.reports.results.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixRunTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private RunPlan plan(String out, int seeds, int workers, boolean force, String... solvers) {
    return plan("gaussian", "gaussian-2", out, seeds, workers, force, solvers);
  }

  private RunPlan plan(
      String benchmark,
      String problem,
      String out,
      int seeds,
      int workers,
      boolean force,
      String... solvers) {
    return RunPlan.of(
        new RunRequest(
            benchmark,
            "smoke",
            List.of(solvers),
            List.of(),
            List.of(problem),
            OptionalInt.of(seeds),
            Optional.of(folder.resolve(out)),
            OptionalInt.of(workers),
            OptionalDouble.empty(),
            CellLimits.NONE,
            DataOptions.NONE,
            force,
            false,
            "otbench run gaussian"),
        Profiles.load());
  }

  private boolean run(RunPlan plan) throws InterruptedException {
    return new MatrixRun(plan, new PrintStream(out, true, StandardCharsets.UTF_8)).run();
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private Results results(String run) throws IOException {
    return Results.read(folder.resolve(run));
  }

  /** The values that must not depend on when and where a cell ran. */
  private static Map<String, Double> values(Results results) {
    return results.rows().stream()
        .filter(row -> !row.unit().equals("seconds"))
        .collect(
            Collectors.toMap(
                row -> row.key() + " " + row.metric(),
                row -> row.value().orElseThrow(),
                (a, b) -> {
                  throw new IllegalStateException("a metric of a cell stands there twice");
                },
                TreeMap::new));
  }

  @Test
  void referencesAreAlwaysInThePlanAndComeFirstThenLongCells() {
    assertThat(plan("run", 2, 1, false, "fake-good", "fake-slow").cells())
        .extracting(cell -> cell.solver() + cell.seed())
        .containsExactly(
            "identity1",
            "identity2",
            "linear1",
            "linear2",
            "fake-slow1",
            "fake-slow2",
            "fake-good1",
            "fake-good2");
  }

  @Test
  void writesRowsCurvesConfigurationsAndEnvironment() throws IOException, InterruptedException {
    RunPlan plan = plan("run", 1, 1, false, "fake-good");
    assertThat(run(plan)).isTrue();
    Results results = results("run");
    List<ResultRow> rows =
        results.rows().stream().filter(row -> row.solver().equals("fake-good")).toList();
    assertThat(rows).extracting(ResultRow::metric).contains("uvp_forward", "train_cpu_seconds");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.run()).isEqualTo("run");
              assertThat(row.problem()).isEqualTo("gaussian-2");
              assertThat(row.status()).isEqualTo(CellStatus.OK);
              assertThat(row.steps()).isEqualTo(10);
              assertThat(row.samples()).isEqualTo(640);
              assertThat(row.trainSeconds()).isPositive();
            });
    assertThat(results.curves())
        .filteredOn(point -> point.metric().equals("uvp_forward"))
        .filteredOn(point -> point.solver().equals("fake-good"))
        .extracting(CurvePoint::step)
        .containsExactly(3L, 5L, 6L, 10L);
    RunFolder run = RunFolder.existing(folder.resolve("run"));
    assertThat(run.configFile(rows.get(0).config()))
        .content()
        .contains("\"solver\":\"fake-good\"", "\"steps\":10");
    RunEnvironment environment = RunEnvironment.read(run.environment());
    assertThat(environment.djl()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(environment.libtorch()).startsWith("2.");
    assertThat(environment.workers()).isEqualTo(1);
    assertThat(environment.commandLine()).isEqualTo("otbench run gaussian");
    assertThat(run.logs()).isDirectoryNotContaining("glob:**/worker-*.log");
  }

  @Test
  void numbersDoNotDependOnTheNumberOfWorkers() throws IOException, InterruptedException {
    run(plan("one", 2, 1, false, "fake-good"));
    run(plan("two", 2, 2, false, "fake-good"));
    assertThat(values(results("one"))).isNotEmpty().isEqualTo(values(results("two")));
  }

  @Test
  void runsMissingCellsOnlyUnlessForced() throws IOException, InterruptedException {
    run(plan("run", 1, 1, false, "fake-good"));
    Map<String, Double> first = values(results("run"));
    out.reset();
    run(plan("run", 2, 1, false, "fake-good"));
    assertThat(printed())
        .startsWith("3 of 6 cells are already complete; --force runs them again")
        .contains("(3 of 3)");
    assertThat(values(results("run"))).hasSize(2 * first.size()).containsAllEntriesOf(first);
    out.reset();
    run(plan("run", 1, 1, true, "fake-good"));
    assertThat(printed()).doesNotContain("already complete").contains("(3 of 3)");
    assertThat(values(results("run"))).hasSize(2 * first.size()).containsAllEntriesOf(first);
  }

  @Test
  void refusesToMixTheResultsOfTwoBuilds() throws IOException, InterruptedException {
    run(plan("run", 1, 1, false, "fake-good"));
    Path environment = folder.resolve("run").resolve("environment.json");
    String fingerprint = RunEnvironment.read(environment).codeFingerprint();
    Files.writeString(
        environment, Files.readString(environment).replace(fingerprint, "another build"));
    assertThatThrownBy(() -> run(plan("run", 2, 1, false, "fake-good")))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "holds results of another build of otbench (started ",
            "); name a new folder with --out, or run all of its cells again with --force");
    // Force alone is not enough while cells of the other build would stay.
    assertThatThrownBy(() -> run(plan("run", 1, 1, true, "fake-slow")))
        .isInstanceOf(UsageException.class);
    assertThat(run(plan("run", 1, 1, true, "fake-good"))).isTrue();
    assertThat(RunEnvironment.read(environment).codeFingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void triesACrashedCellAgain() throws IOException, InterruptedException {
    run(plan("run", 1, 1, false, "fake-crash"));
    out.reset();
    run(plan("run", 1, 1, false, "fake-crash"));
    assertThat(printed()).startsWith("2 of 3 cells are already complete").contains("(1 of 1)");
  }

  @Test
  void aCompletePlanarCellHasItsPointsAndForceWritesThemAgain()
      throws IOException, InterruptedException {
    assertThat(run(plan("planar", "ellipse", "run", 1, 1, false, "fake-good"))).isTrue();
    RunFolder run = RunFolder.existing(folder.resolve("run"));
    PointClouds clouds = PointClouds.read(run, results("run"));
    assertThat(clouds.byCell()).hasSize(3);
    CellKey good =
        clouds.byCell().keySet().stream()
            .filter(key -> key.solver().equals("fake-good"))
            .findFirst()
            .orElseThrow();
    Path file = run.pointFile(good).orElseThrow();
    assertThat(run.points()).isDirectoryNotContaining("glob:**.new");
    assertThat(Files.readAllLines(file)).hasSize(1 + 512 + 512 + 512);
    String first = Files.readString(file);
    Files.writeString(file, "old");
    run(plan("planar", "ellipse", "run", 1, 1, false, "fake-good"));
    assertThat(file).hasContent("old");
    run(plan("planar", "ellipse", "run", 1, 1, true, "fake-good"));
    assertThat(file).content().isEqualTo(first);
  }

  @Test
  void aGaussianRunHasNoPoints() throws IOException, InterruptedException {
    run(plan("run", 1, 1, false, "fake-good"));
    assertThat(folder.resolve("run").resolve("points")).doesNotExist();
  }

  @Test
  void aSkippedCellIsCompleteAndNoFailure() throws IOException, InterruptedException {
    assertThat(run(plan("run", 1, 1, false, "fake-decline"))).isTrue();
    assertThat(results("run").rows())
        .filteredOn(row -> row.solver().equals("fake-decline"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(CellStatus.SKIPPED);
              assertThat(row.message()).isEqualTo("it declines problems of dimension 2");
            });
    out.reset();
    assertThat(run(plan("run", 1, 1, false, "fake-decline"))).isTrue();
    assertThat(printed())
        .isEqualToIgnoringNewLines("3 of 3 cells are already complete; --force runs them again");
  }

  @Test
  void aRemarkStandsInTheRowsOfItsCellAndInTheReport() throws IOException, InterruptedException {
    run(plan("run", 2, 1, false, "fake-remark"));
    assertThat(results("run").rows())
        .filteredOn(row -> row.solver().equals("fake-remark"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.message()).isEqualTo("the batch is small"));
    RunReport.write(folder.resolve("run"), new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(folder.resolve("run/report.html"))
        .content()
        .contains("gaussian-2, fake-remark, seeds 1, 2: the batch is small");
  }

  @Test
  void aCrashIsARowWithItsReasonAndWhatWasDone() throws IOException, InterruptedException {
    assertThat(run(plan("run", 1, 1, false, "fake-crash"))).isFalse();
    assertThat(results("run").rows())
        .filteredOn(row -> row.solver().equals("fake-crash"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(CellStatus.CRASHED);
              assertThat(row.message()).contains("SIGABRT");
              assertThat(row.steps()).isPositive();
            });
    assertThat(results("run").curves())
        .filteredOn(point -> point.solver().equals("fake-crash"))
        .extracting(CurvePoint::metric)
        .contains("loss", "uvp_forward");
  }

  @Test
  void aFolderInUseIsSaidSo() throws IOException {
    RunFolder run = RunFolder.create(folder.resolve("run"));
    try (ResultStore other = ResultStore.open(run)) {
      assertThat(other.finished()).isEmpty();
      assertThatThrownBy(() -> run(plan("run", 1, 1, false, "fake-good")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("another one has it open");
    }
  }

  @Test
  void aMalformedFileIsNamedWithItsLine() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/results.csv"), "not,a,header\nx,y,z\n");
    assertThatThrownBy(() -> run(plan("run", 1, 1, false, "fake-good")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("results.csv");
  }
}
