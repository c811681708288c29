package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import io.otbench.solvers.api.EngineArrays;

/** The parts that the losses share, as recorded scalars. */
final class Losses {

  /** Keeps the root of E|x - T(x)|^2 differentiable at the identity, where every map starts. */
  private static final double ROOT_SHIFT = 1e-12;

  private Losses() {}

  /** Mean over rows of |a - b|^2. */
  static NDArray meanSquaredDistance(NDArray a, NDArray b) {
    return a.sub(b).square().sum(new int[] {1}).mean();
  }

  /** (E|a - b|^2 + 1e-12)^{1/2}. */
  static NDArray rootMeanSquaredDistance(NDArray a, NDArray b) {
    return meanSquaredDistance(a, b).add(ROOT_SHIFT).sqrt();
  }

  /** {@code array} times a number. */
  static NDArray times(NDArray array, double factor) {
    return array.mul(EngineArrays.scalar(array.getManager(), factor, array.getDataType()));
  }
}
