package io.otbench.solvers.conjugate;

import java.util.BitSet;

/**
 * Result of an inner solve.
 *
 * @param y last iterates, row-major (n, d); finite even in rows that were not solved
 * @param residuals |F(y)| per row
 * @param solved rows whose residual is below the tolerance
 * @param negativeCurvature rows where I + Hess g was seen to have a negative eigenvalue in the last
 *     three steps: there y may be no minimiser however small the residual
 * @param iterations number of iterations of the slowest row
 * @param gradientEvaluations evaluations of the gradient in units of the whole batch
 */
public record ConjugateSolution(
    double[] y,
    double[] residuals,
    BitSet solved,
    BitSet negativeCurvature,
    int iterations,
    double gradientEvaluations) {

  /** Number of rows n. */
  public int rows() {
    return residuals.length;
  }

  /** Largest residual over the rows. */
  public double maxResidual() {
    double largest = 0;
    for (double residual : residuals) {
      largest = Math.max(largest, residual);
    }
    return largest;
  }
}
