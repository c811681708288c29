package io.otbench.solvers.reference;

import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.api.linalg.BuresWasserstein;
import io.otbench.solvers.api.linalg.SampleMoments;
import org.ejml.simple.SimpleMatrix;

/**
 * The optimal map between Gaussians with the moments of the samples. Between Gaussians its error is
 * the statistical limit of the number of samples; elsewhere it is what a solver must beat to have
 * learned more than two moments.
 */
public final class LinearSolver implements OtSolver<LinearSolver.Config> {

  /**
   * Configuration.
   *
   * @param samples rows per side, at least 2; a smaller pool is read whole
   */
  public record Config(int samples) {

    /** Checks the range. */
    public Config {
      if (samples < 2) {
        throw new IllegalArgumentException("samples must be at least 2 but is " + samples);
      }
    }
  }

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public Config defaultConfig(int dim) {
    return new Config(100_000);
  }

  @Override
  public Transport fit(Sampler source, Sampler target, Config config, TrainingContext context) {
    return MomentReader.read(source, target, config.samples(), context, LinearSolver::bures);
  }

  private static Transport bures(SampleMoments from, SampleMoments to) {
    SimpleMatrix s0 = from.covariance();
    SimpleMatrix s1 = to.covariance();
    long dim = s0.getNumRows();
    return new AffineTransport(
        from.mean(),
        to.mean(),
        BuresWasserstein.map(s0, s1),
        BuresWasserstein.map(s1, s0),
        dim * (dim + 1) / 2 + dim);
  }
}
