package io.otbench.datasets.gaussian;

/**
 * Range of covariance eigenvalues.
 *
 * @param min smallest, above 0
 * @param max largest, at least {@code min}
 */
public record EigenvalueRange(double min, double max) {

  /** The range of the published pairs, [1/2, 2]. */
  public static final EigenvalueRange PUBLISHED = new EigenvalueRange(0.5, 2);

  /** Checks the order. */
  public EigenvalueRange {
    if (!(min > 0 && max >= min && Double.isFinite(max))) {
      throw new IllegalArgumentException(
          "eigenvalue range must satisfy 0 < min <= max but is [%s, %s]".formatted(min, max));
    }
  }

  /** The value at the share {@code u} in [0, 1] of the range on a logarithmic scale. */
  double logUniform(double u) {
    return min * Math.pow(max / min, u);
  }
}
