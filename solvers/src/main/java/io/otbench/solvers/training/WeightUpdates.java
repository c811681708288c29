package io.otbench.solvers.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.NetworkPasses;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Optimiser steps on the weights of one block. */
public final class WeightUpdates {

  private final List<Parameter> parameters;
  private final Optimizer optimizer;
  private final OptionalDouble maxGradientNorm;

  /**
   * Binds a block to an optimiser.
   *
   * @param maxGradientNorm larger gradients, all weights taken as one vector, are scaled down to
   *     this norm; above 0
   */
  public WeightUpdates(Block block, Optimizer optimizer, OptionalDouble maxGradientNorm) {
    this.parameters = new ArrayList<>(block.getParameters().values());
    this.optimizer = optimizer;
    this.maxGradientNorm = maxGradientNorm;
  }

  /**
   * One step with given gradients, in the order of the block's parameters.
   *
   * @return the norm of the gradient before it was scaled; the weights are left alone when it is
   *     not finite
   */
  public double apply(NDList gradients) {
    double squaredNorm = 0;
    for (NDArray gradient : gradients) {
      squaredNorm += squaredNorm(gradient);
    }
    double norm = Math.sqrt(squaredNorm);
    if (!Double.isFinite(norm)) {
      return norm;
    }
    boolean clip = maxGradientNorm.isPresent() && norm > maxGradientNorm.getAsDouble();
    for (int i = 0; i < parameters.size(); i++) {
      NDArray gradient = gradients.get(i);
      if (clip) {
        gradient.muli(maxGradientNorm.getAsDouble() / norm);
      }
      optimizer.update(Integer.toString(i), parameters.get(i).getArray(), gradient);
    }
    return norm;
  }

  /**
   * One step with the gradients of a loss that must be finite.
   *
   * @param loss value of the loss
   * @param what name of the loss, for the message
   * @param step training step, from 1
   * @throws DivergenceException when the loss or the norm of the gradient is not finite; the
   *     weights are left alone then
   */
  public void applyFinite(double loss, NDList gradients, String what, long step) {
    if (!Double.isFinite(loss)) {
      throw new DivergenceException(what, step, loss);
    }
    double norm = apply(gradients);
    if (!Double.isFinite(norm)) {
      throw new DivergenceException("norm of the weight gradient", step, norm);
    }
  }

  private static double squaredNorm(NDArray gradient) {
    try (NDArray flat = gradient.reshape(-1);
        NDArray squares = flat.dot(flat)) {
      return scalar(squares);
    }
  }

  /**
   * Differentiates a loss in the weights of several blocks.
   *
   * @param scope owner of the gradients
   * @param loss builds the scalar loss from operations on the weights; called once
   */
  public static Backward backward(
      NDManager scope, List<? extends Block> blocks, Supplier<NDArray> loss) {
    List<NDArray> weights = new ArrayList<>();
    for (Block block : blocks) {
      for (Parameter parameter : block.getParameters().values()) {
        weights.add(parameter.getArray());
      }
    }
    for (NDArray weight : weights) {
      weight.setRequiresGradient(true);
    }
    double value;
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      long before = NetworkPasses.ofThisThread();
      NDArray scalar = loss.get();
      value = scalar(scalar);
      collector.backward(scalar);
      // Every pass of the loss is gone through once more, backwards.
      NetworkPasses.add(NetworkPasses.ofThisThread() - before);
    }
    List<NDList> gradients = new ArrayList<>();
    int next = 0;
    for (Block block : blocks) {
      NDList ofBlock = new NDList();
      for (int i = 0; i < block.getParameters().size(); i++) {
        NDArray weight = weights.get(next++);
        try (NDArray accumulated = weight.getGradient()) {
          NDArray gradient = accumulated.duplicate();
          gradient.attach(scope);
          ofBlock.add(gradient);
          // The engine adds to this buffer until it is zeroed.
          accumulated.subi(accumulated);
        }
        weight.setRequiresGradient(false);
      }
      gradients.add(ofBlock);
    }
    return new Backward(value, gradients);
  }

  /**
   * A loss and its derivatives.
   *
   * @param loss value of the loss
   * @param gradients one list per block, in the order of its parameters
   */
  public record Backward(double loss, List<NDList> gradients) {}

  private static double scalar(NDArray array) {
    return array.toType(ai.djl.ndarray.types.DataType.FLOAT64, false).getDouble();
  }
}
