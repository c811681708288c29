package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import io.otbench.solvers.api.EngineArrays;
import java.util.random.RandomGenerator;

/**
 * Independent normal weights of mean 0 from a named stream; DJL's own initialisers draw from the
 * process-wide generator.
 *
 * @param random stream the weights are taken from, in the order of initialisation
 * @param standardDeviation of every weight, at least 0
 */
public record StreamInitializer(RandomGenerator random, double standardDeviation)
    implements Initializer {

  @Override
  public NDArray initialize(NDManager manager, Shape shape, DataType type) {
    double[] values = new double[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = standardDeviation * random.nextGaussian();
    }
    return EngineArrays.create(manager, values, shape, type);
  }
}
