package io.otbench.benchmarks.worker;

import java.lang.management.ManagementFactory;

/**
 * Time spent in training and in evaluation, kept apart. It runs for training, is switched to
 * evaluation and back, and belongs to the training thread.
 */
final class TrainingClock {

  private static final double NANOS = 1e9;

  private long trainNanos;
  private long trainCpuNanos;
  private long evalNanos;
  private boolean training;
  private long sinceNanos;
  private long sinceCpuNanos;

  /** Starts in evaluation: preparing the metrics is not training. */
  TrainingClock() {
    this.sinceNanos = System.nanoTime();
  }

  void train() {
    switchTo(true);
  }

  void evaluate() {
    switchTo(false);
  }

  private void switchTo(boolean toTraining) {
    long now = System.nanoTime();
    long cpuNow = threadCpuNanos();
    if (training) {
      trainNanos += now - sinceNanos;
      trainCpuNanos += cpuNow - sinceCpuNanos;
    } else {
      evalNanos += now - sinceNanos;
    }
    training = toTraining;
    sinceNanos = now;
    sinceCpuNanos = cpuNow;
  }

  double trainSeconds() {
    return (trainNanos + (training ? System.nanoTime() - sinceNanos : 0)) / NANOS;
  }

  /** CPU time of the training thread; with one intra-op thread that is all of the training. */
  double trainCpuSeconds() {
    return (trainCpuNanos + (training ? threadCpuNanos() - sinceCpuNanos : 0)) / NANOS;
  }

  double evalSeconds() {
    return (evalNanos + (training ? 0 : System.nanoTime() - sinceNanos)) / NANOS;
  }

  private static long threadCpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
