package io.otbench.solvers.otp;

import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;

/**
 * OTM (arXiv:2110.02999): the semi-dual game on the source as it is, the baseline of {@link
 * OtpSolver}. It runs the same training at level 0 of the smoothing and draws the noise all the
 * same, so that from the same random streams the two differ by the smoothing alone. Networks and
 * rates are those of {@link OtpSolver} and not those of the paper, which learns images.
 */
public final class OtmSolver implements OtSolver<GameConfig> {

  @Override
  public String name() {
    return "otm";
  }

  @Override
  public GameConfig defaultConfig(int dim) {
    return GameConfig.defaults(dim);
  }

  @Override
  public int rowsPerStep(GameConfig config) {
    return config.batchSize();
  }

  @Override
  public Transport fit(Sampler source, Sampler target, GameConfig config, TrainingContext context) {
    Samplers.requireOneDimension(source, target);
    Samplers.requireRows(source, target, rowsPerStep(config));
    return new OtpTraining(source, target, config, context).run(SmoothingConfig.none());
  }
}
