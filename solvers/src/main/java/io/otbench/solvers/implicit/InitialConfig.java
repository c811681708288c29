package io.otbench.solvers.implicit;

/**
 * How g starts.
 *
 * @param deviation standard deviation of the weights, at least 0
 * @param bias mean of the biases; well above 0 the activations start in their linear part, so that
 *     g starts near a quadratic form and the map near an affine one
 * @param maxCurvature the output layer is scaled down until no Hessian eigenvalue exceeds it in
 *     absolute value, so that the map starts near the identity; above 0
 */
public record InitialConfig(double deviation, double bias, double maxCurvature) {

  /** Checks the ranges. */
  public InitialConfig {
    if (!(deviation >= 0 && Double.isFinite(deviation))) {
      throw new IllegalArgumentException("deviation must be finite and >= 0 but is " + deviation);
    }
    if (!Double.isFinite(bias)) {
      throw new IllegalArgumentException("bias must be finite but is " + bias);
    }
    if (!(maxCurvature > 0)) {
      throw new IllegalArgumentException("maxCurvature must be above 0 but is " + maxCurvature);
    }
  }

  /** The published weights, scaled down only where the first inner solves would be degenerate. */
  public static InitialConfig defaults() {
    return new InitialConfig(0.1, 0, 0.5);
  }
}
