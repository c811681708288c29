package io.otbench.benchmarks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingClockTest {

  @Test
  void keepsTrainingAndEvaluationApartAndLosesNothing() throws InterruptedException {
    long start = System.nanoTime();
    TrainingClock clock = new TrainingClock();
    Thread.sleep(40);
    clock.train();
    Thread.sleep(80);
    clock.evaluate();
    Thread.sleep(160);
    clock.train();
    clock.evaluate();
    double all = (System.nanoTime() - start) / 1e9;
    assertThat(clock.trainSeconds()).isGreaterThanOrEqualTo(0.08);
    assertThat(clock.evalSeconds()).isGreaterThanOrEqualTo(0.2);
    assertThat(clock.trainSeconds() + clock.evalSeconds()).isBetween(all - 0.02, all + 0.02);
  }

  @Test
  void sleepingCostsNoCpu() throws InterruptedException {
    TrainingClock clock = new TrainingClock();
    clock.train();
    Thread.sleep(100);
    assertThat(clock.trainCpuSeconds()).isLessThan(0.05);
    assertThat(clock.trainSeconds()).isGreaterThanOrEqualTo(0.1);
  }
}
