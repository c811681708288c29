package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.otbench.datasets.Problem;

/**
 * The columns of a row that are compared: those of its condition, which no map changes, are not.
 *
 * @param count number of leading columns, at least 1
 */
record PointColumns(int count) {

  static PointColumns of(Problem problem) {
    return new PointColumns(problem.dim() - problem.conditionDim());
  }

  /** The leading columns of rows of shape (n, d), shape (n, count); may be the rows themselves. */
  NDArray of(NDArray rows) {
    return rows.getShape().get(1) == count ? rows : rows.get(new NDIndex(":, :" + count));
  }
}
