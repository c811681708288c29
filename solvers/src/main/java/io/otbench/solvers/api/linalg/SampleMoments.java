package io.otbench.solvers.api.linalg;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import org.ejml.simple.SimpleMatrix;

/** Running mean and covariance of rows, accumulated in float64. */
public final class SampleMoments {

  private final int dim;
  private long count;
  private final SimpleMatrix sum;
  private final SimpleMatrix products;

  /** No rows yet; {@code dim} is their dimension d. */
  public SampleMoments(int dim) {
    this.dim = dim;
    this.sum = new SimpleMatrix(dim, 1);
    this.products = new SimpleMatrix(dim, dim);
  }

  /** Takes in rows of shape (n, d); closes nothing. */
  public void add(NDArray rows) {
    try (NDManager scope = rows.getManager().newSubManager()) {
      NDArray x = EngineArrays.copy(scope, rows, DataType.FLOAT64);
      double[] sums = x.sum(new int[] {0}).toDoubleArray();
      double[] grams = x.transpose().matMul(x).toDoubleArray();
      for (int i = 0; i < dim; i++) {
        sum.set(i, 0, sum.get(i, 0) + sums[i]);
        for (int j = 0; j < dim; j++) {
          products.set(i, j, products.get(i, j) + grams[i * dim + j]);
        }
      }
    }
    count += rows.getShape().get(0);
  }

  /** Whether every row so far was finite. */
  public boolean isFinite() {
    return !sum.hasUncountable() && !products.hasUncountable();
  }

  /** Shape (d, 1). */
  public SimpleMatrix mean() {
    return sum.divide(count);
  }

  /**
   * Unbiased covariance, shape (d, d).
   *
   * @throws IllegalStateException with fewer than two rows
   */
  public SimpleMatrix covariance() {
    if (count < 2) {
      throw new IllegalStateException(
          "a covariance needs at least 2 rows of samples but there are " + count);
    }
    SimpleMatrix mean = mean();
    SimpleMatrix centred = products.minus(mean.mult(mean.transpose()).scale(count));
    SimpleMatrix covariance = centred.divide(count - 1.0);
    return covariance.plus(covariance.transpose()).scale(0.5);
  }
}
