package io.otbench.solvers.networks;

import java.util.List;

/**
 * Shape of an {@link MlpPotential}.
 *
 * @param widths units of the hidden layers, at least one layer, all at least 1
 * @param activation after every hidden layer; it must be twice differentiable where second
 *     derivatives are trained
 * @param quadratic whether x^T Q x / 2 + b.x with trained Q and b is added, which holds the exact
 *     answer between Gaussians
 */
public record PotentialArchitecture(
    List<Integer> widths, SmoothActivation activation, boolean quadratic) {

  /** Checks and copies. */
  public PotentialArchitecture {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "widths must be at least one number >= 1 but are " + widths);
    }
  }
}
