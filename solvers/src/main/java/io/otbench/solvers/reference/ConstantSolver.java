package io.otbench.solvers.reference;

import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.api.linalg.SampleMoments;
import org.ejml.simple.SimpleMatrix;

/** Sends every point to the mean of the other side: 100 on the UVP scale by definition. */
public final class ConstantSolver implements OtSolver<ConstantSolver.Config> {

  /**
   * Configuration.
   *
   * @param samples rows per side the mean is taken from, at least 1; a smaller pool is read whole
   */
  public record Config(int samples) {

    /** Checks the range. */
    public Config {
      if (samples < 1) {
        throw new IllegalArgumentException("samples must be at least 1 but is " + samples);
      }
    }
  }

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public Config defaultConfig(int dim) {
    return new Config(100_000);
  }

  @Override
  public Transport fit(Sampler source, Sampler target, Config config, TrainingContext context) {
    return MomentReader.read(source, target, config.samples(), context, ConstantSolver::means);
  }

  private static Transport means(SampleMoments from, SampleMoments to) {
    SimpleMatrix sourceMean = from.mean();
    int dim = sourceMean.getNumRows();
    SimpleMatrix zero = new SimpleMatrix(dim, dim);
    return new AffineTransport(sourceMean, to.mean(), zero, zero, dim);
  }
}
