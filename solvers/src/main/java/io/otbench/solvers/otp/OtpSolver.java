package io.otbench.solvers.otp;

import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;

/**
 * OTP (arXiv:2502.04583): the optimal plan by the semi-dual game on a smoothed source. A map T and
 * a potential V play
 *
 * <pre>
 * sup_V inf_T  mean[ |xe - T(xe)|^2 / 2 - V(T(xe)) ] + mean V(y),      xe = x + eps z
 * </pre>
 *
 * <p>with z standard normal and eps falling over the steps. Where the source gives mass to sets of
 * lower dimension, the game on the source itself can be won by maps that do not carry it to the
 * target; the smoothed source has a density, which rules them out. One source point gets as many
 * images as the noise gives it: {@link Transport#plan()} draws T(x + eps z) at the last eps. The
 * forward map is T without the noise, one pass; it is what to score where an optimal map exists.
 *
 * <p>Published are the idea (smooth the source, go back to it in training), the condition on the
 * source and the limit of the plans. The text beyond the abstract was out of reach and there is no
 * public code, so the rest is a reconstruction: the cost at the smoothed point, which is what makes
 * T the optimal map of the smoothed source; additive noise, with a variance-preserving alternative;
 * the linear schedule; networks, rates (the decay is half a cosine), batch, and the moving average
 * of T.
 */
public final class OtpSolver implements OtSolver<OtpConfig> {

  @Override
  public String name() {
    return "otp";
  }

  @Override
  public OtpConfig defaultConfig(int dim) {
    return OtpConfig.defaults(dim);
  }

  @Override
  public int rowsPerStep(OtpConfig config) {
    return config.game().batchSize();
  }

  @Override
  public Transport fit(Sampler source, Sampler target, OtpConfig config, TrainingContext context) {
    Samplers.requireOneDimension(source, target);
    Samplers.requireRows(source, target, rowsPerStep(config));
    return new OtpTraining(source, target, config.game(), context).run(config.smoothing());
  }
}
