package io.otbench.reports.statistics;

/**
 * A number in print, known as far as it was printed: a rounded number stands for all that round to
 * it, a bound for all on one side of it. Its own spread over seeds is seldom printed, so it is not
 * known here.
 *
 * @param value the number itself
 * @param least the least that it may stand for; negative infinity for an upper bound
 * @param most the most that it may stand for; infinity for a lower bound
 */
public record PrintedScore(double value, double least, double most) {

  public PrintedScore {
    if (!(Double.isFinite(value) && least <= value && value <= most)) {
      throw new IllegalArgumentException(
          "a printed score must be a number within its range, was %s within %s to %s"
              .formatted(value, least, most));
    }
  }

  /**
   * Whether it can be the other of a ratio; what an upper bound stands for is then positive too.
   */
  boolean isPositive() {
    return value > 0 && (least > 0 || Double.isInfinite(least));
  }
}
