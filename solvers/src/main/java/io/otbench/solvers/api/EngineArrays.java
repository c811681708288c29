package io.otbench.solvers.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Carries numbers between Java and the engine's own memory.
 *
 * <p>An array that {@link NDManager#create} makes of Java numbers is a window on memory of the JVM.
 * That has two consequences, both seen and both silent. The alignment of such memory varies from
 * run to run, and the last bit of a matrix product depends on alignment. And when such an array is
 * an operand that automatic differentiation keeps for the way back, the memory may be collected
 * before it gets there; {@code array.mul(number)}, {@code div}, {@code minimum} and {@code maximum}
 * with a Java number make such an operand and close it at once. So a recorded graph multiplies by
 * {@link #scalar}, never by a Java number; adding one is harmless. The arrays made here are copies
 * that the engine owns.
 */
public final class EngineArrays {

  private EngineArrays() {}

  /** A number as an array without dimensions, safe in a recorded graph. */
  public static NDArray scalar(NDManager manager, double number, DataType type) {
    return create(manager, new double[] {number}, new Shape(), type);
  }

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

  /**
   * A copy of an array in a precision, free to be overwritten. {@code array.toType(type, true)} is
   * no copy where the array has that precision already.
   *
   * @param owner manager of the copy
   */
  public static NDArray copy(NDManager owner, NDArray array, DataType type) {
    NDArray copy = array.getDataType() == type ? array.duplicate() : array.toType(type, false);
    copy.attach(owner);
    return copy;
  }

  /** A float32 array of the given shape from numbers in row-major order. */
  public static NDArray create(NDManager manager, float[] numbers, Shape shape) {
    try (NDArray unaligned = manager.create(numbers, shape)) {
      return unaligned.duplicate();
    }
  }

  /**
   * An array of the given shape from numbers in row-major order.
   *
   * @param type FLOAT32 or FLOAT64
   */
  public static NDArray create(NDManager manager, double[] numbers, Shape shape, DataType type) {
    if (type == DataType.FLOAT64) {
      try (NDArray unaligned = manager.create(numbers, shape)) {
        return unaligned.duplicate();
      }
    }
    float[] floats = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return create(manager, floats, shape);
  }

  /** An array of shape (numbers / dim, dim) from rows of {@code dim} numbers. */
  public static NDArray create(NDManager manager, double[] rows, int dim, DataType type) {
    return create(manager, rows, new Shape(rows.length / dim, dim), type);
  }
}
