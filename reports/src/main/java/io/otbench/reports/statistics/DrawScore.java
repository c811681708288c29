package io.otbench.reports.statistics;

import java.util.Optional;

/**
 * A score that is the mean over several draws of the generated rows. The draws are of one trained
 * model, so their scatter says nothing of what another training would give.
 *
 * @param mean over the draws, and over the seeds of a run
 * @param sd standard deviation over the draws; 0 where it is not known
 * @param trainings number of seeds
 */
public record DrawScore(double mean, double sd, int trainings) {
  private static final double DEVIATIONS = 2;

  /**
   * The score of a group.
   *
   * @param reference {@code ""} for the group's own score, {@code _perfect} or {@code _noise} for
   *     that of a reference, which is the same for all groups of a problem
   */
  static Optional<DrawScore> of(CellGroup group, String metric, String reference) {
    String name = metric + reference;
    return group
        .estimate(name)
        .map(
            mean ->
                new DrawScore(
                    mean.mean(),
                    group.estimate(name + "_sd").map(Estimate::mean).orElse(0.0),
                    mean.n()));
  }

  /** Whether this is lower than the other by more than the draws of both scatter. */
  public boolean isBelowByMoreThanDraws(DrawScore other) {
    return other.mean - mean > DEVIATIONS * Math.hypot(sd, other.sd);
  }

  /** Whether the draws cannot tell this from a number, by {@value #DEVIATIONS} deviations. */
  public boolean isNear(double number) {
    return Math.abs(mean - number) <= DEVIATIONS * sd;
  }
}
