package io.otbench.benchmarks.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellConfig;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.cli.ProgramCall;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.benchmarks.fake.FakePlans;
import io.otbench.benchmarks.store.CellStore;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.benchmarks.suite.DataIdentity;
import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.datasets.tabular.Scaling;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cell whose input is not there any more is a mistake, not a result that differs. */
class SameInputTest {

  @TempDir private Path temp;

  private ProgramCall reproduce(Cell cell, String part) throws IOException {
    Path run = temp.resolve("run");
    try (CellStore store = CellStore.open(RunFolder.create(run))) {
      store.put(
          FakeCells.record(cell, new CodeIdentity(new TreeMap<>(Map.of(part, "x")))),
          Optional.empty(),
          Optional.empty());
    }
    ProgramCall call = ProgramCall.of("reproduce", cell.path(), "--run=" + run);
    assertThat(call.out()).isEmpty();
    assertThat(call.exitCode()).isEqualTo(2);
    return call;
  }

  private static Cell of(String benchmark, String problem, String solver, DataOptions options) {
    CellConfig config = FakeCells.of("fake-good", 1).config();
    Optional<DataIdentity> identity =
        options
            .table()
            .map(table -> new DataIdentity(List.of("of before"), List.of(), Scaling.ZSCORE));
    return new Cell(
        benchmark,
        problem,
        2,
        new CellConfig(
            solver, config.settings(), config.data().of(identity), config.suiteVersion()),
        1,
        4,
        options);
  }

  private Cell ofTable(Path table) {
    return of(
        "uci",
        "t",
        "fake-good",
        new DataOptions(Optional.empty(), Optional.of(table), List.of(), Optional.empty()));
  }

  @Test
  void aTableThatWasMovedIsNamed() throws IOException {
    Path table = temp.resolve("t.csv");
    assertThat(reproduce(ofTable(table), "a").err())
        .isEqualToNormalizingNewlines(
            "otbench: t/fake-good/1 cannot be run again: " + table + ": there is no such file\n");
  }

  @Test
  void aTableThatWasChangedIsNamed() throws IOException {
    Path table = temp.resolve("t.csv");
    Files.writeString(
        table,
        IntStream.range(0, 200)
            .mapToObj(row -> row % 17 + "," + row % 13)
            .collect(Collectors.joining("\n", "a,b\n", "\n")));
    assertThat(reproduce(ofTable(table), "a").err())
        .matches(
            "otbench: t/fake-good/1 cannot be run again: data\\.identity\\.sha256 was of before, is"
                + " [0-9a-f]{64}\\R");
  }

  @Test
  void aSolverThatIsNotThereIsNamedWithItsPlugIns() throws IOException {
    Cell cell = of("gaussian", "gaussian-2", "moment-descent", DataOptions.NONE);
    assertThat(reproduce(cell, "a").err())
        .startsWith(
            "otbench: gaussian-2/moment-descent/1 cannot be run again: unknown solver"
                + " 'moment-descent' of the cell; known: ")
        .hasLineCount(1);
    assertThat(reproduce(cell, "plug-in moments.jar").err())
        .isEqualToNormalizingNewlines(
            "otbench: what run folder "
                + temp.resolve("run")
                + " holds came from plug-ins too; name their folder with --plugins, it had"
                + " moments.jar\n");
  }

  @Test
  void aProblemThatIsNotThereIsNamed() throws IOException {
    assertThat(reproduce(of("planar", "squares", "fake-good", DataOptions.NONE), "a").err())
        .startsWith(
            "otbench: squares/fake-good/1 cannot be run again: unknown problem 'squares' of the"
                + " cell; did you mean 'square'? known: ")
        .hasLineCount(1);
  }

  @Test
  void aCommandThatCanNoLongerBeRunIsNotBlamedOnOptions() throws IOException {
    Path run = temp.resolve("run");
    RunFolder.create(run);
    String text = Json.line(FakePlans.of(run, 1, 1, "fake-good").request());
    Files.writeString(run.resolve("request.json"), text.replace("fake-good", "moment-descent"));
    ProgramCall call = ProgramCall.of("explain", "gaussian-2/moment-descent/1", "--run=" + run);
    assertThat(call.err())
        .startsWith(
            "otbench: the command of run folder "
                + run
                + " can no longer be run: unknown solver 'moment-descent' in --solvers; known: ")
        .hasLineCount(1);
    assertThat(call.exitCode()).isEqualTo(2);
  }
}
