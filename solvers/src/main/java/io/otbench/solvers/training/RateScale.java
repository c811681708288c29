package io.otbench.solvers.training;

/** A factor on a learning rate that a solver may lower while it trains. */
public final class RateScale {

  private double factor = 1;

  /** The factor now; 1 at the start. */
  public double factor() {
    return factor;
  }

  /** Halves the factor. */
  public void halve() {
    factor /= 2;
  }
}
