package io.otbench.solvers.api;

import java.util.List;

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

  /**
   * Checks that a batch fits into the finite sets of both sides, where they are finite.
   *
   * @param rowsPerSide distinct rows that one step takes from a side
   * @throws IllegalArgumentException when a set has fewer rows
   */
  public static void requireRows(Sampler source, Sampler target, int rowsPerSide) {
    for (Sampler side : List.of(source, target)) {
      if (side.poolSize().isPresent() && side.poolSize().getAsInt() < rowsPerSide) {
        throw new IllegalArgumentException(
            "one step takes %d rows per side, but the %s has only %d"
                .formatted(
                    rowsPerSide, side == source ? "source" : "target", side.poolSize().getAsInt()));
      }
    }
  }
}
