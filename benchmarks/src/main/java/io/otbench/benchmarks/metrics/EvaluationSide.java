package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.datasets.ConditionalDistribution;
import io.otbench.datasets.Distribution;
import java.util.List;
import java.util.random.RandomGenerator;

/** One side of a problem as two samples of it can be compared. */
final class EvaluationSide {

  private EvaluationSide() {}

  /**
   * Draws rows; of a conditional distribution all at one condition, halfway between two training
   * conditions in the middle of their list: between conditions nothing may be moved, so samples can
   * be matched at one condition only, and no solver was trained at this one.
   *
   * @return float32 array of shape (n, dim)
   */
  static NDArray sample(
      NDManager manager, Distribution distribution, int n, RandomGenerator random) {
    return distribution instanceof ConditionalDistribution conditional
        ? conditional.sampleAt(manager, n, condition(conditional), random)
        : distribution.sample(manager, n, random);
  }

  static double[] condition(ConditionalDistribution distribution) {
    List<double[]> trained = distribution.trainingConditions();
    double[] below = trained.get((trained.size() - 1) / 2);
    double[] above = trained.get(Math.min((trained.size() + 1) / 2, trained.size() - 1));
    double[] middle = new double[below.length];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = (below[i] + above[i]) / 2;
    }
    return middle;
  }
}
