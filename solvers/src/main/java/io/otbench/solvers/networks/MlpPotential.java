package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Potential;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected network with one output and its derivatives in x as forward operations. Per row
 * x, with l = 1..L:
 *
 * <pre>
 * a_l = z_{l-1} W_l + b_l,   z_l = act(a_l),   z_0 = x
 * g(x) = w . z_L + x^T Q x / 2 + q . x          (Q and q only where the architecture has them)
 * </pre>
 *
 * <p>Only the symmetric part of Q has a meaning and it alone is used.
 */
public final class MlpPotential extends Network implements Potential {

  private final PotentialArchitecture architecture;
  private final List<DenseLayer> layers = new ArrayList<>();
  private final Parameter output;
  private final Optional<QuadraticTerm> quadratic;

  private record QuadraticTerm(Parameter matrix, Parameter vector) {}

  private MlpPotential(PotentialArchitecture architecture, int dim) {
    super(dim);
    this.architecture = architecture;
    int inputs = dim;
    for (int width : architecture.widths()) {
      layers.add(DenseLayer.declare(this, "hidden" + (layers.size() + 1), inputs, width));
      inputs = width;
    }
    this.output = weight("output", new Shape(inputs, 1));
    this.quadratic =
        architecture.quadratic()
            ? Optional.of(
                new QuadraticTerm(
                    weight("quadratic", new Shape(dim, dim)), weight("linear", new Shape(dim))))
            : Optional.empty();
  }

  /**
   * A network with values from {@code initializer}, owned by {@code manager}.
   *
   * @param dim number of columns of the input
   */
  public static MlpPotential create(
      NDManager manager,
      PotentialArchitecture architecture,
      int dim,
      Initializer initializer,
      DataType type) {
    MlpPotential network = new MlpPotential(architecture, dim);
    network.initializeWith(manager, initializer, type);
    network.quadratic.ifPresent(term -> term.matrix().getArray().muli(0));
    return network;
  }

  @Override
  public MlpPotential copyTo(NDManager manager) {
    MlpPotential copy = create(manager, architecture, inputDim(), Initializer.ZEROS, dataType());
    copy.setWeightsFrom(this);
    return copy;
  }

  /** Sets w to 0: without a trained quadratic part, the potential is then the constant 0. */
  public void zeroOutput() {
    output.getArray().muli(0);
  }

  @Override
  public NDArray value(NDArray x) {
    pass(x, 1);
    NDArray z = x;
    for (DenseLayer layer : layers) {
      z = architecture.activation().value(layer.apply(z));
    }
    return value(x, z, quadratic.map(term -> quadraticGradient(term, x)));
  }

  /**
   * @param linear x Q, where there is a Q
   */
  private NDArray value(NDArray x, NDArray lastOutput, Optional<NDArray> linear) {
    NDArray value = lastOutput.matMul(output.getArray()).reshape(-1);
    if (linear.isEmpty()) {
      return value;
    }
    NDArray vector = quadratic.orElseThrow().vector().getArray();
    // x . (x Q / 2 + q)
    NDArray half = linear.get().mul(half(x)).add(vector);
    return value.add(x.mul(half).sum(new int[] {1}));
  }

  @Override
  public NDArray gradient(NDArray x) {
    pass(x, 2);
    return gradient(x, new Pass(x), quadratic.map(term -> quadraticGradient(term, x)));
  }

  @Override
  public ValueAndGradient valueAndGradient(NDArray x) {
    pass(x, 2);
    Pass pass = new Pass(x);
    Optional<NDArray> linear = quadratic.map(term -> quadraticGradient(term, x));
    return new ValueAndGradient(value(x, pass.lastOutput, linear), gradient(x, pass, linear));
  }

  private NDArray gradient(NDArray x, Pass pass, Optional<NDArray> linear) {
    // w as a row, once for all rows; it spreads over them at the first product.
    NDArray delta = transposed(output, x);
    for (int l = layers.size() - 1; l >= 0; l--) {
      delta = pass.first.get(l).mul(delta).matMul(transposed(layers.get(l).weight(), x));
    }
    return linear.isEmpty()
        ? delta
        : delta.add(linear.get()).addi(quadratic.orElseThrow().vector().getArray());
  }

  @Override
  public NDArray hessianVectorProduct(NDArray x, NDArray v) {
    pass(x, 4);
    Pass pass = new Pass(x);
    List<NDArray> tangents = new ArrayList<>();
    NDArray zDot = v;
    for (int l = 0; l < layers.size(); l++) {
      NDArray aDot = zDot.matMul(layers.get(l).weight().getArray());
      tangents.add(aDot);
      zDot = pass.first.get(l).mul(aDot);
    }
    NDArray delta = transposed(output, x);
    @Nullable NDArray deltaDot = null; // w does not depend on x
    for (int l = layers.size() - 1; l >= 0; l--) {
      NDArray first = pass.first.get(l);
      NDArray curvature = architecture.activation().second(pass.preActivations.get(l));
      NDArray etaDot = curvature.mul(delta).mul(tangents.get(l));
      if (deltaDot != null) {
        etaDot = etaDot.addi(first.mul(deltaDot));
      }
      NDArray back = transposed(layers.get(l).weight(), x);
      delta = first.mul(delta).matMul(back);
      deltaDot = etaDot.matMul(back);
    }
    NDArray product = Objects.requireNonNull(deltaDot);
    return quadratic.isEmpty()
        ? product
        : product.add(quadraticGradient(quadratic.orElseThrow(), v));
  }

  /** x (Q + Q^T) / 2. */
  private static NDArray quadraticGradient(QuadraticTerm term, NDArray x) {
    NDArray symmetric = transposed(term.matrix(), x).add(term.matrix().getArray());
    return x.matMul(symmetric).mul(half(x));
  }

  private static NDArray half(NDArray like) {
    return EngineArrays.scalar(like.getManager(), 0.5, like.getDataType());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return new NDList(value(inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0))};
  }

  /** What every derivative needs of one evaluation. */
  private final class Pass {

    private final List<NDArray> preActivations = new ArrayList<>();

    /** act'(a_l), each (n, width). */
    private final List<NDArray> first = new ArrayList<>();

    private final NDArray lastOutput;

    Pass(NDArray x) {
      NDArray z = x;
      for (DenseLayer layer : layers) {
        NDArray a = layer.apply(z);
        SmoothActivation.ValueAndFirst both = architecture.activation().valueAndFirst(a);
        preActivations.add(a);
        first.add(both.first());
        z = both.value();
      }
      lastOutput = z;
    }
  }
}
