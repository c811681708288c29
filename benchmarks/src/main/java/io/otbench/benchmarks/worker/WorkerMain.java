package io.otbench.benchmarks.worker;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.exchange.CellTicket;
import io.otbench.benchmarks.exchange.EventWriter;
import io.otbench.reports.results.CellStatus;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker process: reads one {@link CellTicket} as a line of JSON from its input, runs the cell of
 * that file, appends what happens to the file of its events, says so by {@link WorkerSignal}s on
 * its output, and waits for the next one. It ends when its input ends, at once and in the middle of
 * a cell, so that no worker outlives its parent.
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
  private boolean fresh = true;

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
   * Serves cells until the input ends. The exit code is 1 where a cell could not be served.
   *
   * @param args the folder for the logs of the cells
   */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    // From here on the real output belongs to the protocol alone.
    System.setOut(LineLogger.stream("stdout"));
    System.setErr(LineLogger.stream("stderr"));
    int exitCode = 1;
    try {
      BlockingQueue<CellTicket> tickets = readTickets();
      WorkerMain worker = new WorkerMain(Path.of(args[0]), out);
      boolean retiring = false;
      while (!retiring) {
        retiring = worker.serve(tickets.take());
      }
      exitCode = 0;
    } catch (IOException | RuntimeException | Error e) {
      LOG.error("the worker dies", e);
    } finally {
      // A solver may have left threads behind; they must not keep the process.
      Runtime.getRuntime().halt(exitCode);
    }
  }

  private static BlockingQueue<CellTicket> readTickets() {
    BlockingQueue<CellTicket> tickets = new LinkedBlockingQueue<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader in =
                  new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                in.lines().map(line -> Json.read(line, CellTicket.class)).forEach(tickets::add);
              } catch (IOException | UncheckedIOException e) {
                // A broken input is an ended one.
              } finally {
                Runtime.getRuntime().halt(0);
              }
            },
            "parent");
    reader.setDaemon(true);
    reader.start();
    return tickets;
  }

  private boolean serve(CellTicket ticket) throws IOException {
    // First, because until then the parent counts a start.
    signal(WorkerSignal.STARTED);
    double startUpSeconds = fresh ? uptimeSeconds() : 0;
    fresh = false;
    long begunNanos = System.nanoTime();
    boolean retiring;
    try (EventWriter events = EventWriter.append(ticket)) {
      events.write(new CellEvent.Started());
      Cell cell = ticket.cell();
      CellOutcome outcome;
      long ranNanos;
      try (CellLog log = new CellLog(logFolder.resolve(cell.logFileName()))) {
        log.line(Json.line(cell));
        ranNanos = System.nanoTime();
        outcome = new CellRun(cell, event -> tell(events, event)).run();
        ranNanos = System.nanoTime() - ranNanos;
        // A solver may have left it set; the next cell is not to be interrupted.
        Thread.interrupted();
        log.line(Json.line(outcome));
        System.gc();
        double residentMib = ResidentMemory.currentMib();
        log.line("resident memory: %.0f MiB, fresh %.0f MiB".formatted(residentMib, freshMib));
        retiring =
            outcome.status() == CellStatus.OUT_OF_MEMORY
                || residentMib > freshMib + retireGrowthMib;
      }
      double aroundSeconds = (System.nanoTime() - begunNanos - ranNanos) / 1e9;
      events.write(new CellEvent.Finished(outcome.plus(aroundSeconds, startUpSeconds)));
    }
    signal(retiring ? WorkerSignal.RETIRED : WorkerSignal.FINISHED);
    return retiring;
  }

  private static double uptimeSeconds() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
  }

  private void tell(EventWriter events, CellEvent event) {
    events.write(event);
    signal(WorkerSignal.CHANGED);
  }

  private void signal(WorkerSignal signal) {
    // Native code may have left a line unfinished; ours begins on a line of its own.
    out.println("\n" + signal.line());
  }
}
