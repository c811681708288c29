package io.otbench.solvers.w2gn;

import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.training.AdamSchedule;
import io.otbench.solvers.training.Requirements;
import java.util.List;

/**
 * Hyper-parameters of {@link W2gnSolver}. The published L1 penalty of 1e-10 is left out: it is
 * below the rounding of the loss.
 *
 * @param steps optimiser steps, at least 1
 * @param batchSize rows per side and step, at least 1
 * @param cycleWeight lambda, weight of the cycle terms, which are means over rows and coordinates;
 *     above 0
 * @param network both potentials; the activation must be convex and non-decreasing
 * @param initialDeviation standard deviation of the initial weights, at least 0
 * @param pretraining towards the identity
 * @param forwardAdam optimiser of psi
 * @param backwardAdam optimiser of phi
 * @param precision FLOAT32 or FLOAT64
 */
public record W2gnConfig(
    int steps,
    int batchSize,
    double cycleWeight,
    IcnnArchitecture network,
    double initialDeviation,
    PretrainingConfig pretraining,
    AdamSchedule forwardAdam,
    AdamSchedule backwardAdam,
    DataType precision) {

  /** Checks the ranges. */
  public W2gnConfig {
    Requirements.atLeast("steps", 1, steps);
    Requirements.atLeast("batchSize", 1, batchSize);
    if (!(cycleWeight > 0 && Double.isFinite(cycleWeight))) {
      throw new IllegalArgumentException("cycleWeight must be above 0 but is " + cycleWeight);
    }
    if (!network.activation().isConvexNonDecreasing()) {
      throw new IllegalArgumentException(
          "network.activation must be convex and non-decreasing (CELU or SOFTPLUS) but is "
              + network.activation());
    }
    if (!(initialDeviation >= 0 && Double.isFinite(initialDeviation))) {
      throw new IllegalArgumentException(
          "initialDeviation must be finite and >= 0 but is " + initialDeviation);
    }
    Requirements.precision(precision);
  }

  /**
   * The recipe of the authors' Gaussian experiments.
   *
   * @param dim dimension d of the data, at least 1
   */
  public static W2gnConfig defaults(int dim) {
    int wide = Math.max(dim, 128);
    return new W2gnConfig(
        5_001,
        256,
        Math.min(dim, 50),
        new IcnnArchitecture(
            List.of(wide, wide, Math.max(dim, 64)), 1, SmoothActivation.CELU, 0.05),
        1.0 / 20,
        new PretrainingConfig(10_000, 256, 3, AdamSchedule.constant(1e-3, 0.8, 0.9), 3e-5),
        AdamSchedule.constant(3e-4, 0.8, 0.99),
        AdamSchedule.constant(3e-4, 0.4, 0.4),
        DataType.FLOAT32);
  }
}
