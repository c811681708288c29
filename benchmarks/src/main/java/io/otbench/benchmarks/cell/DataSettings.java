package io.otbench.benchmarks.cell;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.otbench.benchmarks.suite.DataIdentity;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a solver is given and how its transport is measured.
 *
 * @param poolSize rows of the finite set on each side; empty for endless fresh rows
 * @param evaluationSamples fresh rows per side for the metrics
 * @param trainSecondsLimit training time after which a solver is asked to stop; empty for none
 * @param identity of rows that are read from files
 */
public record DataSettings(
    OptionalInt poolSize,
    int evaluationSamples,
    OptionalDouble trainSecondsLimit,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<DataIdentity> identity) {

  /** The fewest evaluation rows with which UVP is worth reporting. */
  public static final int MIN_EVALUATION_SAMPLES = 1 << 14;

  /** Settings of generated rows. */
  public DataSettings(
      OptionalInt poolSize, int evaluationSamples, OptionalDouble trainSecondsLimit) {
    this(poolSize, evaluationSamples, trainSecondsLimit, Optional.empty());
  }

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

  /** The same for rows of this identity. */
  public DataSettings of(Optional<DataIdentity> rows) {
    return new DataSettings(poolSize, evaluationSamples, trainSecondsLimit, rows);
  }
}
