package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.otbench.solvers.api.NetworkPasses;

/** A block whose weights are its own parameters and record nothing unless they are trained. */
public abstract class Network extends AbstractBlock {

  private static final byte FORMAT_VERSION = 1;

  private final int inputDim;

  /**
   * A network without values.
   *
   * @param inputDim number of columns of the input, at least 1
   */
  protected Network(int inputDim) {
    super(FORMAT_VERSION);
    if (inputDim < 1) {
      throw new IllegalArgumentException("dimension must be at least 1 but is " + inputDim);
    }
    this.inputDim = inputDim;
  }

  /** Declares a parameter. */
  protected final Parameter weight(String name, Shape shape) {
    return addParameter(
        Parameter.builder()
            .setName(name)
            .setType(Parameter.Type.WEIGHT)
            .optShape(shape)
            // Recording is switched on for a backward pass only: the closed forms record nothing.
            .optRequiresGrad(false)
            .build());
  }

  /** Gives every parameter its first value, in the order of declaration, owned by the manager. */
  protected final void initializeWith(NDManager manager, Initializer initializer, DataType type) {
    setInitializer(initializer, parameter -> true);
    initialize(manager, type, new Shape(1, inputDim));
  }

  /** Number of columns of the input. */
  public final int inputDim() {
    return inputDim;
  }

  /** Precision of the weights and of everything computed from them. */
  public final DataType dataType() {
    return getParameters().valueAt(0).getArray().getDataType();
  }

  /** Number of weights. */
  public final long parameterCount() {
    return getParameters().values().stream().mapToLong(p -> p.getArray().size()).sum();
  }

  /** Overwrites the weights with those of a network of the same shape. */
  public final void setWeightsFrom(Network other) {
    for (int i = 0; i < getParameters().size(); i++) {
      NDArray from = other.getParameters().valueAt(i).getArray();
      // Not copyTo: on this engine it may leave both arrays on one piece of native memory.
      getParameters().valueAt(i).getArray().intern(from.duplicate());
    }
  }

  /**
   * Counts passes.
   *
   * @param x the rows that go through this network
   * @param passes of each of them
   * @see NetworkPasses
   */
  static void pass(NDArray x, int passes) {
    NetworkPasses.add(passes * x.getShape().get(0));
  }

  /** A copy of the weights as they are now, owned by {@code manager}. */
  public abstract Network copyTo(NDManager manager);

  /**
   * A view of a weight matrix, transposed, that goes with {@code like}; left alone it would live as
   * long as the weights.
   */
  static NDArray transposed(Parameter weights, NDArray like) {
    NDArray view = weights.getArray().transpose();
    view.attach(like.getManager());
    return view;
  }
}
