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
 */
public record MapArchitecture(
    Kind kind, int blocks, List<Integer> widths, Nonlinearity nonlinearity) {

  /** What the output of a map is made of. */
  public enum Kind {
    /** net(x). */
    PLAIN,
    /** h &lt;- h + net(h), block after block; starts as the identity. */
    RESIDUAL,
    /** x + modified(x), the hidden layers blended with two projections of x; starts as identity. */
    MODIFIED,
    /** x + grad g(x) with g a potential with a quadratic part; starts as the identity. */
    GRADIENT
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
  }
}
