package com.example.ot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.api.linalg.SampleMoments;
import io.otbench.solvers.networks.ScopedMap;
import org.ejml.simple.SimpleMatrix;

/**
 * A solver of one's own in one file: the affine map T(x) = m1 + A (x - m0) whose symmetric matrix A
 * is learned by gradient descent on |A S0 A - S1|^2 / 2, where m0, S0 and m1, S1 are the moments of
 * the source and target rows seen so far. A symmetric positive A is the gradient of a convex
 * function, so where the loss is 0 the map is the optimal one between Gaussians.
 */
public final class MomentDescentSolver implements OtSolver<MomentDescentSolver.Config> {

  /**
   * What a user can set: {@code --set moment-descent.steps=1000}.
   *
   * @param steps gradient steps, at least 1
   * @param batchSize rows per side and step, at least 2
   * @param learningRate share of the longest step that cannot overshoot, in (0, 1]
   */
  public record Config(int steps, int batchSize, double learningRate) {

    /** Checks the ranges: a message says the name, the rule and the value. */
    public Config {
      if (steps < 1) {
        throw new IllegalArgumentException("steps must be at least 1 but is " + steps);
      }
      if (batchSize < 2) {
        throw new IllegalArgumentException("batchSize must be at least 2 but is " + batchSize);
      }
      if (!(learningRate > 0 && learningRate <= 1)) {
        throw new IllegalArgumentException("learningRate must be in (0, 1] but is " + learningRate);
      }
    }
  }

  @Override
  public String name() {
    return "moment-descent";
  }

  @Override
  public Config defaultConfig(int dim) {
    return new Config(500, 512, 0.5);
  }

  @Override
  public int rowsPerStep(Config config) {
    return config.batchSize();
  }

  @Override
  public Transport fit(Sampler source, Sampler target, Config config, TrainingContext context) {
    int dim = Samplers.requireOneDimension(source, target);
    SampleMoments from = new SampleMoments(dim);
    SampleMoments to = new SampleMoments(dim);
    SimpleMatrix a = SimpleMatrix.identity(dim);
    boolean goOn = true;
    for (int step = 1; step <= config.steps() && goOn; step++) {
      // Arrays live outside the heap until their manager closes: one manager per step.
      try (NDManager scope = context.manager().newSubManager()) {
        from.add(source.sample(scope, config.batchSize()));
        to.add(target.sample(scope, config.batchSize()));
      }
      SimpleMatrix s0 = from.covariance();
      SimpleMatrix s1 = to.covariance();
      SimpleMatrix error = a.mult(s0).mult(a).minus(s1);
      double loss = Math.pow(error.normF(), 2) / 2;
      if (!Double.isFinite(loss)) {
        throw new DivergenceException("loss", step, loss);
      }
      SimpleMatrix half = error.mult(a).mult(s0);
      // The second derivative of the loss is at most 6 times the square of the larger norm.
      double rate = config.learningRate() / (6 * Math.pow(Math.max(s0.normF(), s1.normF()), 2));
      a = a.minus(half.plus(half.transpose()).scale(rate));
      Affine now = new Affine(a, from.mean(), to.mean());
      // The harness stops the clock here, measures the map when a checkpoint is due, and says
      // whether there is time left.
      goOn =
          context.afterStep(step, config.steps(), 2L * step * config.batchSize(), loss, () -> now);
    }
    return new Affine(a, from.mean(), to.mean());
  }

  /**
   * The learned map; it owns no native memory.
   *
   * @param matrix symmetric, shape (d, d)
   * @param from mean of the source, shape (d, 1)
   * @param to mean of the target, shape (d, 1)
   */
  private record Affine(SimpleMatrix matrix, SimpleMatrix from, SimpleMatrix to)
      implements Transport {

    @Override
    public PointMap forward() {
      int dim = matrix.getNumRows();
      double[] factor = matrix.getDDRM().getData();
      double[] shift = to.minus(matrix.mult(from)).getDDRM().getData();
      return new ScopedMap(
          DataType.FLOAT64,
          x -> {
            NDManager scope = x.getManager();
            NDArray moved = x.matMul(EngineArrays.create(scope, factor, dim, DataType.FLOAT64));
            return moved.addi(EngineArrays.create(scope, shift, dim, DataType.FLOAT64));
          });
    }

    @Override
    public long parameterCount() {
      long dim = matrix.getNumRows();
      return dim * (dim + 1) / 2 + dim;
    }

    @Override
    public void close() {
      // Owns nothing.
    }
  }
}
