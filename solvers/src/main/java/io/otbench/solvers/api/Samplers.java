package io.otbench.solvers.api;

/** Checks of the two samplers of a problem. */
public final class Samplers {

  private Samplers() {}

  /**
   * The common dimension of the two sides.
   *
   * @throws IllegalArgumentException when they differ or are below 1
   */
  public static int requireOneDimension(Sampler source, Sampler target) {
    if (source.dim() != target.dim() || source.dim() < 1) {
      throw new IllegalArgumentException(
          "source and target must have one dimension, at least 1, but have %d and %d"
              .formatted(source.dim(), target.dim()));
    }
    return source.dim();
  }
}
