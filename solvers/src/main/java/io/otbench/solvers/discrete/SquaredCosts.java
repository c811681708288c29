package io.otbench.solvers.discrete;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.EngineArrays;

/** The matrix of squared distances of two sets of points. */
public final class SquaredCosts {

  private SquaredCosts() {}

  /**
   * |x_i - y_j|^2 (no half) by one matrix product in float32. Both sets are first moved by the mean
   * of {@code x}, which changes no distance but keeps the rounding error, about 1e-7 of the largest
   * squared norm, from growing with the distance to the origin.
   *
   * @param x float32 or float64 points, shape (n, d)
   * @param y points of the same shape
   * @return n * n numbers &gt;= 0, row i for x_i; not finite where a point is not
   * @throws IllegalArgumentException when the shapes differ or are not (n, d)
   */
  public static float[] of(NDArray x, NDArray y) {
    requireOneShape(x, y);
    try (NDManager scope = x.getManager().newSubManager()) {
      NDArray from = EngineArrays.copy(scope, x, DataType.FLOAT64);
      NDArray to = EngineArrays.copy(scope, y, DataType.FLOAT64);
      NDArray mean = from.mean(new int[] {0});
      from.subi(mean);
      to.subi(mean);
      NDArray fromNorms = squaredNorms(from).reshape(-1, 1);
      NDArray toNorms = squaredNorms(to).reshape(1, -1);
      NDArray costs =
          from.toType(DataType.FLOAT32, false)
              .matMul(to.toType(DataType.FLOAT32, false).transpose());
      costs.muli(-2).addi(fromNorms).addi(toNorms);
      return costs.maximum(0f).toFloatArray();
    }
  }

  /**
   * |x_i - y_j|^2 / 2 (with the half) in float64.
   *
   * @param x float32 or float64 points, shape (n, d)
   * @param y points, shape (m, d)
   * @return shape (n, m), numbers &gt;= 0, attached to {@code owner}
   */
  static NDArray halves(NDManager owner, NDArray x, NDArray y) {
    if (x.getShape().dimension() != 2
        || y.getShape().dimension() != 2
        || x.getShape().get(1) != y.getShape().get(1)) {
      throw new IllegalArgumentException(
          "x and y must be (n, d) and (m, d) but are %s and %s"
              .formatted(x.getShape(), y.getShape()));
    }
    try (NDManager scope = owner.newSubManager()) {
      NDArray from = EngineArrays.copy(scope, x, DataType.FLOAT64);
      NDArray to = EngineArrays.copy(scope, y, DataType.FLOAT64);
      NDArray mean = from.mean(new int[] {0});
      from.subi(mean);
      to.subi(mean);
      NDArray costs = from.matMul(to.transpose()).muli(-2);
      costs.addi(from.square().sum(new int[] {1}, true));
      costs.addi(to.square().sum(new int[] {1}).reshape(1, -1));
      NDArray halves = costs.maximum(0).muli(0.5);
      halves.attach(owner);
      return halves;
    }
  }

  private static void requireOneShape(NDArray x, NDArray y) {
    Shape shape = x.getShape();
    if (shape.dimension() != 2 || !shape.equals(y.getShape())) {
      throw new IllegalArgumentException(
          "x and y must have one shape (n, d) but have %s and %s".formatted(shape, y.getShape()));
    }
  }

  private static NDArray squaredNorms(NDArray points) {
    return points.square().sum(new int[] {1}).toType(DataType.FLOAT32, false);
  }
}
