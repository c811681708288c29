package io.otbench.datasets;

import io.otbench.solvers.api.PointMap;
import org.ejml.simple.SimpleMatrix;

/**
 * The known answer of a problem, for metrics only.
 *
 * @param forward the optimal map from source to target, computed in float64
 * @param backward its inverse, from target to source, computed in float64
 * @param w2Squared optimal mean of |x - y|^2 (no half)
 * @param source mean and covariance of the source
 * @param target mean and covariance of the target
 */
public record GroundTruth(
    PointMap forward, PointMap backward, double w2Squared, Moments source, Moments target) {

  /**
   * Mean, shape (d, 1), and covariance, shape (d, d).
   *
   * @param mean column of means
   * @param covariance symmetric matrix
   */
  public record Moments(SimpleMatrix mean, SimpleMatrix covariance) {

    /** Trace of the covariance: the denominator of UVP. */
    public double totalVariance() {
      return covariance.trace();
    }
  }
}
