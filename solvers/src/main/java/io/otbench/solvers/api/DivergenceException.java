package io.otbench.solvers.api;

/** Thrown by a solver whose loss, inner iteration or weights left the finite numbers. */
public class DivergenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long step;
  private final double value;

  /**
   * @param what the quantity that diverged, such as {@code loss}
   * @param step training step, from 1
   * @param value the value it took
   */
  public DivergenceException(String what, long step, double value) {
    super(what + " was " + value + " at step " + step);
    this.step = step;
    this.value = value;
  }

  /** Training step at which it was seen, from 1. */
  public long step() {
    return step;
  }

  /** The value that was seen. */
  public double value() {
    return value;
  }
}
