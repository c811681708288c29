package io.otbench.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two measures to couple.
 *
 * @param name as in rows and commands, such as {@code gaussian-8}
 * @param source where mass starts
 * @param target where it goes
 * @param truth the optimal transport between them, where it is a known map
 * @param w2Squared optimal mean of |x - y|^2 (no half), where it is known: that of the truth, or of
 *     a plan that no map attains
 */
public record Problem(
    String name,
    Distribution source,
    Distribution target,
    Optional<GroundTruth> truth,
    OptionalDouble w2Squared) {

  /** Checks that both sides live in one space and have the same conditions. */
  public Problem {
    if (source.dim() != target.dim()) {
      throw new IllegalArgumentException(
          "problem %s: source and target must have one dimension but have %d and %d"
              .formatted(name, source.dim(), target.dim()));
    }
    if (!conditions(source).equals(conditions(target))) {
      throw new IllegalArgumentException(
          "problem %s: source and target must have the same training conditions but have %s and %s"
              .formatted(name, conditions(source), conditions(target)));
    }
    if (truth.isPresent() && !w2Squared.equals(OptionalDouble.of(truth.get().w2Squared()))) {
      throw new IllegalArgumentException(
          "problem %s: w2Squared must be that of the truth, %s, but is %s"
              .formatted(name, truth.get().w2Squared(), w2Squared));
    }
  }

  /** A problem of which the optimal map and cost are both known or both unknown. */
  public Problem(
      String name, Distribution source, Distribution target, Optional<GroundTruth> truth) {
    this(name, source, target, truth, costOf(truth));
  }

  /** A problem of which the optimal cost is known, but no optimal map. */
  public static Problem ofKnownCost(
      String name, Distribution source, Distribution target, double w2Squared) {
    return new Problem(name, source, target, Optional.empty(), OptionalDouble.of(w2Squared));
  }

  /** Dimension d of both sides: the number of columns of a row. */
  public int dim() {
    return source.dim();
  }

  /** Number of trailing columns of a row that are its condition; 0 for an ordinary problem. */
  public int conditionDim() {
    return source.conditionDim();
  }

  private static OptionalDouble costOf(Optional<GroundTruth> truth) {
    return truth.isPresent() ? OptionalDouble.of(truth.get().w2Squared()) : OptionalDouble.empty();
  }

  private static List<List<Double>> conditions(Distribution side) {
    return side instanceof ConditionalDistribution conditional
        ? conditional.trainingConditions().stream()
            .map(condition -> Arrays.stream(condition).boxed().toList())
            .toList()
        : List.of();
  }
}
