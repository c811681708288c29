package io.otbench.datasets.gaussian;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.datasets.Distribution;
import io.otbench.datasets.GroundTruth.Moments;
import io.otbench.solvers.api.EngineArrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/** N(mean, covariance) with a positive definite covariance; samples are mean + L e, S = L L^T. */
public final class Gaussian implements Distribution {

  private final Moments moments;
  private final double[] cholesky;
  private final double[] mean;

  /**
   * Checks and factors the covariance.
   *
   * @param mean shape (d, 1)
   * @param covariance symmetric positive definite, shape (d, d)
   * @throws IllegalArgumentException when the shapes differ, a number is not finite, or the
   *     covariance is not symmetric positive definite
   */
  public Gaussian(SimpleMatrix mean, SimpleMatrix covariance) {
    int d = covariance.getNumRows();
    if (d < 1 || covariance.getNumCols() != d || mean.getNumRows() != d || mean.getNumCols() != 1) {
      throw new IllegalArgumentException(
          "mean and covariance must be (d, 1) and (d, d) but are (%d, %d) and (%d, %d)"
              .formatted(mean.getNumRows(), mean.getNumCols(), d, covariance.getNumCols()));
    }
    // Neither the largest asymmetry nor the Cholesky factor shows a NaN.
    if (mean.hasUncountable() || covariance.hasUncountable()) {
      throw new IllegalArgumentException(
          "mean and covariance must be finite but have a NaN or an infinity");
    }
    SimpleMatrix asymmetry = covariance.minus(covariance.transpose());
    if (asymmetry.elementMaxAbs() > 1e-9 * covariance.elementMaxAbs()) {
      throw new IllegalArgumentException(
          "covariance must be symmetric but differs from its transpose by "
              + asymmetry.elementMaxAbs());
    }
    CholeskyDecomposition_F64<DMatrixRMaj> factor = DecompositionFactory_DDRM.chol(d, true);
    if (!factor.decompose(covariance.getDDRM().copy())) {
      throw new IllegalArgumentException("covariance must be positive definite");
    }
    this.moments = new Moments(mean.copy(), covariance.copy());
    this.cholesky = factor.getT(null).getData();
    this.mean = mean.getDDRM().getData().clone();
  }

  /** N(0, covariance). */
  public static Gaussian centred(SimpleMatrix covariance) {
    return new Gaussian(new SimpleMatrix(covariance.getNumRows(), 1), covariance);
  }

  /** Mean and covariance. */
  public Moments moments() {
    return moments;
  }

  @Override
  public int dim() {
    return mean.length;
  }

  @Override
  public NDArray sample(NDManager manager, int n, RandomGenerator random) {
    int d = dim();
    float[] noise = new float[n * d];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    try (NDManager scope = manager.newSubManager()) {
      NDArray factor = EngineArrays.create(scope, cholesky, d, DataType.FLOAT32);
      NDArray rows = EngineArrays.create(scope, noise, new Shape(n, d)).matMul(factor.transpose());
      rows.addi(EngineArrays.create(scope, mean, d, DataType.FLOAT32));
      rows.attach(manager);
      return rows;
    }
  }
}
