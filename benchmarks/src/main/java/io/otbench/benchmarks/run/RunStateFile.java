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
  private int complete;
  private boolean changed = true;
  private boolean ended;

  /**
   * @param cells of the command
   * @param complete of these, now
   * @param clock for the time of day
   */
  RunStateFile(Path file, int cells, int complete, InstantSource clock) {
    this.file = file;
    this.cells = cells;
    this.complete = complete;
    this.clock = clock;
    this.begun = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    var unused =
        timer.scheduleWithFixedDelay(this::write, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void onEvent(int slot, Cell cell, CellEvent event) {
    if (event instanceof CellEvent.Started) {
      String since = clock.instant().toString();
      running.put(slot, new RunState.Running(slot + 1, cell.name(), since, 0, 0));
    } else if (event instanceof CellEvent.Progress progress) {
      running.computeIfPresent(
          slot,
          (key, now) ->
              new RunState.Running(
                  now.worker(), now.cell(), now.since(), progress.step(), progress.plannedSteps()));
    } else if (event instanceof CellEvent.Finished) {
      running.remove(slot);
      complete++;
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
            complete,
            List.copyOf(running.values()),
            ended);
    try {
      WholeFile.write(file, Json.line(state) + "\n");
    } catch (IOException e) {
      // It is there to be looked at; whether results can be written, they tell themselves.
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      ended = true;
      changed = true;
      running.clear();
      write();
    }
  }
}
