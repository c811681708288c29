package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellEvent.Finished;
import io.otbench.benchmarks.cell.CellEvent.Progress;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.exchange.CellTicket;
import io.otbench.benchmarks.exchange.EventReader;
import io.otbench.benchmarks.exchange.EventWriter;
import io.otbench.benchmarks.worker.ResidentMemory;
import io.otbench.benchmarks.worker.WorkerSignal;
import io.otbench.reports.results.CellStatus;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The parent's end of one worker JVM; used by one thread, closed and watched by any. */
final class WorkerProcess implements AutoCloseable {

  /** Why the parent ended the worker. */
  private record Verdict(CellStatus status, String reason) {}

  private static final int SIGNAL_EXIT_BASE = 128;
  private static final double NANOS = 1e9;

  /** What the start of a worker may take beyond the wall time of its first cell. */
  private static final double START_GRACE_SECONDS = 60;

  /** What its last signals may take from a process that has ended to this one. */
  private static final long LAST_SIGNALS_MILLIS = 500;

  private static final Map<Integer, String> SIGNAL_NAMES =
      Map.of(1, "HUP", 2, "INT", 4, "ILL", 6, "ABRT", 8, "FPE", 9, "KILL", 11, "SEGV", 15, "TERM");

  private final long startedNanos = System.nanoTime();
  private final CellLimits limits;
  private final Process process;
  private final BufferedWriter toWorker;
  private final BlockingQueue<WorkerSignal> signals = new LinkedBlockingQueue<>();
  private boolean fresh = true;
  private boolean retiring;
  private boolean busy;
  private volatile boolean closed;

  /** When the worker was given the cell, then when it took it. */
  private long cellNanos;

  private volatile Optional<Verdict> verdict = Optional.empty();

  /**
   * Starts a worker.
   *
   * @param arguments the file with the arguments of its JVM, see {@link WorkerArguments}
   * @param errors file for what the process itself prints, such as the last words of a crash
   * @param limits of each cell
   */
  WorkerProcess(Path arguments, Path errors, CellLimits limits) throws IOException {
    this.limits = limits;
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + arguments);
    // One thread per worker: waiting OpenMP threads would take the cores of the other workers.
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("MKL_NUM_THREADS", "1");
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    this.process = builder.start();
    this.toWorker = process.outputWriter(StandardCharsets.UTF_8);
    listen();
  }

  /** Whether it takes another cell. */
  boolean isUsable() {
    return !retiring && verdict.isEmpty() && process.isAlive();
  }

  /**
   * Runs a cell; its last event is a {@link Finished} then, also where the worker dies or is ended.
   * Only {@link #close} gives a cell up.
   *
   * @param changed called when events have been written, apart from the last one
   * @throws IOException when the end of a worker cannot be written to the events
   */
  void run(CellTicket ticket, Runnable changed) throws IOException, InterruptedException {
    begin();
    double startUpSeconds = 0;
    boolean whole = false;
    boolean alive = true;
    try {
      toWorker.write(Json.line(ticket));
      toWorker.newLine();
      toWorker.flush();
    } catch (IOException e) {
      // A broken pipe: the process ended or is about to.
    }
    try {
      while (alive && !whole) {
        switch (signals.take()) {
          case STARTED -> startUpSeconds = taken();
          case CHANGED -> changed.run();
          case FINISHED -> whole = true;
          case RETIRED -> {
            whole = true;
            retiring = true;
          }
          case GONE -> alive = false;
        }
      }
    } finally {
      finish();
    }
    if (!whole && !closed) {
      writeEnd(ticket, startUpSeconds);
    }
  }

  private void writeEnd(CellTicket ticket, double startUpSeconds)
      throws IOException, InterruptedException {
    String exit = lastWords();
    Progress latest = new Progress(0, 0, 0, 0);
    try {
      for (CellEvent event : new EventReader(ticket).read()) {
        if (event instanceof Progress progress) {
          latest = progress;
        }
      }
    } catch (IllegalArgumentException e) {
      // Lines that are none of ours: how far it came is not known then.
    }
    EventWriter.end(ticket, ended(exit, latest, startUpSeconds));
  }

  // A cell begins and ends under the lock of enforceLimits, so that none is ended for what the one
  // before it took.
  private synchronized void begin() {
    cellNanos = fresh ? startedNanos : System.nanoTime();
    busy = true;
  }

  /** The worker took the cell; returns the seconds of its start where it was started for it. */
  private synchronized double taken() {
    double startUpSeconds = fresh ? seconds() : 0;
    cellNanos = System.nanoTime();
    fresh = false;
    return startUpSeconds;
  }

  private synchronized void finish() {
    busy = false;
  }

  /**
   * Ends the process when its cell has taken more than it may; called now and then. A worker whose
   * use cannot be told is ended too: it would run without its limits.
   */
  synchronized void enforceLimits() {
    if (!busy || verdict.isPresent()) {
      return;
    }
    try {
      compareWithLimits();
    } catch (RuntimeException e) {
      end(CellStatus.CRASHED, "ended because its limits could not be watched: " + e);
    }
  }

  private void compareWithLimits() {
    double wall = limits.wallSeconds().orElse(Double.POSITIVE_INFINITY);
    if (seconds() > (fresh ? wall + START_GRACE_SECONDS : wall)) {
      end(CellStatus.TIMEOUT, "ended by the limit of %s s of wall time".formatted(wall));
    } else if (limits.memoryMib().isPresent()) {
      double residentMib = ResidentMemory.ofProcess(process.pid());
      if (residentMib > limits.memoryMib().getAsInt()) {
        end(
            CellStatus.OUT_OF_MEMORY,
            "ended by the memory limit of %d MiB, with %.0f MiB resident"
                .formatted(limits.memoryMib().getAsInt(), residentMib));
      }
    }
  }

  private void end(CellStatus status, String reason) {
    verdict = Optional.of(new Verdict(status, reason));
    kill();
  }

  /** Ends the process and what it has started. */
  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Wall time of the cell so far. */
  private synchronized double seconds() {
    return (System.nanoTime() - cellNanos) / NANOS;
  }

  /** The outcome of a cell whose worker is gone; what it could not tell counts as training. */
  private CellOutcome ended(String exit, Progress latest, double startUpSeconds) {
    Cost cost =
        fresh
            ? new Cost(0, 0, 0, 0, 0, 0, seconds(), 0)
            : new Cost(latest.step(), 0, 0, seconds(), 0, 0, startUpSeconds, 0);
    String where =
        latest.step() == 0
            ? "before its first report of a step"
            : "after step %d of %d".formatted(latest.step(), latest.plannedSteps());
    return verdict
        .map(why -> CellOutcome.notOk(why.status(), why.reason() + ", " + where, cost))
        .orElseGet(() -> CellOutcome.notOk(CellStatus.CRASHED, exit + ", " + where, cost));
  }

  /**
   * Passes on what the worker says, then that it is gone: when its output ends or, as a process
   * that it started may hold its output open, some moments after it ended.
   */
  private void listen() {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
                in.lines().forEach(line -> WorkerSignal.of(line).ifPresent(signals::add));
              } catch (IOException | UncheckedIOException e) {
                // A broken output is an ended one.
              }
              signals.add(WorkerSignal.GONE);
            },
            "signals");
    reader.setDaemon(true);
    reader.start();
    // Threads of its own, and no timers of the JVM: under Maven those would outlive the run.
    Thread end =
        new Thread(
            () -> {
              try {
                process.waitFor();
                reader.join(LAST_SIGNALS_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              signals.add(WorkerSignal.GONE);
            },
            "end");
    end.setDaemon(true);
    end.start();
  }

  private String lastWords() throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      kill();
      process.waitFor();
      return "the worker closed its output and did not end";
    }
    return describeExit(process.exitValue());
  }

  /** Whether the process was asked to end from outside, as Ctrl-C asks all processes at once. */
  boolean wasAskedToEnd() {
    return !process.isAlive()
        && List.of(SIGNAL_EXIT_BASE + 1, SIGNAL_EXIT_BASE + 2, SIGNAL_EXIT_BASE + 15)
            .contains(process.exitValue());
  }

  static String describeExit(int code) {
    int signal = code - SIGNAL_EXIT_BASE;
    if (signal <= 0) {
      return "the worker ended with exit code " + code;
    }
    return "the worker was ended by signal %d%s (exit code %d)"
        .formatted(
            signal,
            SIGNAL_NAMES.containsKey(signal) ? " (SIG" + SIGNAL_NAMES.get(signal) + ")" : "",
            code);
  }

  /**
   * Ends the process, also in the middle of a cell, which then has no last event; the pipes go with
   * it.
   */
  @Override
  public void close() {
    closed = true;
    // A killed process is there for a moment more; nothing of a run must be left when it ends.
    kill();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
