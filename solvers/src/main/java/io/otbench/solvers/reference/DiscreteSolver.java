package io.otbench.solvers.reference;

import ai.djl.ndarray.NDArray;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.discrete.AssignmentSolver;
import io.otbench.solvers.discrete.Matching;
import java.util.Optional;

/**
 * The exact optimal plan between samples, with no training. A new source point goes where its
 * nearest source sample went, a new target point where its nearest target sample came from: exact
 * on the samples, piecewise constant between them. Shows what a number of samples is worth without
 * a model.
 */
public final class DiscreteSolver implements OtSolver<DiscreteSolver.Config> {

  /**
   * Configuration.
   *
   * @param samples rows per side, 1 to 8192; a smaller pool is read whole. Time grows with the
   *     third power
   */
  public record Config(int samples) {

    /** Checks the range. */
    public Config {
      SamplePair.requireSamples(samples);
    }
  }

  @Override
  public String name() {
    return "discrete";
  }

  @Override
  public Config defaultConfig(int dim) {
    return new Config(1_024);
  }

  @Override
  public Transport fit(Sampler source, Sampler target, Config config, TrainingContext context) {
    return SamplePair.fit(source, target, config.samples(), context, DiscreteSolver::match);
  }

  private static Transport match(NDArray x, NDArray y) {
    int[] partners = Matching.of(x, y, new AssignmentSolver()).assignment().columnOfRow();
    double[] targets = EngineArrays.toDoubles(y);
    int dim = targets.length / partners.length;
    return new MatchedTransport(
        EngineArrays.toDoubles(x), NearestSample.rows(targets, dim, partners), dim);
  }

  /**
   * The pairs of the plan.
   *
   * @param sources row-major (n, d)
   * @param targets row-major (n, d), each row the partner of the same row of {@code sources}
   * @param dim dimension d
   */
  private record MatchedTransport(double[] sources, double[] targets, int dim)
      implements Transport {

    @Override
    public PointMap forward() {
      return NearestSample.map(sources, targets, dim);
    }

    @Override
    public Optional<PointMap> backward() {
      return Optional.of(NearestSample.map(targets, sources, dim));
    }

    @Override
    public long parameterCount() {
      return (long) sources.length + targets.length;
    }

    @Override
    public void close() {
      // Owns no native memory.
    }
  }
}
