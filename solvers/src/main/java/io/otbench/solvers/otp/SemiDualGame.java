package io.otbench.solvers.otp;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.otbench.solvers.api.EngineArrays;
import java.util.function.UnaryOperator;

/**
 * The losses of the two players of
 *
 * <pre>
 * sup_V inf_T  mean[ |x - T(x)|^2 / 2 - V(T(x)) ] + mean V(y)
 * </pre>
 *
 * <p>whose value is W2^2 / 2. Both are minimised; a map takes (n, d) to (n, d), a potential to (n).
 */
final class SemiDualGame {

  private SemiDualGame() {}

  /**
   * What T minimises: mean[ |x - T(x)|^2 / 2 - V(T(x)) ].
   *
   * @param x points of the source, smoothed where it is, shape (n, d)
   */
  static NDArray mapLoss(UnaryOperator<NDArray> map, UnaryOperator<NDArray> potential, NDArray x) {
    NDArray image = map.apply(x);
    NDArray half = EngineArrays.scalar(x.getManager(), 0.5, x.getDataType());
    NDArray cost = image.sub(x).square().sum(new int[] {1}).mul(half);
    return cost.sub(potential.apply(image)).mean();
  }

  /**
   * What V minimises: mean V(T(x)) - mean V(y).
   *
   * @param images T(x) as constants, shape (n, d)
   * @param y points of the target, shape (m, d)
   */
  static NDArray potentialLoss(UnaryOperator<NDArray> potential, NDArray images, NDArray y) {
    NDArray values = potential.apply(NDArrays.concat(new NDList(images, y), 0));
    NDList sides = values.split(new long[] {images.getShape().get(0)}, 0);
    return sides.get(0).mean().sub(sides.get(1).mean());
  }
}
