package io.otbench.benchmarks.run;

import io.otbench.reports.results.CellKey;
import java.util.List;

/**
 * Where a run is, for someone who looks at it from another process: {@code state.json}.
 *
 * @param pid of the process that runs
 * @param processStart when that process began, as the system tells it; pids are used again
 * @param begun when the run began
 * @param cells of the command
 * @param completeBefore of these, when the run began
 * @param lastNumber the highest number of the file of a cell when the run began: files with higher
 *     ones are its own, and finished cells are counted by these files alone
 * @param again of the cells that run, those that had a file when the run began: its numbers are
 *     shown again where an interrupted run did not replace it
 * @param running cells that are being run
 * @param phase where it is
 */
public record RunState(
    long pid,
    String processStart,
    String begun,
    int cells,
    int completeBefore,
    long lastNumber,
    int again,
    List<Running> running,
    Phase phase) {

  /** Where a run is. */
  public enum Phase {
    /** It goes on, unless its process was killed. */
    RUNNING,
    /** Ctrl-C or the like ended it in order. */
    INTERRUPTED,
    /** It is over. */
    ENDED
  }

  /**
   * A cell that is being run.
   *
   * @param worker number, from 1
   * @param key the cell
   * @param cell its name
   * @param since when a worker took it
   * @param step steps done
   * @param plannedSteps steps it will have; 0 before the first report
   */
  public record Running(
      int worker, CellKey key, String cell, String since, long step, long plannedSteps) {}

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
    return phase == Phase.RUNNING
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .map(process -> start(process).equals(processStart))
            .orElse(false);
  }
}
