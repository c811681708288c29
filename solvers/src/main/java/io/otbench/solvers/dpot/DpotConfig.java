package io.otbench.solvers.dpot;

import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.MapArchitecture.Kind;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.training.AdamSchedule;
import io.otbench.solvers.training.Requirements;
import java.util.List;

/**
 * Hyper-parameters of {@link DpotSolver}, {@link DpotDebiasedSolver} and {@link DpotSlicedSolver}.
 * Most of what the paper used is not recovered; the defaults are ours but where it is said.
 *
 * @param steps optimiser steps of every map, at least 1
 * @param batchSize n, rows per side of one plan, at least 2
 * @param planInterval N_gamma, steps between two batches with their plans, at least 1; 10 in the
 *     authors' code
 * @param plans R, plans that one step averages over, at least 1: for a conditional problem that
 *     many conditions, else that many independent batches
 * @param lambda weight of the length of the map, in [0, 1). In {@code dpot} it is an exact penalty:
 *     any value gives the optimal map, from 1 on the identity would be optimal. In the two others
 *     it weighs E|x - T(x)|^2 and pulls the map to the identity by the share lambda / (1 + lambda).
 *     0 is safe only where the map class or the dimension holds rotations
 * @param projections random directions of the sliced term, at least 1; no other term reads it
 * @param map class and shape of the map
 * @param inverse the map from target to source
 * @param adam optimiser
 * @param precision FLOAT32 or FLOAT64
 */
public record DpotConfig(
    int steps,
    int batchSize,
    int planInterval,
    int plans,
    double lambda,
    int projections,
    MapArchitecture map,
    InverseConfig inverse,
    AdamSchedule adam,
    DataType precision) {

  /** Checks the ranges. */
  public DpotConfig {
    Requirements.atLeast("steps", 1, steps);
    Requirements.atLeast("batchSize", 2, batchSize);
    Requirements.atLeast("planInterval", 1, planInterval);
    Requirements.atLeast("plans", 1, plans);
    Requirements.atLeast("projections", 1, projections);
    if (!(lambda >= 0 && lambda < 1)) {
      throw new IllegalArgumentException("lambda must be in [0, 1) but is " + lambda);
    }
    Requirements.precision(precision);
  }

  /**
   * The published loss with a residual network: its weights follow from the analysis of what
   * batches of n rows do to it.
   *
   * @param dim dimension d of the data, at least 1
   */
  static DpotConfig published(int dim) {
    double lambda = dim <= 2 ? 0.05 : dim <= 8 ? 0.1 : 0.4;
    return new DpotConfig(
        3_000,
        1_024,
        10,
        1,
        lambda,
        1,
        new MapArchitecture(Kind.RESIDUAL, 1, List.of(128, 128, 128), Nonlinearity.PRELU),
        InverseConfig.none(),
        AdamSchedule.cosine(1e-3, 0),
        DataType.FLOAT32);
  }

  /** The debiased loss with gradient maps, for which lambda can be 0. */
  static DpotConfig debiased() {
    return new DpotConfig(
        3_000,
        512,
        8,
        1,
        0,
        1,
        new MapArchitecture(Kind.GRADIENT, 1, List.of(64, 64), Nonlinearity.SOFTPLUS),
        InverseConfig.none(),
        AdamSchedule.cosine(3e-3, 0),
        DataType.FLOAT32);
  }

  /** The sliced loss with gradient maps; a new batch and new directions at every step. */
  static DpotConfig sliced() {
    return new DpotConfig(
        5_000,
        512,
        1,
        1,
        0,
        64,
        new MapArchitecture(Kind.GRADIENT, 1, List.of(64, 64), Nonlinearity.SOFTPLUS),
        InverseConfig.none(),
        AdamSchedule.cosine(3e-3, 0),
        DataType.FLOAT32);
  }
}
