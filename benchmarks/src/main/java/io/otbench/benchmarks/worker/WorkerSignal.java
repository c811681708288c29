package io.otbench.benchmarks.worker;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a worker process says on its output while it runs a cell: that there is something new in the
 * file of events, never what. Native code may print lines of its own between the signals.
 */
public enum WorkerSignal {
  /** It took the cell. */
  STARTED,
  /** An event was written. */
  CHANGED,
  /** The last event was written, and it takes another cell. */
  FINISHED,
  /** The last event was written, and it takes no other cell. */
  RETIRED,
  /** There is no worker any more; no worker says so itself. */
  GONE;

  private static final String PREFIX = "otbench-worker ";

  /** The line that carries it. */
  String line() {
    return PREFIX + name();
  }

  /** What a line says; nothing if it is none of ours. */
  public static Optional<WorkerSignal> of(String line) {
    return Arrays.stream(values()).filter(signal -> signal.line().equals(line)).findFirst();
  }
}
