package io.otbench.datasets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.Sampler;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A distribution for every condition eta. A row is (x, eta): the coordinates of a point, then those
 * of its condition. {@link #sample} draws a condition of its own for every row, from the law that a
 * transport is judged under; solvers are trained at the {@link #trainingConditions} alone.
 */
public interface ConditionalDistribution extends Distribution {

  /** Number of columns of a condition: 1 to {@link #dim()} - 1. */
  @Override
  int conditionDim();

  /**
   * The conditions that solvers are trained at, each of {@link #conditionDim()} numbers; copies.
   */
  List<double[]> trainingConditions();

  /**
   * Draws independent rows of one condition.
   *
   * @param manager owner of the result
   * @param n number of rows, at least 1
   * @param condition {@link #conditionDim()} numbers
   * @param random stream the randomness is taken from
   * @return float32 array of shape (n, dim), the last columns equal to the condition
   * @throws IllegalArgumentException when there is no such condition
   */
  NDArray sampleAt(NDManager manager, int n, double[] condition, RandomGenerator random);

  @Override
  default Sampler sampler(NDManager manager, OptionalInt poolSize, RandomGenerator random) {
    return poolSize.isPresent()
        ? Distribution.super.sampler(manager, poolSize, random)
        : new ConditionalFreshSampler(this, random);
  }
}
