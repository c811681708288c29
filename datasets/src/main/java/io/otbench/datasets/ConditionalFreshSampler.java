package io.otbench.datasets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.ConditionalSampler;
import io.otbench.solvers.api.EngineArrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Endless independent draws of a conditional distribution at its training conditions. */
public final class ConditionalFreshSampler implements ConditionalSampler {

  private final ConditionalDistribution distribution;
  private final List<double[]> conditions;
  private final RandomGenerator random;

  /** Samples {@code distribution} from {@code random}, which nothing else may use. */
  public ConditionalFreshSampler(ConditionalDistribution distribution, RandomGenerator random) {
    this.distribution = distribution;
    this.conditions = distribution.trainingConditions();
    this.random = random;
  }

  @Override
  public int dim() {
    return distribution.dim();
  }

  @Override
  public int conditionDim() {
    return distribution.conditionDim();
  }

  @Override
  public int conditionCount() {
    return conditions.size();
  }

  /** Every row has a training condition of its own, all equally likely. */
  @Override
  public NDArray sample(NDManager manager, int n) {
    int dim = dim();
    int[] rowsOf = new int[conditions.size()];
    int[] conditionOf = new int[n];
    for (int i = 0; i < n; i++) {
      conditionOf[i] = random.nextInt(rowsOf.length);
      rowsOf[conditionOf[i]]++;
    }
    // Rows of one condition are drawn together, then put where the condition was drawn.
    float[][] drawn = new float[rowsOf.length][];
    try (NDManager scope = manager.newSubManager()) {
      for (int c = 0; c < rowsOf.length; c++) {
        if (rowsOf[c] > 0) {
          drawn[c] = sampleAt(scope, rowsOf[c], c).toFloatArray();
        }
      }
    }
    float[] rows = new float[n * dim];
    for (int i = 0; i < n; i++) {
      int c = conditionOf[i];
      rowsOf[c]--;
      System.arraycopy(drawn[c], rowsOf[c] * dim, rows, i * dim, dim);
    }
    return EngineArrays.create(manager, rows, new Shape(n, dim));
  }

  @Override
  public NDArray sampleAt(NDManager manager, int n, int condition) {
    if (condition < 0 || condition >= conditions.size()) {
      throw new IllegalArgumentException(
          "condition must be 0 to %d, an index of the training conditions, but is %d"
              .formatted(conditions.size() - 1, condition));
    }
    return distribution.sampleAt(manager, n, conditions.get(condition), random);
  }
}
