package io.otbench.solvers.implicit;

import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;

/**
 * Implicit neural optimal transport (arXiv:2605.10792). One network g; minus the dual value
 *
 * <pre>L = E_source[g(x)] - E_target[g(y*(z)) + |z - y*(z)|^2 / 2],   y*(z) + grad g(y*(z)) = z
 * </pre>
 *
 * <p>is minimised. By the envelope theorem y* is held constant in the gradient, so nothing is
 * differentiated through the inner solve. Forward map x + grad g(x), backward map y*(z).
 */
public final class ImplicitSolver implements OtSolver<ImplicitConfig> {

  @Override
  public String name() {
    return "implicit";
  }

  @Override
  public ImplicitConfig defaultConfig(int dim) {
    return ImplicitConfig.defaults(dim);
  }

  @Override
  public int rowsPerStep(ImplicitConfig config) {
    return config.batchSize();
  }

  @Override
  public Transport fit(
      Sampler source, Sampler target, ImplicitConfig config, TrainingContext context) {
    Samplers.requireOneDimension(source, target);
    Samplers.requireRows(source, target, rowsPerStep(config));
    return new ImplicitTraining(source, target, config, context).run();
  }
}
