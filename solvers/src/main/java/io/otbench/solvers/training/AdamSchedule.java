package io.otbench.solvers.training;

import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/**
 * Adam with a learning rate that falls along half a cosine.
 *
 * @param learningRate at the first step, above 0
 * @param finalLearningRate at the last planned step, at least 0 and at most {@code learningRate};
 *     equal to it for a constant rate
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 */
public record AdamSchedule(
    double learningRate, double finalLearningRate, double beta1, double beta2) {

  private static final float EPSILON = 1e-8f;

  /** Checks the ranges. */
  public AdamSchedule {
    if (!(learningRate > 0 && Double.isFinite(learningRate))) {
      throw new IllegalArgumentException("learningRate must be above 0 but is " + learningRate);
    }
    if (!(finalLearningRate >= 0 && finalLearningRate <= learningRate)) {
      throw new IllegalArgumentException(
          "finalLearningRate must be in [0, learningRate = %s] but is %s"
              .formatted(learningRate, finalLearningRate));
    }
    Requirements.decay("beta1", beta1);
    Requirements.decay("beta2", beta2);
  }

  /** Adam's usual betas with a cosine decay. */
  public static AdamSchedule cosine(double learningRate, double finalLearningRate) {
    return new AdamSchedule(learningRate, finalLearningRate, 0.9, 0.999);
  }

  /** A constant learning rate. */
  public static AdamSchedule constant(double learningRate, double beta1, double beta2) {
    return new AdamSchedule(learningRate, learningRate, beta1, beta2);
  }

  /**
   * DJL's optimiser for this schedule.
   *
   * @param plannedSteps number of updates over which the rate falls
   * @param scale multiplies the rate of each update, so that a solver can lower it on the way
   */
  public Optimizer optimizer(long plannedSteps, RateScale scale) {
    Tracker tracker =
        update -> {
          // The library counts updates from 1.
          double progress = Math.min(1, (update - 1.0) / Math.max(1, plannedSteps - 1));
          double cosine = 0.5 * (1 + Math.cos(Math.PI * progress));
          double rate = finalLearningRate + (learningRate - finalLearningRate) * cosine;
          return (float) (rate * scale.factor());
        };
    return Adam.builder()
        .optLearningRateTracker(tracker)
        .optBeta1((float) beta1)
        .optBeta2((float) beta2)
        .optEpsilon(EPSILON)
        .build();
  }
}
