package io.otbench.benchmarks.cell;

import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.reports.results.CellStatus;
import java.util.List;

/**
 * How a cell ended.
 *
 * @param status whether it is usable
 * @param message why not, in one line; for an ok cell empty or a remark
 * @param measurements metrics of the final transport; empty unless the status is ok
 * @param cost what it took
 */
public record CellOutcome(
    CellStatus status, String message, List<Measurement> measurements, Cost cost) {

  /**
   * What a cell took, up to where it got.
   *
   * @param steps training steps done
   * @param samples rows drawn from each side
   * @param parameters trained numbers
   * @param trainSeconds training time, evaluation not counted
   * @param evalSeconds evaluation time, at checkpoints and at the end
   * @param loggingSeconds time for logs and for reporting to the parent
   * @param startUpSeconds time until the training could begin: the start of the worker, where one
   *     was started, and the making of the problem
   * @param peakRssMib largest resident memory of the worker during training; 0 where the system
   *     does not tell
   */
  public record Cost(
      long steps,
      long samples,
      long parameters,
      double trainSeconds,
      double evalSeconds,
      double loggingSeconds,
      double startUpSeconds,
      double peakRssMib) {

    /** Nothing is known, as where no worker could be started. */
    public static final Cost UNKNOWN = new Cost(0, 0, 0, 0, 0, 0, 0, 0);

    /** With more time for logs and for the start. */
    Cost plus(double logging, double startUp) {
      return new Cost(
          steps,
          samples,
          parameters,
          trainSeconds,
          evalSeconds,
          loggingSeconds + logging,
          startUpSeconds + startUp,
          peakRssMib);
    }
  }

  private static final String BY_TIME = " by the time limit of ";

  /**
   * The message of a training that was asked to stop.
   *
   * @param where after which step, in words
   * @param limitSeconds seconds of training that were allowed
   */
  public static String stoppedByTime(String where, double limitSeconds) {
    return "stopped " + where + BY_TIME + limitSeconds + " s";
  }

  /** Whether the training was asked to stop, at a step that depends on the machine. */
  public boolean isStoppedByTime() {
    return message.contains(BY_TIME);
  }

  /** Copies the list and makes the message one line. */
  public CellOutcome {
    message = message.strip().replaceAll("\\s*\\R\\s*", " ");
    measurements = List.copyOf(measurements);
  }

  /** The same with more time for logs and for the start, in seconds. */
  public CellOutcome plus(double logging, double startUp) {
    return new CellOutcome(status, message, measurements, cost.plus(logging, startUp));
  }

  /** A cell without usable numbers. */
  public static CellOutcome notOk(CellStatus status, String message, Cost cost) {
    return new CellOutcome(status, message, List.of(), cost);
  }
}
