package io.otbench.solvers.w2gn;

import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;

/**
 * W2GN (arXiv:1909.13082). Convex potentials psi (source side) and phi (target side); forward map
 * grad psi, backward map grad phi. With u = grad phi(Y) held constant, one loss trains both:
 *
 * <pre>
 * mean psi(X) - mean psi(u)
 *   + lambda (mean |grad psi(grad phi(Y)) - Y|^2 + mean |grad phi(grad psi(X)) - X|^2)
 * </pre>
 *
 * <p>where the cycle means run over rows and coordinates. After every step both networks are
 * projected to convex ones.
 */
public final class W2gnSolver implements OtSolver<W2gnConfig> {

  @Override
  public String name() {
    return "w2gn";
  }

  @Override
  public W2gnConfig defaultConfig(int dim) {
    return W2gnConfig.defaults(dim);
  }

  @Override
  public int rowsPerStep(W2gnConfig config) {
    return Math.max(config.batchSize(), config.pretraining().batchSize());
  }

  @Override
  public Transport fit(Sampler source, Sampler target, W2gnConfig config, TrainingContext context) {
    Samplers.requireOneDimension(source, target);
    Samplers.requireRows(source, target, rowsPerStep(config));
    return new W2gnTraining(source, target, config, context).run();
  }
}
