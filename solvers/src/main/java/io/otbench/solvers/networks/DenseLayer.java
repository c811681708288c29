package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;

/**
 * x W + b for rows x.
 *
 * @param weight W, shape (inputs, outputs), so that rows multiply from the left
 * @param bias b, shape (outputs)
 */
record DenseLayer(Parameter weight, Parameter bias) {

  /** Declares the two parameters of a layer in {@code owner}. */
  static DenseLayer declare(Network owner, String name, int inputs, int outputs) {
    return new DenseLayer(
        owner.weight(name + "Weight", new Shape(inputs, outputs)),
        owner.weight(name + "Bias", new Shape(outputs)));
  }

  /** The layer's output, shape (n, outputs), for rows of shape (n, inputs). */
  NDArray apply(NDArray rows) {
    return rows.matMul(weight.getArray()).addi(bias.getArray());
  }

  /** Makes the layer the constant 0. */
  void setZero() {
    weight.getArray().muli(0);
    bias.getArray().muli(0);
  }
}
