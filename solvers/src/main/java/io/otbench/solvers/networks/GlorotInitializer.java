package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;

/**
 * Normal matrices of mean 0 and variance 2 / (inputs + outputs) from a named stream, and vectors of
 * zeros (Glorot and Bengio 2010).
 *
 * @param random stream the weights are taken from, in the order of initialisation
 */
public record GlorotInitializer(RandomGenerator random) implements Initializer {

  @Override
  public NDArray initialize(NDManager manager, Shape shape, DataType type) {
    double variance = shape.dimension() == 2 ? 2.0 / (shape.get(0) + shape.get(1)) : 0;
    return new StreamInitializer(random, Math.sqrt(variance)).initialize(manager, shape, type);
  }
}
