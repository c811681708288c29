package io.otbench.solvers.api;

import ai.djl.ndarray.NDArray;

/**
 * A scalar function on R^d with its derivatives as ordinary forward operations, so that a loss on
 * them needs only first-order automatic differentiation. Rows are independent; results are attached
 * to the manager of the argument.
 */
public interface Potential {

  /** Values, shape (n), at the rows of {@code x}, shape (n, d). */
  NDArray value(NDArray x);

  /** Gradients in x, shape (n, d), at the rows of {@code x}, shape (n, d). */
  NDArray gradient(NDArray x);

  /** Products of the Hessian in x at the rows of {@code x} with the rows of {@code v}: (n, d). */
  NDArray hessianVectorProduct(NDArray x, NDArray v);

  /** Values and gradients at once, for methods that need both at the same points. */
  default ValueAndGradient valueAndGradient(NDArray x) {
    return new ValueAndGradient(value(x), gradient(x));
  }

  /**
   * A potential's values and gradients at n points.
   *
   * @param value shape (n)
   * @param gradient shape (n, d)
   */
  record ValueAndGradient(NDArray value, NDArray gradient) {}
}
