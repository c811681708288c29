package io.otbench.solvers.diotm;

import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;

/**
 * DIOTM (arXiv:2410.03783). A forward map F, a backward map G and a value function V(t, x) play
 * along straight lines, x_t = (1 - t) x + t F(x) and y_t = (1 - t) G(y) + t y with t uniform on [0,
 * 1]:
 *
 * <pre>
 * mean [alpha t |x - F(x)|^2 - V(t, x_t)] + mean [alpha (1 - t) |y - G(y)|^2 + V(t, y_t)]
 *   - lambda (R at x_t + R at y_t),       R = mean |2 alpha dV/dt + |grad V|^2 / 2|
 * </pre>
 *
 * <p>is maximised over V, its points held constant, and minimised without R over F (first mean) and
 * G (second mean), V held constant. R is 0 at the true V. The reported loss is this expression
 * without R, before the maps are updated; at the optimum it is alpha W2^2.
 */
public final class DiotmSolver implements OtSolver<DiotmConfig> {

  @Override
  public String name() {
    return "diotm";
  }

  @Override
  public DiotmConfig defaultConfig(int dim) {
    return DiotmConfig.defaults(dim);
  }

  @Override
  public int rowsPerStep(DiotmConfig config) {
    return config.batchSize();
  }

  @Override
  public Transport fit(
      Sampler source, Sampler target, DiotmConfig config, TrainingContext context) {
    Samplers.requireOneDimension(source, target);
    Samplers.requireRows(source, target, rowsPerStep(config));
    return new DiotmTraining(source, target, config, context).run();
  }
}
