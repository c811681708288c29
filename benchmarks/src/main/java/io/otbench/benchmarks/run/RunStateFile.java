package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellListener;
import io.otbench.benchmarks.cell.Json;
import io.otbench.reports.results.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps {@code state.json} up to date, at most some times a second, until it is closed. */
final class RunStateFile implements CellListener, AutoCloseable {

  private static final long INTERVAL_MILLIS = 500;

  private final Path file;
  private final InstantSource clock;
  private final String begun;
  private final int cells;
  private final Map<Integer, RunState.Running> running = new TreeMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "state");
            thread.setDaemon(true);
            return thread;
          });
  private final int completeBefore;
  private final long lastNumber;
  private final int again;
  private boolean changed = true;
  private RunState.Phase phase = RunState.Phase.RUNNING;

  /**
   * @param cells of the command
   * @param completeBefore of these, now
   * @param lastNumber the highest number of the file of a cell, now
   * @param again of the cells that will run, those that have a file now
   * @param clock for the time of day
   */
  RunStateFile(
      Path file, int cells, int completeBefore, long lastNumber, int again, InstantSource clock) {
    this.file = file;
    this.cells = cells;
    this.completeBefore = completeBefore;
    this.lastNumber = lastNumber;
    this.again = again;
    this.clock = clock;
    this.begun = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    // At once: what an earlier run said of itself is not true of this one.
    write();
    var unused =
        timer.scheduleWithFixedDelay(
            this::write, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void onEvent(int slot, Cell cell, CellEvent event) {
    if (event instanceof CellEvent.Started) {
      String since = clock.instant().toString();
      running.put(slot, new RunState.Running(slot + 1, cell.key(), cell.name(), since, 0, 0));
    } else if (event instanceof CellEvent.Progress progress) {
      running.computeIfPresent(
          slot,
          (key, now) ->
              new RunState.Running(
                  now.worker(),
                  now.key(),
                  now.cell(),
                  now.since(),
                  progress.step(),
                  progress.plannedSteps()));
    } else if (event instanceof CellEvent.Finished) {
      running.remove(slot);
    } else {
      return;
    }
    changed = true;
  }

  private synchronized void write() {
    if (!changed) {
      return;
    }
    changed = false;
    ProcessHandle self = ProcessHandle.current();
    RunState state =
        new RunState(
            self.pid(),
            RunState.start(self),
            begun,
            cells,
            completeBefore,
            lastNumber,
            again,
            List.copyOf(running.values()),
            phase);
    try {
      WholeFile.write(file, Json.line(state) + "\n");
    } catch (IOException e) {
      // It is there to be looked at; whether results can be written, they tell themselves.
    }
  }

  /** Says that the run was ended in order before it was over. */
  void interrupted() {
    end(RunState.Phase.INTERRUPTED);
  }

  @Override
  public void close() {
    end(RunState.Phase.ENDED);
  }

  private void end(RunState.Phase how) {
    timer.shutdownNow();
    synchronized (this) {
      // The first end counts: an interrupted run is closed like any other while the JVM ends.
      if (phase == RunState.Phase.RUNNING) {
        phase = how;
        changed = true;
        running.clear();
        write();
      }
    }
  }
}
