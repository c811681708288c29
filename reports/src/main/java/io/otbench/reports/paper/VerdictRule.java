package io.otbench.reports.paper;

import io.otbench.reports.published.PublishedValue;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.TTest;

/**
 * Holds the values of several seeds against one printed number, by one-sample t-tests of level 2.5
 * % on each side. A paper prints its number without a spread, so the number is taken as exact up to
 * its last digit, and a small difference from it is none: {@code same} means that the mean of ours
 * lies between {@value #FACTOR} times less and {@value #FACTOR} times more. Positive values are
 * compared by their logarithms, since errors of seeds spread by factors.
 */
final class VerdictRule {

  /** Factor within which two numbers count as the same. */
  static final double FACTOR = 1.25;

  /** The fewest seeds that a verdict is made of: two say next to nothing of their spread. */
  static final int LEAST_SEEDS = 3;

  private static final double LEVEL = 0.025;

  private final double[] ours;
  private final DoubleUnaryOperator scale;

  private VerdictRule(double[] ours, DoubleUnaryOperator scale) {
    this.scale = scale;
    this.ours = Arrays.stream(ours).map(scale).toArray();
  }

  /**
   * The verdict.
   *
   * @param ours one value per seed, at least one
   */
  static Finding of(double[] ours, PublishedValue published) {
    if (!published.isComparable()) {
      return new Finding(Verdict.CANNOT_TELL, "");
    }
    if (ours.length < LEAST_SEEDS) {
      return new Finding(
          Verdict.CANNOT_TELL, "fewer than " + LEAST_SEEDS + " seeds are too few to tell");
    }
    double value = published.value().doubleValue();
    double rounding = published.value().ulp().doubleValue() / 2;
    boolean positive = value > rounding && Arrays.stream(ours).allMatch(one -> one > 0);
    VerdictRule rule = new VerdictRule(ours, positive ? Math::log : one -> one);
    return published.isBound()
        ? rule.againstBound(published.qualifier().equals("<"), value)
        : Finding.of(rule.against(value, rounding));
  }

  private Verdict against(double value, double rounding) {
    double least = Math.min(value / FACTOR, value * FACTOR);
    double most = Math.max(value / FACTOR, value * FACTOR);
    if (isAbove(least) && isBelow(most)) {
      return Verdict.SAME;
    }
    if (isBelow(value - rounding)) {
      return Verdict.BETTER;
    }
    return isAbove(value + rounding) ? Verdict.WORSE : Verdict.CANNOT_TELL;
  }

  /** On the side of the bound where theirs lies, nothing more is known of theirs. */
  private Finding againstBound(boolean upper, double bound) {
    if (upper) {
      return isAbove(bound)
          ? Finding.of(Verdict.WORSE)
          : new Finding(Verdict.CANNOT_TELL, "the paper prints only a bound");
    }
    return isBelow(bound)
        ? Finding.of(Verdict.BETTER)
        : new Finding(Verdict.CANNOT_TELL, "the paper prints only a bound");
  }

  private boolean isBelow(double value) {
    return rejects(AlternativeHypothesis.LESS_THAN, value);
  }

  private boolean isAbove(double value) {
    return rejects(AlternativeHypothesis.GREATER_THAN, value);
  }

  private boolean rejects(AlternativeHypothesis alternative, double value) {
    return TTest.withDefaults()
            .with(alternative)
            .withMu(scale.applyAsDouble(value))
            .test(ours)
            .getPValue()
        <= LEVEL;
  }
}
