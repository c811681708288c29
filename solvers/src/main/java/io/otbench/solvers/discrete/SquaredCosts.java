package io.otbench.solvers.discrete;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

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
      NDArray from = doubles(scope, x);
      NDArray to = doubles(scope, y);
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

  static void requireOneShape(NDArray x, NDArray y) {
    Shape shape = x.getShape();
    if (shape.dimension() != 2 || !shape.equals(y.getShape())) {
      throw new IllegalArgumentException(
          "x and y must have one shape (n, d) but have %s and %s".formatted(shape, y.getShape()));
    }
  }

  private static NDArray doubles(NDManager scope, NDArray points) {
    NDArray copy = points.toType(DataType.FLOAT64, true);
    copy.attach(scope);
    return copy;
  }

  private static NDArray squaredNorms(NDArray points) {
    return points.square().sum(new int[] {1}).toType(DataType.FLOAT32, false);
  }
}
