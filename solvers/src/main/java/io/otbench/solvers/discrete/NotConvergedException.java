package io.otbench.solvers.discrete;

/** Thrown by an iteration that used up its iterations before it met its tolerance. */
public class NotConvergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final double error;

  /**
   * @param what the iteration and its setting
   * @param iterations iterations done
   * @param error the error reached
   * @param tolerance the error asked for
   */
  public NotConvergedException(String what, int iterations, double error, double tolerance) {
    super(
        "%s: error %s after %d iterations, tolerance %s"
            .formatted(what, error, iterations, tolerance));
    this.error = error;
  }

  /** The error reached. */
  public double error() {
    return error;
  }
}
