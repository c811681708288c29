package io.otbench.benchmarks.worker;

import io.otbench.solvers.api.NetworkPasses;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;

/**
 * Time of one cell, kept apart by what it is spent on, and the passes through networks of its
 * training. It runs from the start to the end of the cell, is switched from one phase to another,
 * and belongs to the training thread.
 */
final class TrainingClock {

  /** What time is spent on. */
  private enum Phase {
    START_UP,
    TRAINING,
    EVALUATION,
    LOGGING
  }

  private static final double NANOS = 1e9;

  private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
  private Phase phase = Phase.START_UP;
  private long sinceNanos = System.nanoTime();
  private long trainCpuNanos;
  private long sinceCpuNanos;
  private long trainPasses;
  private long sincePasses;

  void train() {
    switchTo(Phase.TRAINING);
  }

  void evaluate() {
    switchTo(Phase.EVALUATION);
  }

  /** Counts what {@code work} takes as logging. */
  void log(Runnable work) {
    Phase former = phase;
    switchTo(Phase.LOGGING);
    work.run();
    switchTo(former);
  }

  private void switchTo(Phase next) {
    long now = System.nanoTime();
    long cpuNow = threadCpuNanos();
    nanos.merge(phase, now - sinceNanos, Long::sum);
    if (phase == Phase.TRAINING) {
      trainCpuNanos += cpuNow - sinceCpuNanos;
      trainPasses += NetworkPasses.ofThisThread() - sincePasses;
    }
    phase = next;
    sinceNanos = now;
    sinceCpuNanos = cpuNow;
    sincePasses = NetworkPasses.ofThisThread();
  }

  double startUpSeconds() {
    return seconds(Phase.START_UP);
  }

  double trainSeconds() {
    return seconds(Phase.TRAINING);
  }

  /** CPU time of the training thread; with one intra-op thread that is all of the training. */
  double trainCpuSeconds() {
    long open = phase == Phase.TRAINING ? threadCpuNanos() - sinceCpuNanos : 0;
    return (trainCpuNanos + open) / NANOS;
  }

  /** Passes of the training so far, while it does not run. */
  long trainPasses() {
    return trainPasses;
  }

  double evalSeconds() {
    return seconds(Phase.EVALUATION);
  }

  double loggingSeconds() {
    return seconds(Phase.LOGGING);
  }

  private double seconds(Phase of) {
    long open = phase == of ? System.nanoTime() - sinceNanos : 0;
    return (nanos.getOrDefault(of, 0L) + open) / NANOS;
  }

  private static long threadCpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
