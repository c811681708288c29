package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows a hidden layer of a map. */
public enum Nonlinearity {
  /** max(t, 0). */
  RELU(null),
  /** max(t, 0) + s min(t, 0), the slope s of a layer trained from 0.25. */
  PRELU(null),
  /** {@link SmoothActivation#CELU}. */
  CELU(SmoothActivation.CELU),
  /** {@link SmoothActivation#SOFTPLUS}. */
  SOFTPLUS(SmoothActivation.SOFTPLUS),
  /** {@link SmoothActivation#SILU}. */
  SILU(SmoothActivation.SILU),
  /** {@link SmoothActivation#TANH}. */
  TANH(SmoothActivation.TANH);

  private static final double INITIAL_SLOPE = 0.25;

  private final Optional<SmoothActivation> smooth;

  Nonlinearity(@Nullable SmoothActivation smooth) {
    this.smooth = Optional.ofNullable(smooth);
  }

  /** The activation with its derivatives, for those that have them. */
  public Optional<SmoothActivation> smooth() {
    return smooth;
  }

  /** Declares the slope s, shape (1), in {@code owner} where there is one. */
  Optional<Parameter> declareSlope(Network owner, String name) {
    return this == PRELU ? Optional.of(owner.weight(name, new Shape(1))) : Optional.empty();
  }

  /** Gives a slope its first value. */
  static void initialize(Parameter slope) {
    slope.getArray().muli(0).addi(INITIAL_SLOPE);
  }

  /**
   * Applies it.
   *
   * @param slope s where it was declared
   */
  NDArray apply(NDArray t, Optional<Parameter> slope) {
    return switch (this) {
      case RELU -> t.getNDArrayInternal().relu();
      case PRELU -> {
        NDArray positive = t.getNDArrayInternal().relu();
        yield t.sub(positive).mul(slope.orElseThrow().getArray()).addi(positive);
      }
      default -> smooth.orElseThrow().value(t);
    };
  }
}
