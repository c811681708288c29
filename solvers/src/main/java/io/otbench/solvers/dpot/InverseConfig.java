package io.otbench.solvers.dpot;

/**
 * Whether a second network learns the map from target to source.
 *
 * @param train whether there is one
 * @param cycleWeight rho, weight of (E|S(T(x)) - x|^2)^{1/2} in the loss of T and of its mirror
 *     image in the loss of S, at least 0; the published value is lost, 1 is ours
 */
public record InverseConfig(boolean train, double cycleWeight) {

  /** Checks the range. */
  public InverseConfig {
    if (!(cycleWeight >= 0 && Double.isFinite(cycleWeight))) {
      throw new IllegalArgumentException(
          "inverse.cycleWeight must be finite and >= 0 but is " + cycleWeight);
    }
  }

  /** The forward map only. */
  public static InverseConfig none() {
    return new InverseConfig(false, 1);
  }
}
