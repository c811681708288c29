package io.otbench.datasets.gaussian;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.PointMap;
import org.ejml.simple.SimpleMatrix;

/**
 * x -&gt; outputMean + matrix (x - inputMean), in float64.
 *
 * @param inputMean shape (d, 1)
 * @param matrix symmetric, shape (d, d)
 * @param outputMean shape (d, 1)
 */
record AffineMap(SimpleMatrix inputMean, SimpleMatrix matrix, SimpleMatrix outputMean)
    implements PointMap {

  @Override
  public NDArray apply(NDArray points) {
    int d = matrix.getNumRows();
    SimpleMatrix shift = outputMean.minus(matrix.mult(inputMean));
    NDManager manager = points.getManager();
    try (NDManager scope = manager.newSubManager()) {
      NDArray rows = EngineArrays.copy(scope, points, DataType.FLOAT64);
      NDArray factor =
          EngineArrays.create(scope, matrix.transpose().getDDRM().getData(), d, DataType.FLOAT64);
      NDArray mapped =
          rows.matMul(factor)
              .addi(EngineArrays.create(scope, shift.getDDRM().getData(), d, DataType.FLOAT64));
      mapped.attach(manager);
      return mapped;
    }
  }
}
