package io.otbench.benchmarks.run;

import java.util.List;

/**
 * Where a run is, for someone who looks at it from another process: {@code state.json}.
 *
 * @param pid of the process that runs
 * @param processStart when that process began, as the system tells it; pids are used again
 * @param begun when the run began
 * @param cells of the command
 * @param complete of these
 * @param running cells that are being run
 * @param ended whether the run is over
 */
public record RunState(
    long pid,
    String processStart,
    String begun,
    int cells,
    int complete,
    List<Running> running,
    boolean ended) {

  /**
   * A cell that is being run.
   *
   * @param worker number, from 1
   * @param cell its name
   * @param since when a worker took it
   * @param step steps done
   * @param plannedSteps steps it will have; 0 before the first report
   */
  public record Running(int worker, String cell, String since, long step, long plannedSteps) {}

  /** Copies the list. */
  public RunState {
    running = List.copyOf(running);
  }

  /** When a process began; empty text where the system does not tell. */
  static String start(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("");
  }

  /** Whether the process that wrote this still goes on. */
  public boolean isAlive() {
    return !ended
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .map(process -> start(process).equals(processStart))
            .orElse(false);
  }
}
