package io.otbench.benchmarks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingClockTest {

  @Test
  void keepsTrainingAndEvaluationApartAndLosesNothing() throws InterruptedException {
    long start = System.nanoTime();
    TrainingClock clock = new TrainingClock();
    clock.evaluate();
    Thread.sleep(40);
    clock.train();
    Thread.sleep(80);
    clock.evaluate();
    Thread.sleep(160);
    clock.train();
    clock.evaluate();
    double all = (System.nanoTime() - start) / 1e9;
    double train = clock.trainSeconds();
    double eval = clock.evalSeconds();
    assertThat(train).isGreaterThanOrEqualTo(0.08);
    assertThat(eval).isGreaterThanOrEqualTo(0.2);
    assertThat(train + eval + clock.startUpSeconds()).isBetween(all - 0.02, all + 0.02);
  }

  @Test
  void loggingIsNeitherTrainingNorEvaluation() throws InterruptedException {
    TrainingClock clock = new TrainingClock();
    Thread.sleep(20);
    clock.train();
    clock.log(TrainingClockTest::sleep);
    clock.evaluate();
    clock.log(TrainingClockTest::sleep);
    double train = clock.trainSeconds();
    double eval = clock.evalSeconds();
    assertThat(clock.loggingSeconds()).isGreaterThanOrEqualTo(0.1);
    assertThat(train).isLessThan(0.05);
    assertThat(eval).isLessThan(0.05);
    assertThat(clock.startUpSeconds()).isGreaterThanOrEqualTo(0.02);
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
