package io.otbench.solvers.dpot;

import io.otbench.solvers.api.TrainingContext;

/**
 * DPOT (arXiv:2506.23429) with its published loss. A map T minimises
 *
 * <pre>P(T) = lambda (E|x - T(x)|^2)^{1/2} + W2(T# source, target),   0 &lt; lambda &lt; 1</pre>
 *
 * <p>W2 is the exact distance of two batches of n rows, solved anew every few steps; its plan is
 * held constant in between, which the envelope theorem allows. Two batches of one law are at a
 * distance of their own, which shrinks the image towards its mean: the loss is accurate for d up to
 * 4, and no better than the identity at d = 64. That is the method, not a fault; {@link
 * DpotDebiasedSolver} and {@link DpotSlicedSolver} are remedies of ours.
 */
public final class DpotSolver extends DpotVariant {

  /** For the service loader. */
  public DpotSolver() {
    super("dpot", 1);
  }

  @Override
  public DpotConfig defaultConfig(int dim) {
    return DpotConfig.published(dim);
  }

  @Override
  TransportTerm term(DpotConfig config, TrainingContext context, Side side) {
    return new PlanTerm(
        config.lambda(), (metric, value) -> context.record(metric + side.suffix(), value));
  }
}
