package io.otbench.benchmarks.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.benchmarks.run.RunState;
import io.otbench.benchmarks.run.RunState.Phase;
import io.otbench.benchmarks.run.RunState.Running;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.benchmarks.store.CellStore;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.benchmarks.store.ForcedCells;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.RunProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStatusTest {

  private static final Instant NOW = Instant.parse("2026-02-03T04:06:00Z");

  @TempDir private Path temp;

  private static Running running(int worker, long seed, String since, long step, long planned) {
    Cell cell = FakeCells.of("fake-good", seed);
    return new Running(worker, cell.key(), cell.name(), since, step, planned);
  }

  /** Of a run of five cells, one of which was complete before; another has finished since. */
  private List<String> lines(long pid, String processStart, Phase phase) throws IOException {
    RunFolder folder = RunFolder.create(temp);
    long before;
    try (CellStore store = CellStore.open(folder)) {
      store.put(record(1), Optional.empty(), Optional.empty());
      store.put(record(9), Optional.empty(), Optional.empty());
      before = store.lastNumber();
      store.put(record(2), Optional.empty(), Optional.empty());
    }
    RunState state =
        new RunState(
            pid,
            processStart,
            "2026-02-03T04:05:00Z",
            5,
            1,
            before,
            0,
            List.of(
                running(1, 3, "2026-02-03T04:05:30Z", 40, 100),
                running(2, 4, "2026-02-03T04:06:30Z", 0, 0),
                // It has finished since the state was written.
                running(3, 2, "2026-02-03T04:05:30Z", 90, 100)),
            phase);
    Files.writeString(folder.state(), Json.line(state));
    return FolderStatus.lines(temp, NOW);
  }

  private static CellRecord record(long seed) {
    return FakeCells.record(
        FakeCells.of("fake-good", seed), new CodeIdentity(new TreeMap<>(Map.of("a", "x"))));
  }

  private static String startOfThisProcess() {
    return ProcessHandle.current().info().startInstant().map(Object::toString).orElse("");
  }

  @Test
  void saysWhatEachWorkerDoes() throws IOException {
    long pid = ProcessHandle.current().pid();
    assertThat(lines(pid, startOfThisProcess(), Phase.RUNNING))
        .containsExactly(
            "run of 2026-02-03T04:05:00Z is running, process "
                + pid
                + ": 2 of 5 cells finished, 2 running, 1 waiting",
            "worker 1: gaussian-2/fake-good/3 for 30 s, step 40 of 100",
            // The clock went back since.
            "worker 2: gaussian-2/fake-good/4 for 0 s, before its first report of a step",
            "in the folder: 3 ok; 1 of them of another command, or to be run again");
  }

  @Test
  void aRunWhoseProcessIsGoneWasKilled() throws IOException {
    // The number of a process is used again, so its start counts too.
    assertThat(lines(ProcessHandle.current().pid(), "2020-01-01T00:00:00Z", Phase.RUNNING).get(0))
        .contains("was killed; the same command goes on with it: 2 of 5 cells finished");
  }

  @Test
  void aRunThatIsOverHasEnded() throws IOException {
    assertThat(lines(ProcessHandle.current().pid(), startOfThisProcess(), Phase.ENDED).get(0))
        .contains("has ended: 2 of 5");
  }

  @Test
  void aRunThatWasInterruptedDidNotDie() throws IOException {
    assertThat(lines(ProcessHandle.current().pid(), startOfThisProcess(), Phase.INTERRUPTED).get(0))
        .isEqualTo(
            "run of 2026-02-03T04:05:00Z was interrupted; the same command goes on with it:"
                + " 2 of 5 cells finished, 0 running, 3 waiting");
  }

  /** A report reads the same file by the names of its parts. */
  @Test
  void aReportCountsTheCellsThatAreMissing() throws IOException {
    lines(ProcessHandle.current().pid(), startOfThisProcess(), Phase.INTERRUPTED);
    RunFolder folder = RunFolder.existing(temp);

    assertThat(RunProgress.read(folder, Results.read(temp)))
        .contains(new RunProgress(2, 5, "the run was interrupted", false));
  }

  @Test
  void saysHowManyCellsAreLeftOfAForcedRun() throws IOException {
    List<String> none = lines(ProcessHandle.current().pid(), startOfThisProcess(), Phase.ENDED);
    assertThat(none).last().asString().startsWith("in the folder: ");
    // The files of seeds 1, 9 and 2 have the numbers 1, 2 and 3.
    ForcedCells.remember(
        RunFolder.existing(temp),
        Set.of(FakeCells.of("fake-good", 1).key(), FakeCells.of("fake-good", 9).key()),
        1);
    assertThat(FolderStatus.lines(temp, NOW))
        .last()
        .isEqualTo("left of a run with --force: 1 cell has not run again yet");
  }

  @Test
  void aStateOfAnotherVersionIsNamed() throws IOException {
    RunFolder folder = RunFolder.create(temp);
    Files.writeString(folder.state(), "{\"ended\": true}");
    assertThatThrownBy(() -> FolderStatus.lines(temp, NOW))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            folder.state()
                + " must be the state of a run of this version, it is not; the next run writes it anew");
  }
}
