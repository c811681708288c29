package io.otbench.solvers.otp;

import io.otbench.solvers.api.linalg.SampleMoments;
import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;

/**
 * What the smoothing must know of the data.
 *
 * @param deviation root of the mean variance per coordinate of the source, or of the target where
 *     the source is singular
 * @param sourceRank rank of the source's covariance
 * @param dim dimension d of the data
 */
record DataScale(double deviation, int sourceRank, int dim) {

  /** Variance, as a share of the largest, below which a direction counts as flat. */
  private static final double FLAT_SHARE = 1e-6;

  static DataScale of(SampleMoments source, SampleMoments target) {
    SimpleMatrix covariance = source.covariance();
    int dim = covariance.getNumRows();
    int rank = rank(covariance);
    double trace = rank < dim ? target.covariance().trace() : covariance.trace();
    return new DataScale(Math.sqrt(trace / dim), rank, dim);
  }

  private static int rank(SimpleMatrix covariance) {
    SimpleEVD<SimpleMatrix> evd = covariance.eig();
    double largest = 0;
    for (int i = 0; i < evd.getNumberOfEigenvalues(); i++) {
      largest = Math.max(largest, evd.getEigenvalue(i).getReal());
    }
    int rank = 0;
    for (int i = 0; i < evd.getNumberOfEigenvalues(); i++) {
      if (evd.getEigenvalue(i).getReal() > FLAT_SHARE * largest) {
        rank++;
      }
    }
    return rank;
  }

  /**
   * Whether the source lies in a plane of fewer dimensions. A source on a curved surface is as
   * singular, but its covariance does not show it.
   */
  boolean sourceIsSingular() {
    return sourceRank < dim;
  }
}
