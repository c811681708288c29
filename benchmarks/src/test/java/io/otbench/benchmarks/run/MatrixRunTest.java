package io.otbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.exchange.CellTicket;
import io.otbench.benchmarks.exchange.EventWriter;
import io.otbench.benchmarks.exchange.TicketListener;
import io.otbench.benchmarks.fake.FakePlans;
import io.otbench.benchmarks.inspect.FolderStatus;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.store.CellFiles;
import io.otbench.benchmarks.store.CellHead;
import io.otbench.benchmarks.store.CellIdentity;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.benchmarks.store.CellStore;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.benchmarks.store.ForcedCells;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixRunTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private RunPlan plan(String out, int seeds, int workers, boolean force, String... solvers) {
    return FakePlans.of(
        "gaussian", "gaussian-2", folder.resolve(out), seeds, workers, force, solvers);
  }

  private RunPlan plan(
      String benchmark,
      String problem,
      String out,
      int seeds,
      int workers,
      boolean force,
      String... solvers) {
    return FakePlans.of(benchmark, problem, folder.resolve(out), seeds, workers, force, solvers);
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

  /** Makes a cell one of another build, as if it had been run before the code changed. */
  private void age(String run, String solver) throws IOException {
    RunFolder of = RunFolder.existing(folder.resolve(run));
    try (CellStore store = CellStore.open(of)) {
      for (CellHead head : store.heads().values()) {
        if (head.key().solver().equals(solver)) {
          CellRecord record = CellFiles.read(of, head);
          SortedMap<String, String> parts = new TreeMap<>(record.identity().code().parts());
          parts.put("solvers", "of before");
          store.put(
              new CellRecord(
                  new CellIdentity(record.cell(), new CodeIdentity(parts)),
                  record.outcome(),
                  record.curve(),
                  record.platform()),
              Optional.empty(),
              Optional.empty());
        }
      }
    }
  }

  @Test
  void aCellOfAnotherBuildRunsAgainAndItsFileIsReplaced() throws IOException, InterruptedException {
    run(plan("run", 1, 1, false, "fake-good"));
    Map<String, Double> values = values(results("run"));
    age("run", "fake-good");
    out.reset();
    assertThat(run(plan("run", 1, 1, false, "fake-good"))).isTrue();
    assertThat(printed())
        .startsWith("2 of 3 cells are already complete; --force runs them again")
        .contains(
            "1 of 3 cells are of another build and run again; otbench explain says why",
            "(1 of 1)");
    assertThat(values(results("run"))).isEqualTo(values);
    List<CellHead> heads = CellFiles.heads(RunFolder.existing(folder.resolve("run")));
    assertThat(heads).extracting(CellHead::build).containsOnly(heads.get(0).build());
    assertThat(folder.resolve("run/cells").toFile().list()).hasSize(3);
  }

  @Test
  void cellsOfAnotherBuildThatNobodyAsksForAreKeptAndSaid()
      throws IOException, InterruptedException {
    run(plan("run", 1, 1, false, "fake-good"));
    age("run", "fake-good");
    out.reset();
    run(plan("run", 1, 1, false, "fake-remark"));
    assertThat(printed())
        .contains(
            "1 more cells of "
                + folder.resolve("run")
                + " are of another build and stay: this command does not name them");
    assertThat(RunEnvironment.read(folder.resolve("run/environment.json")).cellsOfOtherBuilds())
        .isEqualTo(1);
    RunReport.write(
        folder.resolve("run"),
        TableAxes.PRINCIPAL,
        new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(folder.resolve("run/report.html"))
        .content()
        .contains("not that of 1 cells, which another build made");
  }

  @Test
  void aClockThatGoesBackChangesNoDuration() throws IOException, InterruptedException {
    AtomicLong now = new AtomicLong(2_000_000_000_000L);
    InstantSource backwards = () -> Instant.ofEpochMilli(now.addAndGet(-3_600_000));
    RunPlan plan = plan("run", 2, 1, false, "fake-good");
    MatrixRun run =
        new MatrixRun(
            plan,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            (workers, logs) -> new LocalWorkers(workers, logs, CellLimits.NONE),
            backwards);
    assertThat(run.run()).isTrue();
    assertThat(results("run").rows())
        .allSatisfy(row -> assertThat(row.trainSeconds()).isBetween(0.0, 60.0));
    assertThat(results("run").rows().stream().map(ResultRow::solver).distinct())
        .containsExactly("identity", "linear", "fake-good");
    RunFolder of = RunFolder.existing(folder.resolve("run"));
    assertThat(FolderStatus.lines(of.path(), Instant.EPOCH))
        .last()
        .isEqualTo("in the folder: 6 ok");
    out.reset();
    run(plan);
    assertThat(printed()).startsWith("6 of 6 cells are already complete");
  }

  @Test
  void theFourTotalsOfEachWorkerAddUpToItsWallTime() throws IOException, InterruptedException {
    run(plan("run", 2, 2, false, "fake-steady", "fake-good"));
    JsonNode workers = Json.MAPPER.readTree(Files.readString(folder.resolve("run/totals.json")));
    assertThat(workers).hasSize(2);
    for (JsonNode worker : workers) {
      double wall = worker.get("wall").doubleValue();
      double sum = 0;
      for (String part : List.of("training", "evaluation", "logging", "startUp")) {
        assertThat(worker.get(part).doubleValue()).as(part).isPositive();
        sum += worker.get(part).doubleValue();
      }
      // Training alone is more than a second of sleep, so that no part can stand for another.
      assertThat(sum).isBetween(0.9 * wall, 1.001 * wall);
      assertThat(worker.get("training").doubleValue()).isGreaterThan(60 * 0.025);
    }
    assertThat(printed()).contains("time of 2 workers: training ");
  }

  @Test
  void theTotalsAddUpToTheWallTimeWhenWorkersAreReplaced()
      throws IOException, InterruptedException {
    // The first ends its worker, the second makes it retire: the third is served by another one.
    run(plan("run", 1, 1, false, "fake-crash", "fake-linger", "fake-steady"));
    JsonNode workers = Json.MAPPER.readTree(Files.readString(folder.resolve("run/totals.json")));
    assertThat(workers).hasSize(1);
    JsonNode worker = workers.get(0);
    double sum =
        Stream.of("training", "evaluation", "logging", "startUp")
            .mapToDouble(part -> worker.get(part).doubleValue())
            .sum();
    double wall = worker.get("wall").doubleValue();
    assertThat(sum).isBetween(0.9 * wall, 1.001 * wall);
  }

  @Test
  void verboseSaysWhyACellRunsAndWhatItTook() throws IOException, InterruptedException {
    run(plan("run", 1, 1, false, "fake-crash"));
    out.reset();
    RunRequest quiet = plan("run", 1, 1, false, "fake-crash", "fake-good").request();
    run(RunPlan.of(FakePlans.verbose(quiet), Profiles.load()));
    assertThat(printed())
        .containsPattern("gaussian-2/fake-crash/1: crashed, it runs again: the worker was ended by")
        .contains("gaussian-2/fake-good/1: missing: it has not been run")
        .containsPattern("gaussian-2/fake-good/1: 10 steps, training \\d+\\.\\d\\d s, evaluation ");
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
    RunReport.write(
        folder.resolve("run"),
        TableAxes.PRINCIPAL,
        new PrintStream(out, true, StandardCharsets.UTF_8));
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

  /** Ends each cell at once with a metric whose name no row can have. */
  private static final class ImpossibleMetric implements CellExecutor {

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public void run(List<CellTicket> cells, TicketListener listener) throws IOException {
      for (CellTicket ticket : cells) {
        List<Measurement> found = List.of(new Measurement("cell_complete", 1, "rows"));
        EventWriter.end(
            ticket, new CellOutcome(CellStatus.OK, "", found, CellOutcome.Cost.UNKNOWN));
        listener.onChange(0, ticket);
      }
    }

    @Override
    public void close() {
      // Nothing runs.
    }
  }

  @Test
  void aForcedRunIsToldOfBeforeItsCellsAreTakenOut() throws IOException, InterruptedException {
    run(plan("run", 1, 1, false, "fake-good"));
    RunFolder run = RunFolder.existing(folder.resolve("run"));
    byte[] rows = Files.readAllBytes(run.results());
    List<String> status = new ArrayList<>();
    MatrixRun forced =
        new MatrixRun(
            plan("run", 1, 1, true, "fake-good"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            (workers, logs) -> {
              assertThat(run.results()).hasBinaryContent(rows);
              assertThat(run.totals()).doesNotExist();
              status.addAll(FolderStatus.lines(run.path(), Instant.now()));
              return new LocalWorkers(workers, logs, CellLimits.NONE);
            },
            InstantSource.system());
    assertThat(forced.run()).isTrue();
    assertThat(status)
        .first()
        .asString()
        .contains("is running", ": 0 of 3 cells finished, 0 running, 3 waiting");
    assertThat(run.totals()).exists();
    assertThat(run.forced()).doesNotExist();
  }

  @Test
  void theRequestIsThatOfTheLastCommandEvenIfNothingWasLeftToRun()
      throws IOException, InterruptedException {
    run(plan("run", 2, 1, false, "fake-good"));
    ForcedCells.remember(RunFolder.existing(folder.resolve("run")), Set.of(), 6);
    out.reset();
    RunPlan less = plan("run", 1, 1, false, "fake-good");
    run(less);
    assertThat(printed()).startsWith("3 of 3 cells are already complete");
    assertThat(folder.resolve("run/request.json")).hasContent(Json.line(less.request()));
    assertThat(folder.resolve("run/forced.json")).doesNotExist();
    assertThat(FolderStatus.lines(folder.resolve("run"), Instant.now()).get(0))
        .endsWith(" has ended: 3 of 3 cells finished, 0 running, 0 waiting");
  }

  @Test
  void theTerminalSaysOfACellWhatIsStoredOfIt() throws IOException, InterruptedException {
    MatrixRun run =
        new MatrixRun(
            plan("run", 1, 1, false, "fake-good"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            (workers, logs) -> new ImpossibleMetric(),
            InstantSource.system());
    assertThat(run.run()).isFalse();
    assertThat(results("run").rows())
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(row.message())
                  .isEqualTo(
                      "metric must not be 'cell_complete', a name kept for the end of a cell");
              assertThat(printed())
                  .contains(
                      "gaussian-2 %s seed 1: %s: %s ("
                          .formatted(row.solver(), row.status().text(), row.message()));
            });
  }

  @Test
  void aFolderAmongTheTicketsStaysAndDisturbsNothing() throws IOException, InterruptedException {
    run(plan("run", 1, 1, false, "fake-good"));
    Path mine = folder.resolve("run/exchange/mine.cell.json");
    Files.createDirectories(mine);
    Path note = Files.writeString(mine.resolve("note.txt"), "mine");
    assertThat(run(plan("run", 2, 1, false, "fake-good"))).isTrue();
    assertThat(note).hasContent("mine");
    assertThat(folder.resolve("run/exchange").toFile().list()).containsExactly("mine.cell.json");
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
