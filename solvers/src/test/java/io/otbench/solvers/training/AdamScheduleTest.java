package io.otbench.solvers.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.optimizer.Optimizer;
import io.otbench.solvers.api.EngineArrays;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdamScheduleTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /**
   * Moves of one weight under a gradient of constant sign and size, where Adam moves by its rate.
   */
  private double[] moves(AdamSchedule schedule, int planned, int updates, RateScale scale) {
    Optimizer optimizer = schedule.optimizer(planned, scale);
    NDArray weight = EngineArrays.create(manager, new double[1], 1, DataType.FLOAT64);
    double[] moves = new double[updates];
    for (int i = 0; i < updates; i++) {
      double before = weight.getDouble(0, 0);
      optimizer.update(
          "weight", weight, EngineArrays.create(manager, new double[] {3}, 1, DataType.FLOAT64));
      moves[i] = before - weight.getDouble(0, 0);
    }
    return moves;
  }

  @Test
  void rateFallsAlongHalfACosineFromTheFirstToTheLastStep() {
    double[] rates = moves(AdamSchedule.cosine(1e-2, 2e-3), 101, 103, new RateScale());
    assertThat(rates[0]).isCloseTo(1e-2, within(1e-7));
    assertThat(rates[50]).isCloseTo(6e-3, within(1e-7));
    assertThat(rates[25]).isCloseTo(6e-3 + 4e-3 * Math.sqrt(0.5), within(1e-7));
    assertThat(rates[100]).isCloseTo(2e-3, within(1e-7));
    // Beyond the plan the rate stays.
    assertThat(rates[102]).isCloseTo(2e-3, within(1e-7));
  }

  @Test
  void theOnlyStepOfAPlanHasTheFirstRate() {
    assertThat(moves(AdamSchedule.cosine(1e-2, 0), 1, 1, new RateScale())[0])
        .isCloseTo(1e-2, within(1e-7));
  }

  @Test
  void constantRateStaysAndTheScaleMultipliesIt() {
    RateScale scale = new RateScale();
    AdamSchedule constant = AdamSchedule.constant(1e-2, 0.5, 0.9);
    for (double rate : moves(constant, 10, 10, scale)) {
      assertThat(rate).isCloseTo(1e-2, within(1e-7));
    }
    assertThat(scale.factor()).isEqualTo(1);
    scale.halve();
    scale.halve();
    assertThat(scale.factor()).isEqualTo(0.25);
    assertThat(moves(constant, 10, 1, scale)[0]).isCloseTo(2.5e-3, within(1e-7));
  }

  /** With betas of 0 and a sign that flips, Adam has no memory; with the usual ones it has. */
  @Test
  void betasReachTheOptimizer() {
    IntUnaryOperator sign = step -> step % 2 == 0 ? 1 : -1;
    assertThat(lastMove(AdamSchedule.constant(1e-2, 0, 0), sign)).isCloseTo(-1e-2, within(1e-6));
    assertThat(Math.abs(lastMove(AdamSchedule.cosine(1e-2, 1e-2), sign))).isLessThan(1e-3);
  }

  private double lastMove(AdamSchedule schedule, IntUnaryOperator sign) {
    Optimizer optimizer = schedule.optimizer(100, new RateScale());
    NDArray weight = EngineArrays.create(manager, new double[1], 1, DataType.FLOAT64);
    double before = 0;
    for (int i = 0; i < 50; i++) {
      before = weight.getDouble(0, 0);
      double[] gradient = {sign.applyAsInt(i)};
      optimizer.update(
          "weight", weight, EngineArrays.create(manager, gradient, 1, DataType.FLOAT64));
    }
    return before - weight.getDouble(0, 0);
  }

  @Test
  void refusesRatesAndBetasOutOfRange() {
    assertRefused(0, 0, 0.9, 0.9, "learningRate must be above 0 but is 0.0");
    assertRefused(Double.NaN, 0, 0.9, 0.9, "learningRate must be above 0 but is NaN");
    assertRefused(
        Double.POSITIVE_INFINITY, 0, 0.9, 0.9, "learningRate must be above 0 but is Infinity");
    String range = "finalLearningRate must be in [0, learningRate = 0.1] but is ";
    assertRefused(0.1, 0.2, 0.9, 0.9, range + "0.2");
    assertRefused(0.1, -1, 0.9, 0.9, range + "-1.0");
    assertRefused(0.1, 0, 1, 0.9, "beta1 must be in [0, 1) but is 1.0");
    assertRefused(0.1, 0, 0.9, -0.1, "beta2 must be in [0, 1) but is -0.1");
    assertRefused(0.1, 0, 0.9, Double.NaN, "beta2 must be in [0, 1) but is NaN");
  }

  private static void assertRefused(
      double rate, double last, double beta1, double beta2, String message) {
    assertThatThrownBy(() -> new AdamSchedule(rate, last, beta1, beta2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
