package io.otbench.benchmarks.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.run.RunState;
import io.otbench.benchmarks.run.RunState.Running;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStatusTest {

  private static final Instant NOW = Instant.parse("2026-02-03T04:06:00Z");

  @TempDir private Path temp;

  private List<String> lines(long pid, String processStart, boolean ended) throws IOException {
    RunState state =
        new RunState(
            pid,
            processStart,
            "2026-02-03T04:05:00Z",
            5,
            2,
            List.of(
                new Running(1, "gaussian-2/w2gn/1", "2026-02-03T04:05:30Z", 40, 100),
                new Running(2, "gaussian-2/otp/1", "2026-02-03T04:06:30Z", 0, 0)),
            ended);
    RunFolder folder = RunFolder.create(temp);
    Files.writeString(folder.state(), Json.line(state));
    return FolderStatus.lines(new StoredRun(folder, List.of()), NOW);
  }

  private static String startOfThisProcess() {
    return ProcessHandle.current().info().startInstant().map(Object::toString).orElse("");
  }

  @Test
  void saysWhatEachWorkerDoes() throws IOException {
    long pid = ProcessHandle.current().pid();
    assertThat(lines(pid, startOfThisProcess(), false))
        .containsExactly(
            "run of 2026-02-03T04:05:00Z is running, process "
                + pid
                + ": 2 of 5 cells finished, 2 running, 1 waiting",
            "worker 1: gaussian-2/w2gn/1 for 30 s, step 40 of 100",
            // The clock went back since.
            "worker 2: gaussian-2/otp/1 for 0 s, before its first report of a step",
            "in the folder: no cell yet");
  }

  @Test
  void aRunWhoseProcessIsGoneWasKilled() throws IOException {
    // The number of a process is used again, so its start counts too.
    assertThat(lines(ProcessHandle.current().pid(), "2020-01-01T00:00:00Z", false).get(0))
        .contains("was killed; the same command goes on with it: 2 of 5 cells finished");
  }

  @Test
  void aRunThatIsOverHasEnded() throws IOException {
    assertThat(lines(ProcessHandle.current().pid(), startOfThisProcess(), true).get(0))
        .contains("has ended: 2 of 5");
  }
}
