package io.otbench.datasets.planar;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.otbench.datasets.Distribution;
import io.otbench.solvers.api.EngineArrays;
import java.util.random.RandomGenerator;

/**
 * Independent rows of one law.
 *
 * @param dim numbers of a row
 * @param law where they come from
 */
record RowDistribution(int dim, RowLaw law) implements Distribution {

  @Override
  public NDArray sample(NDManager manager, int n, RandomGenerator random) {
    float[] rows = new float[n * dim];
    for (int at = 0; at < rows.length; at += dim) {
      law.draw(random, rows, at);
    }
    return EngineArrays.create(manager, rows, new Shape(n, dim));
  }
}
