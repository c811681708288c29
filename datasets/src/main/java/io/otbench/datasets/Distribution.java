package io.otbench.datasets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.Sampler;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** A probability measure on R^d that can be sampled. Immutable. */
public interface Distribution {

  /** Dimension d: the number of columns of a row. */
  int dim();

  /**
   * Number of trailing columns that are a condition; 0 for all but {@link ConditionalDistribution}.
   */
  default int conditionDim() {
    return 0;
  }

  /** Number of rows of a finite set; empty where every row is a fresh draw. */
  default OptionalInt size() {
    return OptionalInt.empty();
  }

  /**
   * Draws independent rows.
   *
   * @param manager owner of the result
   * @param n number of rows, at least 1
   * @param random stream the randomness is taken from
   * @return float32 array of shape (n, d)
   */
  NDArray sample(NDManager manager, int n, RandomGenerator random);

  /**
   * What a solver is shown of this distribution.
   *
   * @param manager scratch memory for drawing a pool
   * @param poolSize rows of a finite set drawn once; empty for fresh rows in every batch
   * @param random stream of the pool and the batches, which nothing else may use
   * @throws IllegalArgumentException for a pool below 1 row, or of a conditional distribution
   */
  default Sampler sampler(NDManager manager, OptionalInt poolSize, RandomGenerator random) {
    return poolSize.isPresent()
        ? new PooledSampler(manager, this, poolSize.getAsInt(), random)
        : new FreshSampler(this, random);
  }
}
