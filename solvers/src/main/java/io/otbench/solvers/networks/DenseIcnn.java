package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
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
import org.jspecify.annotations.Nullable;

/**
 * Dense network with quadratic skip connections, convex where its mixing weights are non-negative
 * (arXiv:1909.13082; the network of arXiv:2106.01954 and arXiv:2605.10792). Per row x, with r the
 * rank and k = 1..L:
 *
 * <pre>
 * q_k = sum_m (A_km^T x)^2 + W_k x + b_k
 * o_1 = q_1,   p_k = C_k o_{k-1} + q_k,   o_k = act(p_k)      (no activation after the first layer)
 * g(x) = c . o_L + (s/2) |x|^2
 * </pre>
 *
 * <p>All A and W that read x are columns of one matrix, so that the way in is one matrix product
 * and the way back one product with the transpose. The derivatives are closed forms made of forward
 * operations: differentiating a loss on the gradient in the weights is one ordinary backward pass.
 */
public final class DenseIcnn extends Network implements Potential {

  private final IcnnArchitecture architecture;
  private final long[] skipSplits;
  private final long[] layerSplits;

  /** [A of rank 1 | ... | A of rank r | W], each (d, sum of widths). */
  private final Parameter skip;

  private final Parameter bias;

  /** C_2..C_L, stored as (h_{k-1}, h_k) so that rows multiply from the left. */
  private final List<Parameter> mixing = new ArrayList<>();

  private final Parameter output;

  /**
   * A network without values; {@link #create} makes one that can be used.
   *
   * @param dim dimension d of the input
   */
  public DenseIcnn(IcnnArchitecture architecture, int dim) {
    super(dim);
    this.architecture = architecture;
    List<Integer> widths = architecture.widths();
    int layers = widths.size();
    int hidden = widths.stream().mapToInt(Integer::intValue).sum();
    this.skipSplits = new long[architecture.rank()];
    for (int m = 0; m < skipSplits.length; m++) {
      skipSplits[m] = (long) (m + 1) * hidden;
    }
    this.layerSplits = new long[layers - 1];
    long end = 0;
    for (int k = 0; k < layers - 1; k++) {
      end += widths.get(k);
      layerSplits[k] = end;
    }
    this.skip = weight("skip", new Shape(dim, (long) hidden * (architecture.rank() + 1)));
    this.bias = weight("bias", new Shape(hidden));
    for (int k = 1; k < layers; k++) {
      mixing.add(weight("mixing" + (k + 1), new Shape(widths.get(k - 1), widths.get(k))));
    }
    this.output = weight("output", new Shape(widths.get(layers - 1)));
  }

  /** A network with values from {@code initializer}, owned by {@code manager}. */
  public static DenseIcnn create(
      NDManager manager,
      IcnnArchitecture architecture,
      int dim,
      Initializer initializer,
      DataType type) {
    DenseIcnn network = new DenseIcnn(architecture, dim);
    network.initializeWith(manager, initializer, type);
    return network;
  }

  @Override
  public DenseIcnn copyTo(NDManager manager) {
    DenseIcnn copy = create(manager, architecture, inputDim(), Initializer.ZEROS, dataType());
    copy.setWeightsFrom(this);
    return copy;
  }

  /** Sets every negative entry of the C_k and of c to 0, which makes the network convex. */
  public void clampToConvex() {
    for (Parameter parameter : mixing) {
      clamp(parameter.getArray());
    }
    clamp(output.getArray());
  }

  private static void clamp(NDArray weights) {
    try (NDArray negative = weights.minimum(0)) {
      weights.subi(negative);
    }
  }

  /** Multiplies c by {@code factor}: but for the s term, g and its derivatives scale with it. */
  public void scaleOutput(double factor) {
    output.getArray().muli(factor);
  }

  /** Adds {@code shift} to every bias. */
  public void shiftBias(double shift) {
    bias.getArray().addi(shift);
  }

  @Override
  public NDArray value(NDArray x) {
    pass(x, 1);
    return value(x, new Pass(x));
  }

  private NDArray value(NDArray x, Pass pass) {
    NDArray value = pass.lastOutput().matMul(output.getArray());
    return architecture.strongConvexity() == 0
        ? value
        : value.add(x.square().sum(new int[] {1}).mul(strongConvexity(x, 0.5)));
  }

  @Override
  public NDArray gradient(NDArray x) {
    pass(x, 2);
    Pass pass = new Pass(x);
    return gradient(x, pass, pass.sensitivities(null));
  }

  @Override
  public ValueAndGradient valueAndGradient(NDArray x) {
    pass(x, 2);
    Pass pass = new Pass(x);
    return new ValueAndGradient(value(x, pass), gradient(x, pass, pass.sensitivities(null)));
  }

  private NDArray gradient(NDArray x, Pass pass, NDArray sensitivities) {
    NDArray gradient = pass.skipSensitivities(sensitivities).matMul(transposed(skip, x));
    return architecture.strongConvexity() == 0
        ? gradient
        : gradient.addi(x.mul(strongConvexity(x, 1)));
  }

  @Override
  public NDArray hessianVectorProduct(NDArray x, NDArray v) {
    pass(x, 4);
    Pass pass = new Pass(x);
    int layers = pass.p.size();
    NDList tangentParts = v.matMul(skip.getArray()).split(skipSplits, 1);
    NDArray tangent = tangentParts.get(skipSplits.length);
    for (int m = 0; m < skipSplits.length; m++) {
      tangent = twice(pass.projections.get(m).mul(tangentParts.get(m))).addi(tangent);
    }
    NDList tangents = tangent.split(layerSplits, 1);
    // Tangents of the pre-activations on the way in ...
    NDArray[] pDot = new NDArray[layers];
    NDArray[] first = new NDArray[layers];
    NDArray outputDot = tangents.get(0);
    for (int k = 1; k < layers; k++) {
      pDot[k] = outputDot.matMul(mixing.get(k - 1).getArray()).addi(tangents.get(k));
      first[k] = architecture.activation().first(pass.p.get(k));
      outputDot = first[k].mul(pDot[k]);
    }
    // ... and of the sensitivities on the way back.
    NDArray[] eta = new NDArray[layers];
    NDArray[] etaDot = new NDArray[layers];
    NDArray delta = output.getArray();
    @Nullable NDArray deltaDot = null; // c does not depend on x
    for (int k = layers - 1; k >= 1; k--) {
      eta[k] = first[k].mul(delta);
      NDArray curvature = architecture.activation().second(pass.p.get(k)).mul(delta).mul(pDot[k]);
      etaDot[k] = deltaDot == null ? curvature : curvature.addi(first[k].mul(deltaDot));
      NDArray back = transposed(mixing.get(k - 1), x);
      delta = eta[k].matMul(back);
      deltaDot = etaDot[k].matMul(back);
    }
    eta[0] = delta;
    etaDot[0] = Objects.requireNonNull(deltaDot);
    NDArray sensitivities = concat(eta);
    NDArray sensitivitiesDot = concat(etaDot);
    NDArray[] parts = new NDArray[skipSplits.length + 1];
    for (int m = 0; m < skipSplits.length; m++) {
      parts[m] =
          twice(
              tangentParts
                  .get(m)
                  .mul(sensitivities)
                  .addi(pass.projections.get(m).mul(sensitivitiesDot)));
    }
    parts[skipSplits.length] = sensitivitiesDot;
    NDArray product = concat(parts).matMul(transposed(skip, x));
    return product.addi(v.mul(strongConvexity(x, 1)));
  }

  /**
   * The weighted sum of values, sum_i w_i g(x_i), and its derivatives in the weights, without
   * automatic differentiation.
   *
   * @param x shape (n, d)
   * @param rowWeights w, shape (n, 1)
   */
  public WeightedValue weightedValue(NDArray x, NDArray rowWeights) {
    pass(x, 2);
    Pass pass = new Pass(x);
    NDArray[] gradients = new NDArray[3 + mixing.size()];
    NDArray column = rowWeights.reshape(-1);
    gradients[gradients.length - 1] = pass.lastOutput().transpose().matMul(column);
    NDArray value = value(x, pass).dot(column);
    NDArray sensitivities = pass.sensitivities(rowWeights);
    gradients[0] = x.transpose().matMul(pass.skipSensitivities(sensitivities));
    gradients[1] = sensitivities.sum(new int[] {0});
    NDList perLayer = sensitivities.split(layerSplits, 1);
    for (int k = 1; k <= mixing.size(); k++) {
      gradients[k + 1] = pass.outputs.get(k - 1).transpose().matMul(perLayer.get(k));
    }
    return new WeightedValue(value, new NDList(gradients));
  }

  /**
   * Result of {@link #weightedValue}.
   *
   * @param value the sum, a scalar
   * @param weightGradients in the order of the network's parameters
   */
  public record WeightedValue(NDArray value, NDList weightGradients) {}

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

  private NDArray strongConvexity(NDArray like, double share) {
    return EngineArrays.scalar(
        like.getManager(), share * architecture.strongConvexity(), like.getDataType());
  }

  /** Doubles {@code array} in place. */
  private static NDArray twice(NDArray array) {
    return array.addi(array);
  }

  private static NDArray concat(NDArray... parts) {
    return NDArrays.concat(new NDList(parts), 1);
  }

  /** The quantities of one evaluation that every derivative needs. */
  private final class Pass {

    private final NDArray x;

    /** A_m^T x for the ranks m, each (n, sum of widths). */
    private final List<NDArray> projections = new ArrayList<>();

    /** Pre-activations; the first entry, which has no activation, is o_1 itself. */
    private final List<NDArray> p = new ArrayList<>();

    /** o_1..o_{L-1}; the last output is made only where a value is asked for. */
    private final List<NDArray> outputs = new ArrayList<>();

    Pass(NDArray x) {
      this.x = x;
      NDList parts = x.matMul(skip.getArray()).split(skipSplits, 1);
      NDArray q = parts.get(skipSplits.length).add(bias.getArray());
      for (int m = 0; m < skipSplits.length; m++) {
        projections.add(parts.get(m));
        q = parts.get(m).square().addi(q);
      }
      NDList layers = q.split(layerSplits, 1);
      p.add(layers.get(0));
      for (int k = 1; k < layers.size(); k++) {
        outputs.add(k == 1 ? p.get(0) : architecture.activation().value(p.get(k - 1)));
        p.add(outputs.get(k - 1).matMul(mixing.get(k - 1).getArray()).addi(layers.get(k)));
      }
    }

    NDArray lastOutput() {
      return architecture.activation().value(p.get(p.size() - 1));
    }

    /** d g / d q, all layers side by side: (n, sum of widths); times w_i per row where given. */
    NDArray sensitivities(@Nullable NDArray rowWeights) {
      int layers = p.size();
      NDArray[] eta = new NDArray[layers];
      NDArray delta = output.getArray();
      for (int k = layers - 1; k >= 1; k--) {
        eta[k] = architecture.activation().first(p.get(k)).mul(delta);
        if (k == layers - 1 && rowWeights != null) {
          eta[k] = eta[k].mul(rowWeights);
        }
        delta = eta[k].matMul(transposed(mixing.get(k - 1), x));
      }
      eta[0] = delta;
      return concat(eta);
    }

    /** d g / d (x skip): [2 A_m^T x * sensitivities ... | sensitivities]. */
    NDArray skipSensitivities(NDArray sensitivities) {
      NDArray[] parts = new NDArray[skipSplits.length + 1];
      for (int m = 0; m < skipSplits.length; m++) {
        parts[m] = twice(projections.get(m).mul(sensitivities));
      }
      parts[skipSplits.length] = sensitivities;
      return concat(parts);
    }
  }
}
