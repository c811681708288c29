package io.otbench.solvers.otp;

/**
 * How the source is smoothed while the game is played. A level is relative to the scale of the
 * data: the root of the mean variance per coordinate of the source, or of the target where the
 * source is singular.
 *
 * @param kind what becomes of a point
 * @param start level at the first step, at least {@code end}; below 1 for {@link
 *     Kind#VARIANCE_PRESERVING}
 * @param end level from 80 % of the steps on, at least 0; between them it falls linearly
 */
public record SmoothingConfig(Kind kind, double start, double end) {

  /**
   * What becomes of a source point x, with e the level, s the scale of the data and z standard
   * normal.
   */
  public enum Kind {
    /** x + e s z, called VE: adds (e s)^2 to every variance. */
    ADDITIVE,
    /** sqrt(1 - e^2) x + e s z, called VP: keeps the variance of data of scale s and mean 0. */
    VARIANCE_PRESERVING
  }

  /** Checks the ranges. */
  public SmoothingConfig {
    if (!(end >= 0)) {
      throw new IllegalArgumentException("end must be at least 0 but is " + end);
    }
    if (!(start >= end && Double.isFinite(start))) {
      throw new IllegalArgumentException(
          "start must be finite and at least end = %s but is %s".formatted(end, start));
    }
    if (kind == Kind.VARIANCE_PRESERVING && start >= 1) {
      throw new IllegalArgumentException(
          "start must be below 1 for VARIANCE_PRESERVING but is " + start);
    }
  }

  /** Leaves the source as it is. */
  static SmoothingConfig none() {
    return new SmoothingConfig(Kind.ADDITIVE, 0, 0);
  }
}
