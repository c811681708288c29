package io.otbench.solvers.conjugate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import java.util.BitSet;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.ejml.simple.SimpleMatrix;

/**
 * The best affine prediction y = ymean + (z - zmean)(I + M) of the inner solution, learned from one
 * solved batch. It gives the next batch its start, and its symmetric part estimates the mean
 * inverse of I + Hess g, which is the start metric of quasi-Newton solvers: both for the price of
 * two matrix products, where estimating the curvature takes Hessian-vector products. Our choice; no
 * paper has it.
 *
 * @param dim dimension d
 * @param matrix I + M, row-major (d, d), applied to rows from the right
 * @param shift ymean - zmean (I + M), length d
 */
public record AffineStart(int dim, double[] matrix, double[] shift) {

  /** Ridge of the regression towards the identity, in units of the mean variance of z. */
  private static final double RIDGE = 1e-5;

  /**
   * Learns from the rows of a solution that were solved.
   *
   * @param z the points, row-major (n, d)
   * @return empty when too few rows were solved to say anything: fewer than two per coordinate
   */
  public static Optional<AffineStart> fit(
      NDManager manager, double[] z, ConjugateSolution solution, int dim) {
    BitSet usable = (BitSet) solution.solved().clone();
    usable.andNot(solution.negativeCurvature());
    int count = usable.cardinality();
    if (count < 2 * dim + 2) {
      return Optional.empty();
    }
    double[] points = new double[count * dim];
    double[] shifts = new double[count * dim];
    double[] zMean = new double[dim];
    double[] shiftMean = new double[dim];
    int k = 0;
    for (int row = usable.nextSetBit(0); row >= 0; row = usable.nextSetBit(row + 1)) {
      for (int j = 0; j < dim; j++) {
        double point = z[row * dim + j];
        double shift = solution.y()[row * dim + j] - point;
        points[k * dim + j] = point;
        shifts[k * dim + j] = shift;
        zMean[j] += point / count;
        shiftMean[j] += shift / count;
      }
      k++;
    }
    for (int i = 0; i < points.length; i++) {
      points[i] -= zMean[i % dim];
      shifts[i] -= shiftMean[i % dim];
    }
    double[] gram;
    double[] cross;
    try (NDManager scope = manager.newSubManager()) {
      NDArray a = EngineArrays.create(scope, points, dim, DataType.FLOAT32);
      NDArray b = EngineArrays.create(scope, shifts, dim, DataType.FLOAT32);
      gram = EngineArrays.toDoubles(a.transpose().matMul(a));
      cross = EngineArrays.toDoubles(a.transpose().matMul(b));
    }
    double trace = 0;
    for (int j = 0; j < dim; j++) {
      trace += gram[j * dim + j];
    }
    for (int j = 0; j < dim; j++) {
      gram[j * dim + j] += RIDGE * trace / dim;
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(dim);
    DMatrixRMaj m = new DMatrixRMaj(dim, dim);
    if (!solver.setA(DMatrixRMaj.wrap(dim, dim, gram))) {
      return Optional.empty();
    }
    solver.solve(DMatrixRMaj.wrap(dim, dim, cross), m);
    SimpleMatrix matrix = SimpleMatrix.wrap(m).plus(SimpleMatrix.identity(dim));
    double[] shift = new double[dim];
    for (int j = 0; j < dim; j++) {
      shift[j] = zMean[j] + shiftMean[j];
      for (int i = 0; i < dim; i++) {
        shift[j] -= zMean[i] * matrix.get(i, j);
      }
    }
    return Optional.of(new AffineStart(dim, matrix.getDDRM().getData(), shift));
  }

  /** Predictions for the rows of {@code z}, row-major (n, d). */
  public double[] predict(NDManager manager, double[] z) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray rows = EngineArrays.create(scope, z, dim, DataType.FLOAT32);
      NDArray factor = EngineArrays.create(scope, matrix, dim, DataType.FLOAT32);
      NDArray offset = EngineArrays.create(scope, shift, dim, DataType.FLOAT32);
      return EngineArrays.toDoubles(rows.matMul(factor).addi(offset));
    }
  }

  /** The symmetric part of the matrix, row-major (d, d): an estimate of (I + Hess g)^{-1}. */
  public double[] metric() {
    double[] symmetric = new double[matrix.length];
    for (int i = 0; i < dim; i++) {
      for (int j = 0; j < dim; j++) {
        symmetric[i * dim + j] = (matrix[i * dim + j] + matrix[j * dim + i]) / 2;
      }
    }
    return symmetric;
  }
}
