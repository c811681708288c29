package io.otbench.datasets;

import io.otbench.solvers.api.PointMap;
import org.ejml.simple.SimpleMatrix;

/**
 * The known answer of a problem, for metrics only. In a conditional problem the maps carry (x, eta)
 * to (T(x, eta), eta), and everything else is meant under the law of the condition that {@link
 * Distribution#sample} draws from.
 *
 * @param forward the optimal map from source to target, computed in float64
 * @param backward its inverse, from target to source, computed in float64
 * @param w2Squared optimal mean of |x - y|^2 (no half); in a conditional problem its mean over the
 *     conditions
 * @param source mean and covariance of the source
 * @param target mean and covariance of the target
 */
public record GroundTruth(
    PointMap forward, PointMap backward, double w2Squared, Moments source, Moments target) {

  /**
   * Mean, shape (d, 1), and covariance, shape (d, d), of a row.
   *
   * @param mean column of means
   * @param covariance symmetric matrix
   * @param conditionDim number of trailing columns of a row that are its condition
   */
  public record Moments(SimpleMatrix mean, SimpleMatrix covariance, int conditionDim) {

    /** Moments of rows without a condition. */
    public Moments(SimpleMatrix mean, SimpleMatrix covariance) {
      this(mean, covariance, 0);
    }

    /**
     * Trace of the covariance of the points: the denominator of UVP. The columns of the condition,
     * which no map changes, do not count.
     */
    public double totalVariance() {
      int pointDim = covariance.getNumRows() - conditionDim;
      double trace = 0;
      for (int i = 0; i < pointDim; i++) {
        trace += covariance.get(i, i);
      }
      return trace;
    }
  }
}
