package io.otbench.datasets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Sampler;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A finite set of rows, given or drawn once from a distribution, as the published protocols use:
 * every batch is drawn from it without replacement inside the batch.
 */
public final class PooledSampler implements Sampler {

  private final FloatRows pool;
  private final int[] order;
  private final RandomGenerator random;

  /**
   * Draws the pool.
   *
   * @param distribution not a conditional one: rows of a pool would hardly ever share a condition
   * @param size number of rows of the pool, at least 1
   * @param random stream of the pool and then of the batches; nothing else may use it
   */
  public PooledSampler(
      NDManager manager, Distribution distribution, int size, RandomGenerator random) {
    this(drawPool(manager, distribution, size, random), random);
  }

  /**
   * A pool of given rows, at least 1.
   *
   * @param random stream of the batches; nothing else may use it
   */
  public PooledSampler(FloatRows pool, RandomGenerator random) {
    this.pool = pool;
    this.random = random;
    this.order = new int[requireSize(pool.count())];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  private static FloatRows drawPool(
      NDManager manager, Distribution distribution, int size, RandomGenerator random) {
    requireSize(size);
    if (distribution.conditionDim() > 0) {
      throw new IllegalArgumentException(
          "a conditional distribution is sampled afresh for every batch, it has no pool of rows,"
              + " but poolSize is "
              + size);
    }
    try (NDManager scope = manager.newSubManager()) {
      float[] rows = distribution.sample(scope, size, random).toFloatArray();
      return new FloatRows(distribution.dim(), rows);
    }
  }

  private static int requireSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("pool size must be at least 1 but is " + size);
    }
    return size;
  }

  @Override
  public int dim() {
    return pool.dim();
  }

  @Override
  public OptionalInt poolSize() {
    return OptionalInt.of(order.length);
  }

  @Override
  public NDArray sample(NDManager manager, int n) {
    if (n < 1 || n > order.length) {
      throw new IllegalArgumentException(
          "batch must have 1 to %d rows, the size of the pool, but has %d"
              .formatted(order.length, n));
    }
    int dim = pool.dim();
    float[] batch = new float[n * dim];
    // The first n steps of a Fisher-Yates shuffle; whatever order the last call left is as good.
    for (int i = 0; i < n; i++) {
      int j = i + random.nextInt(order.length - i);
      int row = order[j];
      order[j] = order[i];
      order[i] = row;
      System.arraycopy(pool.values(), row * dim, batch, i * dim, dim);
    }
    return EngineArrays.create(manager, batch, new Shape(n, dim));
  }
}
