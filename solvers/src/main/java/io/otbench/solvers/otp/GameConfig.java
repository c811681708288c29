package io.otbench.solvers.otp;

import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.networks.PotentialArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.training.AdamSchedule;
import io.otbench.solvers.training.Requirements;
import java.util.List;

/**
 * Hyper-parameters of the semi-dual game, and the whole configuration of {@link OtmSolver}. None is
 * published as far as could be read: the numbers are this project's.
 *
 * @param steps steps of the potential, at least 1
 * @param batchSize rows per side and update, at least 1
 * @param mapStepsPerPotentialStep updates of the map before each of the potential, at least 1
 * @param map the map T
 * @param potential the potential V
 * @param mapAdam optimiser of T; its rate falls over all updates of T
 * @param potentialAdam optimiser of V
 * @param averageDecay share that the moving average of T, which is the answer, keeps at an update,
 *     in [0, 1); 0 for T itself
 * @param precision FLOAT32 or FLOAT64
 */
public record GameConfig(
    int steps,
    int batchSize,
    int mapStepsPerPotentialStep,
    MapArchitecture map,
    PotentialArchitecture potential,
    AdamSchedule mapAdam,
    AdamSchedule potentialAdam,
    double averageDecay,
    DataType precision) {

  /** Checks the ranges. */
  public GameConfig {
    Requirements.atLeast("steps", 1, steps);
    Requirements.atLeast("batchSize", 1, batchSize);
    Requirements.atLeast("mapStepsPerPotentialStep", 1, mapStepsPerPotentialStep);
    Requirements.decay("averageDecay", averageDecay);
    Requirements.precision(precision);
  }

  /**
   * For data that are not far from normal: a residual map, and a potential with a quadratic part,
   * which holds the exact potential between Gaussians (in 8 dimensions a potential of {@link
   * SmoothActivation#CELU} units alone left 20 times the error). Between perpendicular segments it
   * is the other way round: at these rates CELU units alone left a tenth of the error of {@link
   * SmoothActivation#SILU}.
   *
   * @param dim dimension d of the data, at least 1
   */
  public static GameConfig defaults(int dim) {
    int width = dim <= 8 ? 64 : 128;
    List<Integer> widths = List.of(width, width, width);
    AdamSchedule adam = new AdamSchedule(1e-3, 0, 0.5, 0.99);
    return new GameConfig(
        3_000,
        512,
        4,
        new MapArchitecture(MapArchitecture.Kind.RESIDUAL, 1, widths, Nonlinearity.SILU),
        new PotentialArchitecture(widths, SmoothActivation.SILU, true),
        adam,
        adam,
        0.999,
        DataType.FLOAT32);
  }
}
