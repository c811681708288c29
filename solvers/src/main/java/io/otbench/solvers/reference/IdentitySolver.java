package io.otbench.solvers.reference;

import ai.djl.ndarray.NDArray;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import java.util.Optional;

/** Leaves every point where it is. What a solver must beat to have learned anything. */
public final class IdentitySolver implements OtSolver<IdentitySolver.Config> {

  /** Nothing to set. */
  public record Config() {}

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public Config defaultConfig(int dim) {
    return new Config();
  }

  /** Conditions stay where they are too. */
  @Override
  public Optional<String> reasonToSkip(Sampler source, Sampler target) {
    return Optional.empty();
  }

  @Override
  public Transport fit(Sampler source, Sampler target, Config config, TrainingContext context) {
    Samplers.requireOneDimension(source, target);
    return new IdentityTransport();
  }

  private static final class IdentityTransport implements Transport {

    @Override
    public PointMap forward() {
      return NDArray::duplicate;
    }

    @Override
    public Optional<PointMap> backward() {
      return Optional.of(NDArray::duplicate);
    }

    @Override
    public long parameterCount() {
      return 0;
    }

    @Override
    public void close() {
      // Owns nothing.
    }
  }
}
