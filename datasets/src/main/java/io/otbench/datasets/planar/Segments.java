package io.otbench.datasets.planar;

import io.otbench.datasets.Problem;
import java.util.random.RandomGenerator;

/**
 * Two problems whose source lies on a piece of a subspace, so that it has no density and the
 * semi-dual game has solutions that do not reach the target (arXiv:2502.04583, and named after
 * arXiv:2602.04110). W2^2 is known; a map is either not unique or does not exist.
 */
final class Segments {

  private Segments() {}

  /**
   * Source uniform on [-1, 1]^m x {0}, target on {0} x [-1, 1]^m. Every x is perpendicular to every
   * y, so that all plans cost E|x|^2 + E|y|^2 = 2 m / 3 and all are optimal.
   */
  static Problem perpendicular(int dim) {
    if (dim < 2 || dim % 2 != 0) {
      throw new IllegalArgumentException(
          "dimension of perpendicular must be even and at least 2 but is " + dim);
    }
    int m = dim / 2;
    return Problem.ofKnownCost(
        name("perpendicular", dim),
        new RowDistribution(dim, (random, rows, at) -> fill(random, rows, at, m)),
        new RowDistribution(dim, (random, rows, at) -> fill(random, rows, at + m, m)),
        2.0 * m / 3);
  }

  /**
   * Source uniform on [-1, 1]^(D-1) x {0}, target half on [-1, 1]^(D-1) x {1}, half on [-1,
   * 1]^(D-1) x {-1}. The optimal plan sends every (s, 0) to (s, 1) or (s, -1) with even chance, at
   * the cost 1; no map attains it.
   */
  static Problem oneToMany(int dim) {
    if (dim < 2) {
      throw new IllegalArgumentException(
          "dimension of one-to-many must be at least 2 but is " + dim);
    }
    int last = dim - 1;
    return Problem.ofKnownCost(
        name("one-to-many", dim),
        new RowDistribution(dim, (random, rows, at) -> fill(random, rows, at, last)),
        new RowDistribution(
            dim,
            (random, rows, at) -> {
              fill(random, rows, at, last);
              rows[at + last] = random.nextBoolean() ? 1 : -1;
            }),
        1);
  }

  /** {@code count} independent numbers, uniform on [-1, 1]; the others of the row stay 0. */
  private static void fill(RandomGenerator random, float[] rows, int from, int count) {
    for (int i = from; i < from + count; i++) {
      rows[i] = (float) (2 * random.nextDouble() - 1);
    }
  }

  private static String name(String base, int dim) {
    return dim == 2 ? base : base + "-" + dim;
  }
}
