package io.otbench.solvers.networks;

import java.util.List;

/**
 * Shape of a {@link MapNetwork}.
 *
 * @param kind what the output is made of
 * @param blocks number of blocks in a row, at least 1; 1 for every kind but {@link Kind#RESIDUAL}
 * @param widths hidden units of a block, at least one layer, all at least 1; all equal for {@link
 *     Kind#MODIFIED}
 * @param nonlinearity after every hidden layer; smooth for {@link Kind#GRADIENT}
 * @param quadratic whether the potential of a {@link Kind#GRADIENT} map has a quadratic part, which
 *     holds the exact answer between Gaussians; false for every other kind
 */
public record MapArchitecture(
    Kind kind, int blocks, List<Integer> widths, Nonlinearity nonlinearity, boolean quadratic) {

  /** What the output of a map is made of. */
  public enum Kind {
    /** net(x). */
    PLAIN,
    /** h &lt;- h + net(h), block after block; starts as the identity. */
    RESIDUAL,
    /** x + modified(x), the hidden layers blended with two projections of x; starts as identity. */
    MODIFIED,
    /** x + grad g(x) with g a potential; starts as the identity. */
    GRADIENT
  }

  /** The usual shape of a kind: a gradient map has a quadratic part. */
  public MapArchitecture(Kind kind, int blocks, List<Integer> widths, Nonlinearity nonlinearity) {
    this(kind, blocks, widths, nonlinearity, kind == Kind.GRADIENT);
  }

  /** Checks and copies. */
  public MapArchitecture {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "widths must be at least one number >= 1 but are " + widths);
    }
    if (blocks < 1 || (blocks > 1 && kind != Kind.RESIDUAL)) {
      throw new IllegalArgumentException(
          "blocks must be %s but is %d"
              .formatted(
                  kind == Kind.RESIDUAL ? "at least 1" : "1 for a map of kind " + kind, blocks));
    }
    if (kind == Kind.MODIFIED && widths.stream().distinct().count() > 1) {
      throw new IllegalArgumentException(
          "widths must all be equal for a map of kind MODIFIED but are " + widths);
    }
    if (kind == Kind.GRADIENT && nonlinearity.smooth().isEmpty()) {
      throw new IllegalArgumentException(
          "nonlinearity must be smooth (CELU, SOFTPLUS, SILU or TANH) for a map of kind GRADIENT"
              + " but is "
              + nonlinearity);
    }
    if (quadratic && kind != Kind.GRADIENT) {
      throw new IllegalArgumentException(
          "quadratic must be false for a map of kind %s but is true".formatted(kind));
    }
  }
}
