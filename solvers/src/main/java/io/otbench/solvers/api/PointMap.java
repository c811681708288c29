package io.otbench.solvers.api;

import ai.djl.ndarray.NDArray;

/** A map of points, row by row. */
@FunctionalInterface
public interface PointMap {

  /**
   * Maps every row. The input is left untouched.
   *
   * @param points float32 or float64 array of shape (n, d)
   * @return array of shape (n, d), attached to the manager of {@code points}, in the precision the
   *     map computes in
   */
  NDArray apply(NDArray points);
}
