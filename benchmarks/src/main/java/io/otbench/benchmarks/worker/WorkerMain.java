package io.otbench.benchmarks.worker;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.cell.WorkerLine;
import io.otbench.reports.results.CellStatus;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker process: reads one {@link Cell} as a line of JSON from its input, writes {@link
 * WorkerLine}s to its output until the cell is finished, and waits for the next one. It ends when
 * its input ends, at once and in the middle of a cell, so that no worker outlives its parent.
 */
public final class WorkerMain {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerMain.class);

  /**
   * Growth of resident memory after which a worker is replaced, so that the peak of the next cell
   * starts near that of a fresh process. What a first cell leaves in class metadata and compiled
   * code is about half of it.
   */
  private static final double RETIRE_GROWTH_MIB = 128;

  /** System property of a worker: the limit of its resident memory in MiB, if there is one. */
  public static final String MEMORY_LIMIT = "otbench.worker.memoryMib";

  private final Path logFolder;
  private final PrintStream out;
  private final double freshMib;
  private final double retireGrowthMib;

  private WorkerMain(Path logFolder, PrintStream out) {
    this.logFolder = logFolder;
    this.out = out;
    // Loads the engine, which every cell needs.
    try (NDManager manager = NDManager.newBaseManager()) {
      manager.zeros(new Shape(1));
    }
    this.freshMib = ResidentMemory.currentMib();
    this.retireGrowthMib =
        retireGrowthMib(Optional.ofNullable(Integer.getInteger(MEMORY_LIMIT)), freshMib);
  }

  /**
   * Growth after which a worker is replaced, in MiB. Under a limit what former cells left must not
   * take the memory of the next one: a quarter of what the limit leaves above a fresh process.
   */
  static double retireGrowthMib(Optional<Integer> limitMib, double freshMib) {
    return limitMib
        .map(limit -> Math.min(RETIRE_GROWTH_MIB, (limit - freshMib) / 4))
        .orElse(RETIRE_GROWTH_MIB);
  }

  /**
   * Serves cells until the input ends.
   *
   * @param args the folder for the logs of the cells
   */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    // From here on the real output belongs to the protocol alone.
    System.setOut(LineLogger.stream("stdout"));
    System.setErr(LineLogger.stream("stderr"));
    try {
      BlockingQueue<Cell> cells = readCells();
      WorkerMain worker = new WorkerMain(Path.of(args[0]), out);
      boolean retiring = false;
      while (!retiring) {
        retiring = worker.serve(cells.take());
      }
    } catch (RuntimeException | Error e) {
      LOG.error("the worker dies", e);
    } finally {
      // A solver may have left threads behind; they must not keep the process.
      Runtime.getRuntime().halt(0);
    }
  }

  private static BlockingQueue<Cell> readCells() {
    BlockingQueue<Cell> cells = new LinkedBlockingQueue<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader in =
                  new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                in.lines().map(line -> Json.read(line, Cell.class)).forEach(cells::add);
              } catch (IOException | UncheckedIOException e) {
                // A broken input is an ended one.
              } finally {
                Runtime.getRuntime().halt(0);
              }
            },
            "parent");
    reader.setDaemon(true);
    reader.start();
    return cells;
  }

  private boolean serve(Cell cell) {
    CellOutcome outcome;
    boolean retiring;
    // First, because until then the parent counts a start.
    send(new CellEvent.Started(), false);
    long begunNanos = System.nanoTime();
    long ranNanos;
    try (CellLog log = new CellLog(logFolder.resolve(cell.logFileName()))) {
      log.line(Json.line(cell));
      ranNanos = System.nanoTime();
      outcome = new CellRun(cell, event -> send(event, false)).run();
      ranNanos = System.nanoTime() - ranNanos;
      log.line(Json.line(outcome));
      System.gc();
      double residentMib = ResidentMemory.currentMib();
      log.line("resident memory: %.0f MiB, fresh %.0f MiB".formatted(residentMib, freshMib));
      retiring =
          outcome.status() == CellStatus.OUT_OF_MEMORY || residentMib > freshMib + retireGrowthMib;
    }
    double aroundSeconds = (System.nanoTime() - begunNanos - ranNanos) / 1e9;
    send(new CellEvent.Finished(outcome.plus(aroundSeconds, 0)), retiring);
    return retiring;
  }

  private void send(CellEvent event, boolean retiring) {
    // Native code may have left a line unfinished; ours begins on a line of its own.
    out.println("\n" + Json.line(new WorkerLine(event, retiring)));
  }
}
