package io.otbench.datasets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Sampler;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The law of one row of a finite set, all equally likely. Independent rows are draws with
 * replacement; a solver is shown the set itself, as a pool that nothing is drawn anew for.
 */
public final class EmpiricalDistribution implements Distribution {

  private final FloatRows rows;

  /**
   * The law of {@code rows}, of which there must be at least one.
   *
   * @throws IllegalArgumentException when there is no row
   */
  public EmpiricalDistribution(FloatRows rows) {
    if (rows.count() < 1) {
      throw new IllegalArgumentException("an empirical distribution needs at least 1 row");
    }
    this.rows = rows;
  }

  /** The set itself. */
  public FloatRows rows() {
    return rows;
  }

  @Override
  public int dim() {
    return rows.dim();
  }

  @Override
  public OptionalInt size() {
    return OptionalInt.of(rows.count());
  }

  @Override
  public NDArray sample(NDManager manager, int n, RandomGenerator random) {
    int dim = rows.dim();
    float[] drawn = new float[n * dim];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows.values(), random.nextInt(rows.count()) * dim, drawn, i * dim, dim);
    }
    return EngineArrays.create(manager, drawn, new Shape(n, dim));
  }

  /**
   * The set as a pool, or so many distinct rows of it.
   *
   * @param poolSize at most so many of the rows, chosen once; all of them when empty or when there
   *     are not more
   */
  @Override
  public Sampler sampler(NDManager manager, OptionalInt poolSize, RandomGenerator random) {
    PooledSampler all = new PooledSampler(rows, random);
    if (poolSize.isEmpty() || poolSize.getAsInt() >= rows.count()) {
      return all;
    }
    try (NDManager scope = manager.newSubManager()) {
      float[] chosen = all.sample(scope, poolSize.getAsInt()).toFloatArray();
      return new PooledSampler(new FloatRows(rows.dim(), chosen), random);
    }
  }
}
