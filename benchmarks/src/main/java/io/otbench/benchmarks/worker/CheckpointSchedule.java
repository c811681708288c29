package io.otbench.benchmarks.worker;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The steps at which a convergence curve has a point: half of them halve the way to the last step,
 * because curves fall on a logarithmic scale, the others are evenly spaced.
 */
final class CheckpointSchedule {

  private CheckpointSchedule() {}

  /**
   * Steps in order, the last one always among them; fewer than asked for where there are not that
   * many steps.
   *
   * @param plannedSteps steps of the training, at least 1
   * @param points number of steps to choose, at least 1
   */
  static SortedSet<Long> steps(long plannedSteps, int points) {
    if (plannedSteps < 1 || points < 1) {
      throw new IllegalArgumentException(
          "plannedSteps and points must be at least 1 but are %d and %d"
              .formatted(plannedSteps, points));
    }
    SortedSet<Long> steps = new TreeSet<>();
    int halvings = (points + 1) / 2;
    for (int k = 0; k < halvings && plannedSteps >> k >= 1; k++) {
      steps.add(plannedSteps >> k);
    }
    int even = points - halvings;
    for (int i = 1; i <= even; i++) {
      steps.add(Math.max(1, plannedSteps * i / (even + 1)));
    }
    return steps;
  }
}
