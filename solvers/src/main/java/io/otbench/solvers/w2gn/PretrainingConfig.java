package io.otbench.solvers.w2gn;

import io.otbench.solvers.training.AdamSchedule;
import io.otbench.solvers.training.Requirements;

/**
 * Training of psi towards the identity before the real training; phi starts as its copy.
 *
 * @param maxSteps at least 0; 0 skips it
 * @param batchSize source rows per step, at least 1
 * @param stretch the rows are multiplied by it, so that the identity holds around the data too
 * @param adam optimiser
 * @param stopLoss mean over the rows of |grad psi(x) - x|^2 below which it ends, at least 0
 */
public record PretrainingConfig(
    int maxSteps, int batchSize, double stretch, AdamSchedule adam, double stopLoss) {

  /** Checks the ranges. */
  public PretrainingConfig {
    Requirements.atLeast("maxSteps", 0, maxSteps);
    Requirements.atLeast("batchSize", 1, batchSize);
    if (!(stretch > 0 && Double.isFinite(stretch))) {
      throw new IllegalArgumentException("stretch must be above 0 but is " + stretch);
    }
    if (!(stopLoss >= 0)) {
      throw new IllegalArgumentException("stopLoss must be at least 0 but is " + stopLoss);
    }
  }
}
