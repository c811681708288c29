package io.otbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed again and again, whatever it is doing. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class KilledParentTest {

  private static final int KILLS = 20;

  /** Of these the first: however slow the machine, they find some cells finished and others not. */
  private static final int KILLS_BETWEEN_CELLS = 3;

  private static final int CELLS = 24;

  @TempDir private Path folder;

  private Process start() throws IOException {
    Path classPath = folder.resolve("classpath.args");
    Files.writeString(classPath, "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + classPath,
            "-XX:TieredStopAtLevel=1",
            Main.class.getName(),
            "run",
            "gaussian",
            "--profile=smoke",
            "--solvers=fake-steady",
            "--seeds=8",
            "--workers=2",
            "--out=" + folder.resolve("run"))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  private int finishedCells() {
    String[] files = folder.resolve("run/cells").toFile().list();
    return files == null
        ? 0
        : (int) Arrays.stream(files).filter(name -> name.endsWith(".json")).count();
  }

  private void awaitMoreThan(int cells, Process process) throws InterruptedException {
    while (finishedCells() <= cells && process.isAlive()) {
      Thread.sleep(10);
    }
  }

  private List<ProcessHandle> leftovers() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains(folder.toString()))
                    .isPresent())
        .toList();
  }

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void twentyKillsLoseNoCellAndLeaveNothingBehind() throws IOException, InterruptedException {
    Random moments = new Random(7);
    boolean workersSeen = false;
    for (int kill = 0; kill < KILLS; kill++) {
      int before = finishedCells();
      Process process = start();
      if (kill < KILLS_BETWEEN_CELLS) {
        awaitMoreThan(before, process);
        Thread.sleep(moments.nextInt(100));
      } else {
        Thread.sleep(300 + moments.nextInt(3_700));
      }
      workersSeen |= leftovers().size() > 1;
      process.destroyForcibly().waitFor();
      if (kill < KILLS_BETWEEN_CELLS) {
        assertThat(finishedCells())
            .as("cells after kill %d", kill)
            .isBetween(before + 1, CELLS - 1);
      }
    }
    Process last = start();
    assertThat(workersSeen).as("workers are found by their command line").isTrue();
    assertThat(last.waitFor()).as(Files.readString(folder.resolve("output.txt"))).isZero();

    List<ResultRow> rows = Results.read(folder.resolve("run")).rows();
    assertThat(rows.stream().map(ResultRow::key).distinct()).hasSize(CELLS);
    try (Stream<String> lines = Files.lines(folder.resolve("run/results.csv"))) {
      assertThat(lines.filter(line -> line.contains(",cell_complete,"))).hasSize(CELLS);
    }
    assertThat(folder.resolve("run/cells").toFile().list()).hasSize(CELLS);
    try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
    }
    assertThat(folder.resolve("run/exchange")).doesNotExist();
    for (ProcessHandle left : leftovers()) {
      left.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
    assertThat(leftovers()).isEmpty();
  }
}
