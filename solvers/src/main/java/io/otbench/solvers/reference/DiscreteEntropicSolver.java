package io.otbench.solvers.reference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.discrete.EntropicPotentials;
import io.otbench.solvers.discrete.NotConvergedException;
import io.otbench.solvers.discrete.Sinkhorn;
import java.util.Optional;

/**
 * The entropic plan between samples. A point goes to the mean of the samples of the other side
 * under the plan, with weights from the dual potential (barycentric projection of A.-A. Pooladian
 * and J. Niles-Weed, arXiv:2109.12004): defined everywhere and smooth, pulled to the mean of the
 * other side by the entropy.
 */
public final class DiscreteEntropicSolver implements OtSolver<DiscreteEntropicSolver.Config> {

  /**
   * Configuration.
   *
   * @param samples rows per side, 1 to 8192; a smaller pool is read whole
   * @param epsilonShare epsilon in units of the mean variance per coordinate of both sides'
   *     samples, above 0. The kernel exp(-|x - y|^2 / (2 epsilon)) blurs every coordinate with the
   *     variance epsilon, so one share means one blur in every dimension and every unit of length,
   *     however far apart the sides are
   * @param tolerance L1 error of the marginals to reach, above 0 and below 2
   * @param maxIterations updates of both potentials at most, at least 1; a fit that does not meet
   *     its tolerance in them fails
   */
  public record Config(int samples, double epsilonShare, double tolerance, int maxIterations) {

    /** Checks the ranges. */
    public Config {
      SamplePair.requireSamples(samples);
      if (!(epsilonShare > 0) || Double.isInfinite(epsilonShare)) {
        throw new IllegalArgumentException("epsilonShare must be above 0 but is " + epsilonShare);
      }
      new Sinkhorn(1, tolerance, maxIterations);
    }
  }

  @Override
  public String name() {
    return "discrete-entropic";
  }

  @Override
  public Config defaultConfig(int dim) {
    return new Config(1_024, 0.1, 1e-3, 2_000);
  }

  /**
   * {@inheritDoc}
   *
   * @throws NotConvergedException when the tolerance is not met in {@link Config#maxIterations()}
   */
  @Override
  public Transport fit(Sampler source, Sampler target, Config config, TrainingContext context) {
    return SamplePair.fit(
        source, target, config.samples(), context, (x, y) -> solve(x, y, config, context));
  }

  private static Transport solve(NDArray x, NDArray y, Config config, TrainingContext context) {
    int dim = (int) x.getShape().get(1);
    double[] sources = EngineArrays.toDoubles(x);
    double[] targets = EngineArrays.toDoubles(y);
    // Sides of one point each have no scale: any epsilon gives their plan.
    double scale = (meanVariance(sources, dim) + meanVariance(targets, dim)) / 2;
    double epsilon = config.epsilonShare() * (scale > 0 ? scale : 1);
    EntropicPotentials potentials =
        new Sinkhorn(epsilon, config.tolerance(), config.maxIterations()).solve(x, y);
    context.record("sinkhorn_iterations", potentials.iterations());
    return new EntropicTransport(sources, targets, dim, potentials);
  }

  /** Mean over coordinates of the variance of samples, row-major (n, d). */
  private static double meanVariance(double[] samples, int dim) {
    int n = samples.length / dim;
    double sum = 0;
    for (int k = 0; k < dim; k++) {
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += samples[i * dim + k] / n;
      }
      for (int i = 0; i < n; i++) {
        double difference = samples[i * dim + k] - mean;
        sum += difference * difference / n;
      }
    }
    return sum / dim;
  }

  private record EntropicTransport(
      double[] sources, double[] targets, int dim, EntropicPotentials potentials)
      implements Transport {

    @Override
    public PointMap forward() {
      return projection(targets, potentials.g());
    }

    @Override
    public Optional<PointMap> backward() {
      return Optional.of(projection(sources, potentials.f()));
    }

    /**
     * p -&gt; sum_s w_s s with weights w_s proportional to exp((h_s - |p - s|^2 / 2) / epsilon).
     */
    private PointMap projection(double[] samples, double[] potential) {
      double[] offsets = ChunkedMap.negativeHalfNorms(samples, dim);
      for (int j = 0; j < offsets.length; j++) {
        offsets[j] += potential[j];
      }
      return ChunkedMap.of(
          dim,
          points -> {
            NDArray set = EngineArrays.create(points.getManager(), samples, dim, DataType.FLOAT64);
            NDArray weights =
                ChunkedMap.scores(points, set, offsets).divi(potentials.epsilon()).softmax(1);
            return weights.matMul(set).toDoubleArray();
          });
    }

    /** The samples and one number of the potentials for each. */
    @Override
    public long parameterCount() {
      return (long) sources.length + targets.length + potentials.f().length + potentials.g().length;
    }

    @Override
    public void close() {
      // Owns no native memory.
    }
  }
}
