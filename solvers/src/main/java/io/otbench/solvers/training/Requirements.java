package io.otbench.solvers.training;

import ai.djl.ndarray.types.DataType;

/**
 * Checks of configuration records. Every refusal is an {@link IllegalArgumentException} that names
 * the component, the rule and the value.
 */
public final class Requirements {

  private Requirements() {}

  /** A count that must not be smaller than {@code least}. */
  public static void atLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d but is %d".formatted(name, least, value));
    }
  }

  /** A share that a moving average keeps, in [0, 1). */
  public static void decay(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1) but is " + value);
    }
  }

  /** FLOAT32 or FLOAT64. */
  public static void precision(DataType precision) {
    if (precision != DataType.FLOAT32 && precision != DataType.FLOAT64) {
      throw new IllegalArgumentException(
          "precision must be FLOAT32 or FLOAT64 but is " + precision);
    }
  }
}
