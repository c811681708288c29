package io.otbench.solvers.implicit;

import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.training.AdamSchedule;
import io.otbench.solvers.training.Requirements;
import java.util.List;

/**
 * Hyper-parameters of {@link ImplicitSolver}.
 *
 * @param steps optimiser steps, at least 1 (the authors' code calls them epochs)
 * @param batchSize rows per side and step, at least 1
 * @param batchRepeats steps that each batch serves, at least 1
 * @param network the potential g
 * @param initial how g starts
 * @param convexity whether g is kept convex; see {@link Convexity}
 * @param adam optimiser
 * @param maxGradientNorm larger weight gradients are scaled down to it; above 0
 * @param inner inner solver
 * @param precision FLOAT32 or FLOAT64, for weights and solves
 */
public record ImplicitConfig(
    int steps,
    int batchSize,
    int batchRepeats,
    IcnnArchitecture network,
    InitialConfig initial,
    Convexity convexity,
    AdamSchedule adam,
    double maxGradientNorm,
    InnerConfig inner,
    DataType precision) {

  /** What is done to the weights after every step. */
  public enum Convexity {
    /** Nothing; the map can stretch and contract. */
    NONE,
    /**
     * Mixing and output weights are clamped to be non-negative. Then g is convex and the map cannot
     * contract: the authors' code does it, the published numbers cannot have been made so.
     */
    CLAMP
  }

  /** Checks the ranges. */
  public ImplicitConfig {
    Requirements.atLeast("steps", 1, steps);
    Requirements.atLeast("batchSize", 1, batchSize);
    Requirements.atLeast("batchRepeats", 1, batchRepeats);
    if (!(maxGradientNorm > 0)) {
      throw new IllegalArgumentException(
          "maxGradientNorm must be above 0 but is " + maxGradientNorm);
    }
    Requirements.precision(precision);
  }

  /**
   * The network, batch and optimiser of the authors' code without the clamp; the learning rate
   * falls along a cosine and every batch is fresh, which is our choice.
   *
   * @param dim dimension d of the data, at least 1
   */
  public static ImplicitConfig defaults(int dim) {
    int wide = Math.max(2 * dim, 64);
    return new ImplicitConfig(
        2_000,
        1_024,
        1,
        new IcnnArchitecture(
            List.of(wide, wide, Math.max(dim, 32)), 1, SmoothActivation.SOFTPLUS, 1e-4),
        InitialConfig.defaults(),
        Convexity.NONE,
        AdamSchedule.cosine(1e-3, 0),
        10,
        InnerConfig.defaults(),
        DataType.FLOAT32);
  }
}
