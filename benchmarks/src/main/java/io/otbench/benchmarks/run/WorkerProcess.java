package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellEvent.Finished;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.cell.WorkerLine;
import io.otbench.reports.results.CellStatus;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The parent's end of one worker JVM; used by one thread, closed by any. */
final class WorkerProcess implements AutoCloseable {

  private static final int SIGNAL_EXIT_BASE = 128;
  private static final Map<Integer, String> SIGNAL_NAMES =
      Map.of(1, "HUP", 2, "INT", 4, "ILL", 6, "ABRT", 8, "FPE", 9, "KILL", 11, "SEGV", 15, "TERM");

  private final Process process;
  private final BufferedWriter toWorker;
  private final BufferedReader fromWorker;
  private boolean retiring;

  /**
   * Starts a worker.
   *
   * @param arguments the file with the arguments of its JVM, see {@link WorkerArguments}
   * @param errors file for what the process itself prints, such as the last words of a crash
   */
  WorkerProcess(Path arguments, Path errors) throws IOException {
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
    this.fromWorker = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Whether it takes another cell. */
  boolean isUsable() {
    return !retiring && process.isAlive();
  }

  /**
   * Runs a cell. A worker that dies is an outcome too.
   *
   * @param events told of everything but the end
   */
  CellOutcome run(Cell cell, Consumer<CellEvent> events) throws InterruptedException {
    try {
      toWorker.write(Json.line(cell));
      toWorker.newLine();
      toWorker.flush();
      Optional<WorkerLine> line = next();
      while (line.isPresent()) {
        if (line.get().event() instanceof Finished finished) {
          retiring = line.get().retiring();
          return finished.outcome();
        }
        events.accept(line.get().event());
        line = next();
      }
    } catch (IOException e) {
      // A broken pipe: the process ended or is about to.
    } catch (IllegalArgumentException e) {
      // Half a line of a process that was killed, or a line that is none of ours.
      process.destroyForcibly();
    }
    return CellOutcome.notOk(CellStatus.CRASHED, lastWords(), Cost.UNKNOWN);
  }

  /** The next line of the worker; native code may print lines of its own between them. */
  private Optional<WorkerLine> next() throws IOException {
    String line = fromWorker.readLine();
    while (line != null && !line.startsWith("{\"event\"")) {
      line = fromWorker.readLine();
    }
    return Optional.ofNullable(line).map(text -> Json.read(text, WorkerLine.class));
  }

  private String lastWords() throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
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

  /** Ends the process, also in the middle of a cell; the pipes go with it. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
