package io.otbench.solvers.networks;

import java.util.List;

/**
 * Shape of a {@link DenseIcnn}.
 *
 * @param widths h_1..h_L, at least two layers, all at least 1
 * @param rank r, number of squared projections per hidden unit, at least 1
 * @param activation act
 * @param strongConvexity s, weight of |x|^2 / 2, at least 0
 */
public record IcnnArchitecture(
    List<Integer> widths, int rank, SmoothActivation activation, double strongConvexity) {

  /** Checks and copies. */
  public IcnnArchitecture {
    widths = List.copyOf(widths);
    if (widths.size() < 2 || widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "widths must be at least two numbers >= 1 but are " + widths);
    }
    if (rank < 1) {
      throw new IllegalArgumentException("rank must be at least 1 but is " + rank);
    }
    if (!(strongConvexity >= 0 && Double.isFinite(strongConvexity))) {
      throw new IllegalArgumentException(
          "strongConvexity must be finite and >= 0 but is " + strongConvexity);
    }
  }
}
