package io.otbench.datasets.planar;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;

/**
 * A map of points in plain Java, in float64.
 *
 * @param dim numbers of a row
 * @param step what happens to a row
 */
record RowMap(int dim, Step step) implements PointMap {

  /** What happens to one row. */
  @FunctionalInterface
  interface Step {

    /** Replaces the row that starts at index {@code at} by its image. */
    void replace(double[] rows, int at);
  }

  /** What happens to a point of the plane at a condition. */
  @FunctionalInterface
  interface ConditionalStep {

    /** Replaces the point whose first coordinate is at index {@code at} by its image. */
    void replace(double[] rows, int at, double eta);

    /** The map of points (x1, x2) at one condition. */
    default RowMap at(double eta) {
      return new RowMap(2, (rows, at) -> replace(rows, at, eta));
    }

    /** The map of rows (x1, x2, eta), which keeps eta. */
    default RowMap withCondition() {
      return new RowMap(3, (rows, at) -> replace(rows, at, rows[at + 2]));
    }
  }

  @Override
  public NDArray apply(NDArray points) {
    Shape shape = points.getShape();
    if (shape.dimension() != 2 || shape.get(1) != dim) {
      throw new IllegalArgumentException(
          "points must have shape (n, %d) but have %s".formatted(dim, shape));
    }
    double[] rows = EngineArrays.toDoubles(points);
    for (int at = 0; at < rows.length; at += dim) {
      step.replace(rows, at);
    }
    return EngineArrays.create(points.getManager(), rows, dim, DataType.FLOAT64);
  }
}
