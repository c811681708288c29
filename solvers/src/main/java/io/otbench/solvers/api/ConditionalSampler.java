package io.otbench.solvers.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * A family of distributions, one for each of finitely many training conditions. A row is (x, eta):
 * the coordinates of a point, then those of its condition. What is asked for is the optimal map at
 * every condition by itself: it carries (x, eta) to (T(x, eta), eta).
 *
 * <p>The two sides of a problem have the same conditions in the same order.
 */
public interface ConditionalSampler extends Sampler {

  /** Number of trailing coordinates of a row that are its condition: 1 to {@link #dim()} - 1. */
  int conditionDim();

  /** Number of training conditions, at least 1. */
  int conditionCount();

  /**
   * Draws rows of one condition.
   *
   * @param manager owner of the result
   * @param n number of rows, at least 1
   * @param condition index of the condition, from 0
   * @return float32 array of shape (n, dim), the last columns equal in all rows
   */
  NDArray sampleAt(NDManager manager, int n, int condition);
}
