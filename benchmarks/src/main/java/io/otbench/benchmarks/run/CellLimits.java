package io.otbench.benchmarks.run;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a cell may take before its worker is ended; what is empty is not limited. Unlike the limit
 * of training time they need no help from the solver and change no numbers.
 *
 * @param wallSeconds wall time of a cell, from when a worker took it, above 0
 * @param memoryMib resident memory of its worker, at least {@value #LEAST_MEMORY_MIB}
 */
public record CellLimits(OptionalDouble wallSeconds, OptionalInt memoryMib) {

  /** A worker that does nothing needs about this much for the engine. */
  public static final int LEAST_MEMORY_MIB = 256;

  /** No limits. */
  public static final CellLimits NONE = new CellLimits(OptionalDouble.empty(), OptionalInt.empty());

  /** Checks the ranges. */
  public CellLimits {
    if (wallSeconds.isPresent() && !(wallSeconds.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "wallSeconds must be above 0 but is " + wallSeconds.getAsDouble());
    }
    if (memoryMib.isPresent() && memoryMib.getAsInt() < LEAST_MEMORY_MIB) {
      throw new IllegalArgumentException(
          "memoryMib must be at least %d but is %d"
              .formatted(LEAST_MEMORY_MIB, memoryMib.getAsInt()));
    }
  }
}
