package io.otbench.solvers.reference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.networks.ScopedMap;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/**
 * targetMean + forward (x - sourceMean) and sourceMean + backward (y - targetMean), in float64.
 *
 * @param sourceMean shape (d, 1)
 * @param targetMean shape (d, 1)
 * @param forwardMatrix symmetric, shape (d, d)
 * @param backwardMatrix symmetric, shape (d, d)
 * @param parameterCount numbers taken from the data
 */
record AffineTransport(
    SimpleMatrix sourceMean,
    SimpleMatrix targetMean,
    SimpleMatrix forwardMatrix,
    SimpleMatrix backwardMatrix,
    long parameterCount)
    implements Transport {

  @Override
  public PointMap forward() {
    return affine(sourceMean, forwardMatrix, targetMean);
  }

  @Override
  public Optional<PointMap> backward() {
    return Optional.of(affine(targetMean, backwardMatrix, sourceMean));
  }

  private static PointMap affine(SimpleMatrix from, SimpleMatrix matrix, SimpleMatrix to) {
    int dim = matrix.getNumRows();
    double[] shift = to.minus(matrix.mult(from)).getDDRM().getData();
    double[] factor = matrix.transpose().getDDRM().getData();
    return new ScopedMap(
        DataType.FLOAT64,
        x -> {
          NDManager scope = x.getManager();
          NDArray product = x.matMul(EngineArrays.create(scope, factor, dim, DataType.FLOAT64));
          return product.addi(EngineArrays.create(scope, shift, dim, DataType.FLOAT64));
        });
  }

  @Override
  public void close() {
    // Owns no native memory.
  }
}
