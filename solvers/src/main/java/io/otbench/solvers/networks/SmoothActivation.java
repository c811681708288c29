package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;

/**
 * An elementwise activation with its first two derivatives as forward operations that may be
 * recorded for differentiation.
 */
public enum SmoothActivation {
  /** t for t &gt; 0, exp(t) - 1 otherwise (alpha 1). Convex, non-decreasing, C1. */
  CELU(true) {
    @Override
    public NDArray value(NDArray t) {
      return t.getNDArrayInternal().elu(1);
    }

    @Override
    public NDArray first(NDArray t) {
      // min(t, 0), written without a Java number for the sake of recorded graphs.
      return t.sub(t.getNDArrayInternal().relu()).exp();
    }

    @Override
    public NDArray second(NDArray t) {
      return first(t).mul(t.lte(0).toType(t.getDataType(), false));
    }
  },

  /** log(1 + exp(t)). Convex, increasing, smooth. */
  SOFTPLUS(true) {
    @Override
    public NDArray value(NDArray t) {
      return t.getNDArrayInternal().softPlus();
    }

    @Override
    public NDArray first(NDArray t) {
      return t.getNDArrayInternal().sigmoid();
    }

    @Override
    public NDArray second(NDArray t) {
      NDArray first = first(t);
      return first.sub(first.square());
    }
  },

  /** t sigmoid(t), also called swish. Neither convex nor monotone, smooth. */
  SILU(false) {
    @Override
    public NDArray value(NDArray t) {
      return t.mul(t.getNDArrayInternal().sigmoid());
    }

    @Override
    public NDArray first(NDArray t) {
      return valueAndFirst(t).first();
    }

    @Override
    public ValueAndFirst valueAndFirst(NDArray t) {
      NDArray s = t.getNDArrayInternal().sigmoid();
      NDArray value = t.mul(s);
      // s + t s (1 - s)
      return new ValueAndFirst(value, value.sub(value.mul(s)).addi(s));
    }

    @Override
    public NDArray second(NDArray t) {
      // s (1 - s) (2 + t (1 - 2 s))
      NDArray s = t.getNDArrayInternal().sigmoid();
      NDArray slope = s.sub(s.square());
      return t.sub(t.mul(s.add(s))).addi(2).mul(slope);
    }
  },

  /** tanh(t). Neither convex nor concave. */
  TANH(false) {
    @Override
    public NDArray value(NDArray t) {
      return t.tanh();
    }

    @Override
    public NDArray first(NDArray t) {
      return t.tanh().square().neg().addi(1);
    }

    @Override
    public NDArray second(NDArray t) {
      NDArray tanh = t.tanh();
      NDArray half = tanh.square().neg().addi(1).mul(tanh);
      return half.add(half).neg();
    }
  };

  private final boolean convex;

  SmoothActivation(boolean convex) {
    this.convex = convex;
  }

  /** Whether a network of non-negative mixing weights with this activation is convex. */
  public boolean isConvexNonDecreasing() {
    return convex;
  }

  /** The activation. */
  public abstract NDArray value(NDArray t);

  /** Its derivative. */
  public abstract NDArray first(NDArray t);

  /** The activation and its derivative at once, where they share work. */
  public ValueAndFirst valueAndFirst(NDArray t) {
    return new ValueAndFirst(value(t), first(t));
  }

  /** An activation and its derivative at the same points. */
  public record ValueAndFirst(NDArray value, NDArray first) {}

  /** Its second derivative; at a kink, the one from the left. */
  public abstract NDArray second(NDArray t);
}
