package io.otbench.datasets.gaussian;

import io.otbench.datasets.GroundTruth;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.linalg.BuresWasserstein;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.ejml.simple.SimpleMatrix;

/**
 * Problems between two Gaussians. The truth is the Bures map both ways and the closed form of W2^2
 * ({@link BuresWasserstein}), in float64.
 */
public final class GaussianPairs {

  /** Dimensions of the pairs published with arXiv:2605.10792. */
  public static final List<Integer> PUBLISHED_DIMS = List.of(2, 4, 8, 16, 32, 64);

  /** The largest dimension of a generated pair. */
  public static final int MAX_DIM = 256;

  private GaussianPairs() {}

  /** The published pair of a dimension, named {@code gaussian-<d>}; both means are zero. */
  public static Problem published(int dim) {
    if (!PUBLISHED_DIMS.contains(dim)) {
      throw new IllegalArgumentException(
          "published Gaussian pairs have the dimensions " + PUBLISHED_DIMS + ", not " + dim);
    }
    return between(
        "gaussian-" + dim,
        Gaussian.centred(CovarianceResource.read("source", dim)),
        Gaussian.centred(CovarianceResource.read("target", dim)));
  }

  /**
   * A pair of the published kind: Haar-random eigenvectors, eigenvalues whose logarithm is uniform,
   * the two sides independent. Named {@code gaussian-generated-<d>}.
   *
   * @param spectrum range of the covariance eigenvalues
   * @param meanScale standard deviation of every coordinate of the two means; 0 for centred
   *     Gaussians
   * @param seed the same seed gives the same pair
   */
  public static Problem generated(int dim, EigenvalueRange spectrum, double meanScale, long seed) {
    if (dim < 1 || dim > MAX_DIM) {
      throw new IllegalArgumentException(
          "dimension of a generated Gaussian pair must be 1 to " + MAX_DIM + " but is " + dim);
    }
    if (!(meanScale >= 0 && Double.isFinite(meanScale))) {
      throw new IllegalArgumentException("meanScale must be finite and >= 0 but is " + meanScale);
    }
    RandomStreams streams = RandomStreams.ofSeed(seed).below("gaussian-generated").below("d" + dim);
    return between(
        "gaussian-generated-" + dim,
        random(dim, spectrum, meanScale, streams.stream("source covariance")),
        random(dim, spectrum, meanScale, streams.stream("target covariance")));
  }

  /** The problem between two given Gaussians. */
  public static Problem between(String name, Gaussian source, Gaussian target) {
    GroundTruth.Moments from = source.moments();
    GroundTruth.Moments to = target.moments();
    SimpleMatrix forward = BuresWasserstein.map(from.covariance(), to.covariance());
    SimpleMatrix backward = BuresWasserstein.map(to.covariance(), from.covariance());
    double w2Squared =
        BuresWasserstein.squaredDistance(
            from.mean(), from.covariance(), to.mean(), to.covariance());
    GroundTruth truth =
        new GroundTruth(
            new AffineMap(from.mean(), forward, to.mean()),
            new AffineMap(to.mean(), backward, from.mean()),
            w2Squared,
            from,
            to);
    return new Problem(name, source, target, Optional.of(truth));
  }

  private static Gaussian random(
      int dim, EigenvalueRange spectrum, double meanScale, RandomGenerator random) {
    // The Q factor of a Gaussian matrix, signs fixed, is Haar distributed.
    SimpleMatrix vectors =
        SimpleMatrix.wrap(
            RandomMatrices_DDRM.orthogonal(dim, dim, new java.util.Random(random.nextLong())));
    SimpleMatrix values = new SimpleMatrix(dim, dim);
    SimpleMatrix mean = new SimpleMatrix(dim, 1);
    for (int i = 0; i < dim; i++) {
      values.set(i, i, spectrum.logUniform(random.nextDouble()));
      mean.set(i, 0, meanScale * random.nextGaussian());
    }
    SimpleMatrix covariance = vectors.mult(values).mult(vectors.transpose());
    return new Gaussian(mean, covariance.plus(covariance.transpose()).scale(0.5));
  }
}
