package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;

/**
 * A scalar function V(t, x) of a time and a point with its first derivatives as forward operations.
 * Rows are independent; results are attached to the manager of {@code t}.
 */
public interface TimePotential {

  /**
   * Values, shape (n).
   *
   * @param t times, shape (n, 1)
   * @param x points, shape (n, d)
   */
  NDArray value(NDArray t, NDArray x);

  /** Values and first derivatives, for losses on them. */
  Derivatives derivatives(NDArray t, NDArray x);

  /**
   * A time-dependent potential at n points.
   *
   * @param value V, shape (n)
   * @param inTime dV/dt, shape (n)
   * @param inSpace grad_x V, shape (n, d)
   */
  record Derivatives(NDArray value, NDArray inTime, NDArray inSpace) {}
}
