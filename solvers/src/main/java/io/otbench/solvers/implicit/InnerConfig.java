package io.otbench.solvers.implicit;

/**
 * How the inner problem y + grad g(y) = z is solved.
 *
 * @param method LBFGS is the default; the step rules are there for comparison with the publication
 * @param start where training solves begin
 * @param tolerance L2 norm of the residual per row in training, above 0
 * @param evaluationTolerance the same for the backward map of the fitted transport, above 0
 * @param maxIterations cap of one solve, at least 1
 * @param memory pairs kept by LBFGS, at least 1
 */
public record InnerConfig(
    Method method,
    Start start,
    double tolerance,
    double evaluationTolerance,
    int maxIterations,
    int memory) {

  /** Inner solvers. */
  public enum Method {
    /** Batched L-BFGS with a per-sample Armijo test. */
    LBFGS,
    /** Gradient steps of 1 / (1 + Lhat). */
    SAFE_STEP,
    /** Gradient steps of 0.1 / Lhat, as published; may diverge. */
    PUBLISHED_STEP
  }

  /** Starts of training solves. */
  public enum Start {
    /** y = z, as published. */
    TARGET,
    /**
     * The last solution while a batch is repeated, else the affine map that fits the last solved
     * batch best; its matrix is also the start metric of LBFGS. Our choice.
     */
    AFFINE
  }

  /** Checks the ranges. */
  public InnerConfig {
    requirePositive("tolerance", tolerance);
    requirePositive("evaluationTolerance", evaluationTolerance);
    if (maxIterations < 1) {
      throw new IllegalArgumentException(
          "maxIterations must be at least 1 but is " + maxIterations);
    }
    if (memory < 1) {
      throw new IllegalArgumentException("memory must be at least 1 but is " + memory);
    }
  }

  /** L-BFGS(5) to 1e-3 from the affine start, 1e-4 for the fitted map. */
  public static InnerConfig defaults() {
    return new InnerConfig(Method.LBFGS, Start.AFFINE, 1e-3, 1e-4, 300, 5);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be above 0 but is " + value);
    }
  }
}
