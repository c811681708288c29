package io.otbench.datasets.planar;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.otbench.datasets.ConditionalDistribution;
import io.otbench.solvers.api.EngineArrays;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Independent rows (x1, x2, eta), the point drawn from the law at the condition.
 *
 * @param law of a point at a condition
 * @param all every condition there is; the training conditions are {@code trainingCount} equally
 *     spaced ones, both ends included
 * @param trainingCount number of training conditions, at least 2
 * @param evaluation the conditions that are evaluated, drawn uniformly, within {@code all}
 */
record ConditionalRows(
    ConditionalLaw law, ConditionRange all, int trainingCount, ConditionRange evaluation)
    implements ConditionalDistribution {

  private static final int DIM = 3;

  @Override
  public int dim() {
    return DIM;
  }

  @Override
  public int conditionDim() {
    return 1;
  }

  @Override
  public List<double[]> trainingConditions() {
    return Arrays.stream(all.equallySpaced(trainingCount))
        .mapToObj(eta -> new double[] {eta})
        .toList();
  }

  @Override
  public NDArray sample(NDManager manager, int n, RandomGenerator random) {
    float[] rows = new float[n * DIM];
    for (int at = 0; at < rows.length; at += DIM) {
      drawRow(random, evaluation.draw(random), rows, at);
    }
    return EngineArrays.create(manager, rows, new Shape(n, DIM));
  }

  @Override
  public NDArray sampleAt(NDManager manager, int n, double[] condition, RandomGenerator random) {
    if (condition.length != 1 || !all.contains(condition[0])) {
      throw new IllegalArgumentException(
          "condition must be one number in [%s, %s] but is %s"
              .formatted(all.low(), all.high(), Arrays.toString(condition)));
    }
    float[] rows = new float[n * DIM];
    for (int at = 0; at < rows.length; at += DIM) {
      drawRow(random, condition[0], rows, at);
    }
    return EngineArrays.create(manager, rows, new Shape(n, DIM));
  }

  private void drawRow(RandomGenerator random, double eta, float[] rows, int at) {
    rows[at + 2] = (float) eta;
    // The point belongs to the condition that stands in the row, to the last bit.
    law.draw(random, rows[at + 2], rows, at);
  }
}
