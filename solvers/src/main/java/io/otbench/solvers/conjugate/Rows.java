package io.otbench.solvers.conjugate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Carries rows between native arrays and Java arrays. */
public final class Rows {

  private Rows() {}

  /** The numbers of a float32 or float64 array in row-major order. */
  public static double[] toDoubles(NDArray array) {
    if (array.getDataType() == DataType.FLOAT64) {
      return array.toDoubleArray();
    }
    float[] floats = array.toFloatArray();
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  /** An array of shape (n, dim) with the given numbers in the given precision. */
  public static NDArray toArray(NDManager manager, double[] rows, int dim, DataType type) {
    Shape shape = new Shape(rows.length / dim, dim);
    if (type == DataType.FLOAT64) {
      return manager.create(rows, shape);
    }
    float[] floats = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      floats[i] = (float) rows[i];
    }
    return manager.create(floats, shape);
  }
}
