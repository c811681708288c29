package io.otbench.solvers.dpot;

import io.otbench.solvers.api.TrainingContext;

/**
 * DPOT without the bias of its batches; a variant of ours, not published. With f, f' the images of
 * two independent batches of n source rows and y one of target rows,
 *
 * <pre>P(T) = lambda E|x - T(x)|^2 + W2^2(f, y) - W2^2(f, f') / 2</pre>
 *
 * <p>whose expectation, at lambda 0, is least at the right scale. The constant W2^2(y, y') / 2 is
 * left out, so the loss has no meaning by itself and may be negative. By default the map is a
 * gradient map, which cannot rotate, so that lambda can be 0; its potential has a quadratic part,
 * which holds the exact answer between Gaussians.
 */
public final class DpotDebiasedSolver extends DpotVariant {

  /** For the service loader. */
  public DpotDebiasedSolver() {
    super("dpot-debiased", 2);
  }

  @Override
  public DpotConfig defaultConfig(int dim) {
    return DpotConfig.debiased();
  }

  @Override
  TransportTerm term(DpotConfig config, TrainingContext context, Side side) {
    return new DebiasedTerm(config.lambda());
  }
}
