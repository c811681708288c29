package io.otbench.solvers.discrete;

/** Thrown instead of returning a plan whose optimality could not be shown. */
public class NonOptimalPlanException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message says what was violated, where and by how much. */
  public NonOptimalPlanException(String message) {
    super(message);
  }
}
