package io.otbench.solvers.api;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;

/**
 * Draws partners from a learned transport plan. One point may have many partners: this is how a
 * one-to-many plan, which no map can carry, is read out.
 */
@FunctionalInterface
public interface PlanSampler {

  /**
   * Draws one partner for every row from the plan's law given that row. The input is left
   * untouched.
   *
   * @param points float32 or float64 source points of shape (n, d)
   * @param random stream the draw is taken from
   * @return array of shape (n, d), attached to the manager of {@code points}
   */
  NDArray sample(NDArray points, RandomGenerator random);
}
