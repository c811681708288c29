package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.CellConfig;
import java.util.Map;

/**
 * A solver as it will run on a problem, whatever the seed.
 *
 * @param problem name of the problem
 * @param config the solver and all its settings
 * @param variant what a sweep varied; empty for nothing
 * @param origins where settings come from that are not the solver's defaults, by their paths with
 *     dots; a path of a group stands for all that is in it
 * @param checkpoints number of points of the convergence curve
 */
public record PlannedMethod(
    String problem,
    CellConfig config,
    String variant,
    Map<String, String> origins,
    int checkpoints) {

  /** Copies the map. */
  public PlannedMethod {
    origins = Map.copyOf(origins);
  }

  /** The solver and what a sweep varied of it, such as {@code w2gn batchSize=256}. */
  public String label() {
    return variant.isEmpty() ? config.solver() : config.solver() + " " + variant;
  }
}
