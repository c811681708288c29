package io.otbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.otbench.benchmarks.Main;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.exchange.CellTicket;
import io.otbench.benchmarks.exchange.EventWriter;
import io.otbench.benchmarks.exchange.TicketListener;
import io.otbench.benchmarks.fake.FakePlans;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.Results;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the parent needs for a thousand cells; the cells themselves take no time here. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ManyCellsTest {

  private static final int SEEDS = 334;
  private static final int POINTS = 100;
  private static final long MIB = 1 << 20;

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Answers at once with a curve and a value; files are all it needs. */
  private static final class Instantly implements CellExecutor {

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public void run(List<CellTicket> cells, TicketListener listener) throws IOException {
      for (CellTicket ticket : cells) {
        long seed = ticket.cell().seed();
        try (EventWriter events = EventWriter.append(ticket)) {
          events.write(new CellEvent.Started());
          for (int step = 1; step <= POINTS; step++) {
            events.write(new CellEvent.Point(step, step, step, "loss", 1.0 / (step + seed)));
          }
          events.write(
              new CellEvent.Finished(
                  new CellOutcome(
                      CellStatus.OK,
                      "",
                      List.of(new Measurement("uvp_forward", 1.0 / seed, "percent")),
                      Cost.UNKNOWN)));
        }
        listener.onChange(0, ticket);
      }
    }

    @Override
    public void close() {
      // Nothing runs.
    }
  }

  private void run() throws InterruptedException {
    MatrixRun run =
        new MatrixRun(
            FakePlans.of(folder.resolve("run"), SEEDS, 2, "fake-good"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            (workers, logs) -> new Instantly(),
            InstantSource.system());
    assertThat(run.run()).isTrue();
  }

  private static long openFiles() {
    return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
        .getOpenFileDescriptorCount();
  }

  private static long heapMib() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
  }

  /**
   * The peak is looked at while the process lives, and so may miss what it takes in its last
   * moments.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aProcessSaysWithinSecondsThatAThousandCellsAreComplete()
      throws IOException, InterruptedException {
    run();
    Path classPath = folder.resolve("classpath.args");
    Files.writeString(classPath, "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the launcher has it.
                "-XX:+UseSerialGC",
                "-Xms64m",
                "@" + classPath,
                Main.class.getName(),
                "run",
                "gaussian",
                "--profile=smoke",
                "--solvers=fake-good",
                "--seeds=" + SEEDS,
                "--out=run")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    double cpuSeconds = Double.NaN;
    double peakMib = 0;
    while (process.isAlive()) {
      if (Double.isNaN(cpuSeconds) && Files.size(folder.resolve("output.txt")) > 0) {
        // Of the process alone, whatever else runs on the machine.
        cpuSeconds = process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
      }
      peakMib = Math.max(peakMib, peakMib(process.pid()));
      Thread.sleep(5);
    }
    assertThat(Files.readAllLines(folder.resolve("output.txt")))
        .startsWith("1002 of 1002 cells are already complete; --force runs them again")
        .last()
        .asString()
        .endsWith("run/report.html");
    // 2.5 s on a loaded machine.
    assertThat(cpuSeconds).isLessThan(5);
    assertThat(peakMib).isBetween(50.0, 512.0);
  }

  private static double peakMib(long pid) throws IOException {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException e) {
      // It has just ended.
      return 0;
    }
  }

  @Test
  void aThousandCellsLeaveNoFilesOpenAndAreReadAgainInSeconds()
      throws IOException, InterruptedException {
    run();
    long filesBefore = openFiles();
    long heapBefore = heapMib();
    long begun = System.nanoTime();
    out.reset();
    run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "1002 of 1002 cells are already complete; --force runs them again");
    assertThat(seconds).isLessThan(2);
    assertThat(openFiles()).isLessThanOrEqualTo(filesBefore + 2);
    assertThat(heapMib()).isLessThan(heapBefore + 64);
    Results results = Results.read(folder.resolve("run"));
    assertThat(results.rows()).hasSize(1_002);
    assertThat(results.curves()).hasSize(1_002 * POINTS);
    assertThat(folder.resolve("run/cells").toFile().list()).hasSize(1_002);
  }
}
