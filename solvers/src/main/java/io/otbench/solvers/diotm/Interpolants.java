package io.otbench.solvers.diotm;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * Points on the straight lines from source rows x to F(x) and from G(y) to target rows y, row i at
 * the time t_i: x_t = (1 - t) x + t F(x) and y_t = (1 - t) G(y) + t y.
 *
 * @param t times in [0, 1], shape (n, 1)
 * @param source x_t, shape (n, d)
 * @param target y_t, shape (n, d)
 * @param forwardCost |x - F(x)|^2, shape (n)
 * @param backwardCost |y - G(y)|^2, shape (n)
 */
record Interpolants(
    NDArray t, NDArray source, NDArray target, NDArray forwardCost, NDArray backwardCost) {

  /** The points at times {@code t}, shape (n, 1), of rows x and y, shape (n, d). */
  static Interpolants of(
      NDArray t,
      NDArray x,
      UnaryOperator<NDArray> forward,
      NDArray y,
      UnaryOperator<NDArray> backward) {
    NDArray ahead = forward.apply(x).sub(x);
    NDArray back = backward.apply(y).sub(y);
    return new Interpolants(
        t,
        ahead.mul(t).addi(x),
        back.mul(untilOne(t)).addi(y),
        ahead.square().sum(new int[] {1}),
        back.square().sum(new int[] {1}));
  }

  /** mean [t |x - F(x)|^2 + (1 - t) |y - G(y)|^2], a scalar: the way up to time t and from it. */
  NDArray meanCost() {
    NDArray time = t.reshape(-1);
    return time.mul(forwardCost).add(untilOne(time).mul(backwardCost)).mean();
  }

  private static NDArray untilOne(NDArray t) {
    return t.neg().addi(1);
  }
}
