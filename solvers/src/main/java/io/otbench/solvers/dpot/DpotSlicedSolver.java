package io.otbench.solvers.dpot;

import io.otbench.solvers.api.TrainingContext;

/**
 * DPOT with the sliced distance in place of W2; a variant of ours, not published.
 *
 * <pre>P(T) = lambda E|x - T(x)|^2 + d mean over directions of W2^2(projected image, projected
 * target)</pre>
 *
 * <p>No plan is solved: a projection is matched by sorting. The bias of a batch falls like 1/n in
 * every dimension. By default the map is a gradient map, which among the maps that reach the target
 * picks the optimal one, so that lambda can be 0; its potential has a quadratic part, which holds
 * the exact answer between Gaussians.
 */
public final class DpotSlicedSolver extends DpotVariant {

  /** For the service loader. */
  public DpotSlicedSolver() {
    super("dpot-sliced", 1);
  }

  @Override
  public DpotConfig defaultConfig(int dim) {
    return DpotConfig.sliced();
  }

  @Override
  TransportTerm term(DpotConfig config, TrainingContext context, Side side) {
    return new SlicedTerm(
        config.lambda(), config.projections(), context.random("directions" + side.suffix()));
  }
}
