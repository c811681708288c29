package io.otbench.benchmarks.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.fake.FakePlans;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.benchmarks.run.MatrixRun;
import io.otbench.benchmarks.run.RunReport;
import io.otbench.benchmarks.run.TableAxes;
import io.otbench.benchmarks.store.CellFiles;
import io.otbench.benchmarks.store.CellHead;
import io.otbench.benchmarks.store.CellIdentity;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.benchmarks.store.CellStore;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CompleteResults;
import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunEnvironment;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.TableRows;
import io.otbench.reports.results.TableSample;
import io.otbench.reports.results.TableSamples;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On folders of real runs. */
class FolderToolsTest {

  @TempDir private Path temp;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Path run(String name, int seeds, String... solvers) throws InterruptedException {
    Path folder = temp.resolve(name);
    new MatrixRun(
            FakePlans.of(folder, seeds, 1, solvers),
            new PrintStream(OutputStream.nullOutputStream()))
        .run();
    return folder;
  }

  /** Replaces the results of a solver by others. */
  private static void change(Path run, String solver, UnaryOperator<CellRecord> change)
      throws IOException {
    RunFolder folder = RunFolder.existing(run);
    try (CellStore store = CellStore.open(folder)) {
      for (CellHead head : store.heads().values()) {
        if (head.key().solver().equals(solver)) {
          store.put(change.apply(CellFiles.read(folder, head)), Optional.empty(), Optional.empty());
        }
      }
    }
  }

  private static CellRecord ofAnotherBuild(CellRecord cell) {
    SortedMap<String, String> parts = new TreeMap<>(cell.identity().code().parts());
    parts.put("solvers", "of before");
    return new CellRecord(
        new CellIdentity(cell.cell(), new CodeIdentity(parts)),
        cell.outcome(),
        cell.curve(),
        cell.platform());
  }

  private static CellRecord withOtherValue(CellRecord cell, String platform) {
    List<Measurement> values =
        cell.outcome().measurements().stream()
            .map(
                value ->
                    value.metric().equals("uvp_forward")
                        ? new Measurement("uvp_forward", value.value() * 1.01, "percent")
                        : value)
            .toList();
    CellOutcome outcome = cell.outcome();
    return new CellRecord(
        cell.identity(),
        new CellOutcome(outcome.status(), outcome.message(), values, outcome.cost()),
        cell.curve(),
        platform);
  }

  private boolean reproduces(Path run, String... cells) throws IOException, InterruptedException {
    out.reset();
    return new Reproduction(StoredRun.read(run))
        .of(List.of(cells), new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> explain(Path run, String cell) throws IOException {
    return new Explanation(StoredRun.read(run)).of(cell);
  }

  @Test
  void explainsWhyACellWouldRun() throws IOException, InterruptedException {
    Path run = run("run", 1, "fake-good", "fake-crash");
    assertThat(explain(run, "gaussian-2/fake-good/1"))
        .singleElement()
        .asString()
        .matches("gaussian-2/fake-good/1 \\([0-9a-f]{12}\\): fresh: ok, it does not run again");
    assertThat(explain(run, "gaussian-2/fake-crash/1"))
        .singleElement()
        .asString()
        .contains("): crashed, it runs again: the worker was ended by signal 6");
    change(run, "fake-good", FolderToolsTest::ofAnotherBuild);
    assertThat(explain(run, "gaussian-2/fake-good/1"))
        .singleElement()
        .asString()
        .endsWith("): stale: class path: solvers has changed");
    // The profile of the command now says other steps than those of the stored cells.
    Path request = run.resolve("request.json");
    Files.writeString(
        request,
        Files.readString(request).replace("\"smoke\"", "\"quick\"").replace("crash", "nan"));
    assertThat(explain(run, "gaussian-2/fake-nan/1"))
        .singleElement()
        .asString()
        .endsWith("): missing: it has not been run");
    assertThat(explain(run, "gaussian-2/fake-crash/1"))
        .singleElement()
        .asString()
        .endsWith("): kept: crashed, the command of this folder does not name it");
    String identity = StoredRun.read(run).named("gaussian-2/linear/1").get(0).identity();
    assertThat(explain(run, identity.substring(0, 8))).hasSize(1);
    assertThatThrownBy(() -> explain(run, "gaussian-2/fake-goed/1"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "unknown cell 'gaussian-2/fake-goed/1' of "
                + run
                + "; did you mean 'gaussian-2/fake-good/1'? known: 4 cells such as gaussian-2/");
  }

  @Test
  void aCellIsReproducedBitForBitAndADifferenceIsReadable()
      throws IOException, InterruptedException {
    Path run = run("run", 1, "fake-good", "fake-diverge");
    byte[] rows = Files.readAllBytes(run.resolve("results.csv"));
    assertThat(reproduces(run, "gaussian-2/fake-good/1", "gaussian-2/fake-diverge/1")).isTrue();
    assertThat(printed())
        .containsPattern(
            "gaussian-2/fake-good/1: the same bit for bit: ok, \\d+ values and 28 points of the"
                + " curve")
        .contains("gaussian-2/fake-diverge/1: the same bit for bit: diverged, 0 values");
    assertThat(run.resolve("results.csv")).hasBinaryContent(rows);

    change(run, "fake-good", cell -> withOtherValue(cell, cell.platform()));
    assertThat(reproduces(run, "gaussian-2/fake-good/1")).isFalse();
    assertThat(printed())
        .containsPattern(
            "gaussian-2/fake-good/1: differs in 1 of \\d+ values and 0 of 28 points of the curve,"
                + " not the same bit for bit: uvp_forward was \\S+, is \\S+ \\(9\\.9e-03 relative\\)");

    change(run, "fake-good", cell -> withOtherValue(cell, "another machine"));
    assertThat(reproduces(run, "gaussian-2/fake-good/1")).isTrue();
    assertThat(printed()).contains("within 0.05, made on another machine (another machine)");
  }

  @Test
  void cellsOfASweepAreToldApartByWhatItVaried() throws IOException, InterruptedException {
    Path run = temp.resolve("run");
    String path = "gaussian-2/fake-good/1";
    String one = path + " batchSize=32";
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    new MatrixRun(FakePlans.set(run, "fake-good.batchSize=[32,64]", "fake-good"), silent).run();
    assertThat(explain(run, path))
        .satisfiesExactly(
            line -> assertThat(line).startsWith(one + " ("),
            line -> assertThat(line).startsWith(path + " batchSize=64 ("));
    assertThat(explain(run, one)).singleElement().asString().startsWith(one + " (");
    assertThat(reproduces(run, one)).isTrue();
    assertThat(printed()).startsWith(one + ": the same bit for bit: ok").hasLineCount(1);
    new MatrixRun(FakePlans.of(run, 1, 1, "fake-remark"), silent).run();
    assertThat(explain(run, one))
        .singleElement()
        .asString()
        .startsWith(one + " (")
        .endsWith("): kept: ok, the command of this folder does not name it");
    // The file of a cell from before its beginning told what a sweep varied.
    for (File file : run.resolve("cells").toFile().listFiles()) {
      String text = Files.readString(file.toPath());
      Files.writeString(
          file.toPath(), text.replaceFirst("(\"number\":\\d+),\"variant\":\"[^\"]*\"", "$1"));
    }
    assertThat(explain(run, path)).hasSize(2).allMatch(line -> line.startsWith(path + " ("));
  }

  @Test
  void aNewValueOfASweepIsMissingAndAChangedValueStale() throws IOException, InterruptedException {
    Path run = temp.resolve("run");
    String path = "gaussian-2/fake-good/1";
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    new MatrixRun(FakePlans.set(run, "fake-good.batchSize=[32,64]", "fake-good"), silent).run();
    Path request = run.resolve("request.json");
    ask(request, "fake-good.batchSize=[32,128]");
    assertThat(explain(run, path))
        .satisfiesExactly(
            line -> assertThat(line).endsWith("): fresh: ok, it does not run again"),
            line ->
                assertThat(line)
                    .startsWith(path + " batchSize=128 (")
                    .endsWith("): missing: it has not been run"),
            line ->
                assertThat(line)
                    .startsWith(path + " batchSize=64 (")
                    .endsWith("): kept: ok, the command of this folder does not name it"));
    Path other = temp.resolve("other");
    new MatrixRun(FakePlans.set(other, "fake-good.batchSize=32", "fake-good"), silent).run();
    ask(other.resolve("request.json"), "fake-good.batchSize=64");
    assertThat(explain(other, path))
        .singleElement()
        .asString()
        .endsWith("): stale: settings.batchSize was 32, is 64");
    for (String cell : List.of("", " ")) {
      assertThatThrownBy(() -> explain(other, cell))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("unknown cell '" + cell + "' of " + other + "; known: 3 cells");
    }
  }

  private static void ask(Path request, String setting) throws IOException {
    Files.writeString(
        request,
        Json.line(FakePlans.set(request.resolveSibling(""), setting, "fake-good").request()));
  }

  @Test
  void aTrainingThatTimeStoppedIsNotReproducible() throws IOException, InterruptedException {
    Path folder = temp.resolve("run");
    new MatrixRun(
            FakePlans.limited(folder, 0.5, "fake-slow"),
            new PrintStream(OutputStream.nullOutputStream()))
        .run();
    assertThat(reproduces(folder, "gaussian-2/fake-slow/1")).isFalse();
    assertThat(printed())
        .matches(
            "gaussian-2/fake-slow/1: not reproducible, stopped after step \\d+ of \\d+ by the time"
                + " limit of 0.5 s\\R");
    assertThat(reproduces(folder, "gaussian-2/identity/1")).isTrue();
  }

  @Test
  void aCellThatWillBeTriedAgainIsRefused() throws IOException, InterruptedException {
    Path run = run("run", 1, "fake-throw");
    assertThatThrownBy(() -> reproduces(run, "gaussian-2/fake-throw/1"))
        .isInstanceOf(UsageException.class)
        .hasMessage("gaussian-2/fake-throw/1 has no result to reproduce: it is failed");
  }

  @Test
  void aDifferenceNamesTheBuildThatMadeTheCell() throws IOException, InterruptedException {
    Path run = run("run", 1, "fake-good");
    change(run, "fake-good", cell -> ofAnotherBuild(withOtherValue(cell, cell.platform())));
    assertThat(reproduces(run, "gaussian-2/fake-good/1")).isFalse();
    assertThat(printed())
        .contains("  it was made by another build: class path: solvers has changed");
  }

  @Test
  void foldersOfSeveralMachinesBecomeOne() throws IOException, InterruptedException {
    Path first = run("first", 1, "fake-good");
    Path second = run("second", 1, "fake-remark", "fake-crash");
    Path all = temp.resolve("all");
    // The references are in both folders and the same.
    assertThat(FolderMerge.merge(List.of(first, second), all)).isEqualTo(5);
    List<ResultRow> rows = Results.read(all).rows();
    assertThat(rows.stream().map(ResultRow::solver).distinct())
        .containsExactlyInAnyOrder("identity", "linear", "fake-good", "fake-remark", "fake-crash");
    assertThat(rows).extracting(ResultRow::run).containsOnly("all");
    assertThat(all.resolve("environment.json")).exists();
    assertThat(all.resolve("configs").toFile().list()).hasSize(5);
    assertThat(FolderMerge.merge(List.of(second), all)).isEqualTo(5);
  }

  @Test
  void pointsAndRowsOfAKilledRunAreMergedThoughItsResultsLackThem()
      throws IOException, InterruptedException {
    RunFolder killed = RunFolder.existing(run("killed", 1, "identity"));
    PointCloud cloud =
        new PointCloud(List.of(), List.of(new PointCloud.Point(1, 2)), List.of(), List.of());
    TableRows rows = new TableRows(List.of("a"), new float[] {3});
    String header = Files.readAllLines(killed.results()).get(0) + "\n";
    try (CellStore store = CellStore.open(killed)) {
      for (CellHead head : store.heads().values()) {
        store.put(
            CellFiles.read(killed, head),
            Optional.of(cloud),
            Optional.of(new TableSample(rows, rows)));
      }
    }
    // As after a kill when the cells were taken out to run again.
    Files.writeString(killed.results(), header);
    RunReport.write(
        killed.path(), TableAxes.PRINCIPAL, new PrintStream(out, true, StandardCharsets.UTF_8));
    String lacking =
        "%s lacks 2 of the 2 cells of %s; the command of the run, started again, brings them back"
            .formatted(killed.results(), killed.cells());
    assertThat(printed()).contains("not all is in the report: " + lacking);
    assertThat(killed.report()).content().contains("Not every cell is in this page");
    assertThatThrownBy(() -> CompleteResults.read(killed.path())).hasMessage(lacking);
    RunFolder all = new RunFolder(temp.resolve("all"));
    assertThat(FolderMerge.merge(List.of(killed.path()), all.path())).isEqualTo(2);
    Results results = Results.read(all.path());
    assertThat(PointClouds.read(all, results).byCell().values()).containsExactly(cloud, cloud);
    assertThat(TableSamples.read(all, results).byCell()).hasSize(2);
  }

  @Test
  void aFolderThatIsRunningOrIsTheOutputIsNotMerged() throws IOException, InterruptedException {
    Path first = run("first", 1, "identity");
    Path all = temp.resolve("all");
    try (ResultStore running = ResultStore.open(RunFolder.existing(first))) {
      assertThat(running.finished()).hasSize(2);
      assertThatThrownBy(() -> FolderMerge.merge(List.of(first), all))
          .isInstanceOf(UsageException.class)
          .hasMessage("run folder %s must be at rest to be merged, a run has it open", first);
    }
    Path again = temp.resolve("first/../first");
    assertThatThrownBy(() -> FolderMerge.merge(List.of(first), again))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--out must be another folder than those that are merged, but %s is one of them",
            again);
    assertThat(all).doesNotExist();
    assertThat(FolderMerge.merge(List.of(first), all)).isEqualTo(2);
  }

  @Test
  void aFolderWithCellsOfAnotherMachineSaysHowMany() throws IOException, InterruptedException {
    Path first = run("first", 1, "fake-good");
    Path second = run("second", 1, "fake-remark");
    change(second, "fake-remark", cell -> withOtherValue(cell, "another machine"));
    Path all = temp.resolve("all");
    FolderMerge.merge(List.of(first, second), all);
    assertThat(RunEnvironment.read(all.resolve("environment.json")).cellsOfOtherMachines())
        .isEqualTo(1);
    RunReport.write(all, TableAxes.PRINCIPAL, new PrintStream(OutputStream.nullOutputStream()));
    assertThat(all.resolve("report.html"))
        .content()
        .contains(
            "another kind of machine ran 1 cells, whose times do not compare with the others");

    run("all", 2, "fake-good");
    assertThat(RunEnvironment.read(all.resolve("environment.json")).cellsOfOtherMachines())
        .isEqualTo(1);
  }

  @Test
  void cellsThatDoNotFitTogetherAreSaidAndNothingIsWritten()
      throws IOException, InterruptedException {
    Path first = run("first", 1, "fake-good");
    Path second = run("second", 1, "fake-good");
    change(second, "fake-good", cell -> withOtherValue(cell, cell.platform()));
    Path all = temp.resolve("all");
    assertThatThrownBy(() -> FolderMerge.merge(List.of(first, second), all))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "results of 1 cell do not fit together, nothing was written; the first:"
                + " gaussian-2/fake-good/1 of "
                + first
                + " and "
                + second
                + ": differs in 1 of ");
    change(second, "fake-good", FolderToolsTest::ofAnotherBuild);
    assertThatThrownBy(() -> FolderMerge.merge(List.of(first, second), all))
        .hasMessageEndingWith(": class path: solvers has changed");
    assertThat(all).doesNotExist();
  }
}
