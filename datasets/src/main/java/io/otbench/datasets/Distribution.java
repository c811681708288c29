package io.otbench.datasets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.random.RandomGenerator;

/** A probability measure on R^d that can be sampled. Immutable. */
public interface Distribution {

  /** Dimension d. */
  int dim();

  /**
   * Draws independent rows.
   *
   * @param manager owner of the result
   * @param n number of rows, at least 1
   * @param random stream the randomness is taken from
   * @return float32 array of shape (n, d)
   */
  NDArray sample(NDManager manager, int n, RandomGenerator random);
}
