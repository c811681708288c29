package io.otbench.datasets;

import java.util.Optional;

/**
 * Two measures to couple.
 *
 * @param name as in rows and commands, such as {@code gaussian-8}
 * @param source where mass starts
 * @param target where it goes
 * @param truth the optimal transport between them, where it is known
 */
public record Problem(
    String name, Distribution source, Distribution target, Optional<GroundTruth> truth) {

  /** Checks that both sides live in one space. */
  public Problem {
    if (source.dim() != target.dim()) {
      throw new IllegalArgumentException(
          "problem %s: source and target must have one dimension but have %d and %d"
              .formatted(name, source.dim(), target.dim()));
    }
  }

  /** Dimension d of both sides. */
  public int dim() {
    return source.dim();
  }
}
