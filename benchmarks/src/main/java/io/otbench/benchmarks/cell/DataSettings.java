package io.otbench.benchmarks.cell;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a solver is given and how its transport is measured.
 *
 * @param poolSize rows of the finite set on each side; empty for endless fresh rows
 * @param evaluationSamples fresh rows per side for the metrics
 * @param trainSecondsLimit training time after which a solver is asked to stop; empty for none
 */
public record DataSettings(
    OptionalInt poolSize, int evaluationSamples, OptionalDouble trainSecondsLimit) {

  /** The fewest evaluation rows with which UVP is worth reporting. */
  public static final int MIN_EVALUATION_SAMPLES = 1 << 14;

  /** Checks the ranges. */
  public DataSettings {
    if (poolSize.isPresent() && poolSize.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "poolSize must be at least 1 but is " + poolSize.getAsInt());
    }
    if (evaluationSamples < MIN_EVALUATION_SAMPLES) {
      throw new IllegalArgumentException(
          "evaluationSamples must be at least %d but is %d"
              .formatted(MIN_EVALUATION_SAMPLES, evaluationSamples));
    }
    if (trainSecondsLimit.isPresent() && !(trainSecondsLimit.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "trainSecondsLimit must be above 0 but is " + trainSecondsLimit.getAsDouble());
    }
  }
}
