package io.otbench.reports.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges a family of comparisons, such as all rows of one table: Wilcoxon's signed-rank test on the
 * pairs of each, with Holm's correction over the family at {@value #LEVEL}. A better or worse also
 * needs a bootstrap interval that leaves out no difference.
 *
 * <p>Five pairs cannot reach that level, whatever they are (the least p-value of n pairs is 2^(1 -
 * n)), nor can six in a family of two; then nothing is said but how many would do, see {@link
 * #leastPairs}. So the three seeds of many papers tell nothing here. Ratios whose whole interval
 * lies within a factor of {@value #SAME_RATIO} are the same, even if a test with many pairs can
 * tell them apart.
 *
 * <p>Against a {@link PrintedScore} all this holds for every number that it may stand for. A number
 * with too few digits, or a bound with ours on its open side, cannot tell.
 *
 * <p>Print is an arithmetic mean, and seeds have a tail to the right, so against print the interval
 * of our mean must agree too, see {@link LogNormalMean}. In 2 000 simulated rows each of 8 and of
 * 20 log-normal scores whose true mean is the printed number, 4.4 % and 3.0 % were called better
 * where the logarithms scatter by 0.5, and 6.3 % and 3.9 % where they scatter by 1. A tail that the
 * seeds do not show deceives any test.
 */
public final class Verdicts {
  /** The chance of any false better or worse in a family. */
  public static final double LEVEL = 0.05;

  /** Ratios up to this factor, either way, do not matter. */
  public static final double SAME_RATIO = 1.1;

  private Verdicts() {}

  /**
   * The verdicts on ours against the others, in the order of the family.
   *
   * @param family comparisons; one without a pair is not run
   */
  public static List<Verdict> of(List<PairedScores> family) {
    List<PairedScores> tested =
        family.stream().filter(it -> RankTests.leastPaired(it.n()) <= LEVEL).toList();
    int compared = (int) family.stream().filter(it -> it.n() > 0).count();
    double[] adjusted = Holm.adjust(tested.stream().mapToDouble(PairedScores::pValue).toArray());
    List<Verdict> verdicts = new ArrayList<>();
    int next = 0;
    for (PairedScores scores : family) {
      if (scores.n() == 0) {
        verdicts.add(new Verdict.NotRun("no seed has both scores"));
      } else if (RankTests.leastPaired(scores.n()) > LEVEL) {
        verdicts.add(cannotTell(scores, 1, compared));
      } else {
        verdicts.add(judge(scores, adjusted[next++], tested.size()));
      }
    }
    return verdicts;
  }

  /** The fewest pairs with which each of so many tests can reach the level by itself. */
  public static int leastPairs(int tests) {
    int pairs = 1;
    while (tests * RankTests.leastPaired(pairs) > LEVEL) {
      pairs++;
    }
    return pairs;
  }

  private static Verdict judge(PairedScores scores, double pValue, int tests) {
    Verdict.Evidence evidence = new Verdict.Evidence(scores.effect(), scores.scale(), pValue);
    Estimate effect = evidence.effect();
    boolean ratio = evidence.scale() == PairedScores.Scale.RATIO;
    boolean same =
        ratio
            ? effect.low() >= 1 / SAME_RATIO && effect.high() <= SAME_RATIO
            : effect.low() == 0 && effect.high() == 0;
    if (same && scores.meanAgrees(1 / SAME_RATIO, SAME_RATIO)) {
      return new Verdict.Same(evidence);
    }
    double none = ratio ? 1 : 0;
    if (pValue <= LEVEL && effect.high() < none && scores.meanAgrees(0, 1)) {
      return new Verdict.Better(evidence);
    }
    if (pValue <= LEVEL && effect.low() > none && scores.meanAgrees(1, Double.POSITIVE_INFINITY)) {
      return new Verdict.Worse(evidence);
    }
    return cannotTell(scores, pValue, tests);
  }

  private static Verdict cannotTell(PairedScores scores, double pValue, int tests) {
    return new Verdict.CannotTell(
        new Verdict.Evidence(scores.effect(), scores.scale(), pValue),
        reason(scores, pValue, tests));
  }

  private static String reason(PairedScores scores, double pValue, int tests) {
    if (scores.isOpen()) {
      return scores.isAgainstBound()
          ? "only a bound is known, and ours is on its open side"
          : "ours is within the precision of the printed number";
    }
    if (pValue <= LEVEL) {
      return whyNotThoughTheTestRejects(scores);
    }
    int needed = leastPairs(tests);
    if (scores.n() >= needed) {
      return String.format(Locale.ROOT, "p = %.2g", pValue);
    }
    return tests == 1
        ? "n = %d: a test needs at least %d".formatted(scores.n(), needed)
        : "n = %d: a family of %d tests needs at least %d".formatted(scores.n(), tests, needed);
  }

  /** One of the two intervals stands against the test. */
  private static String whyNotThoughTheTestRejects(PairedScores scores) {
    boolean ratio = scores.scale() == PairedScores.Scale.RATIO;
    double none = ratio ? 1 : 0;
    Estimate effect = scores.effect();
    if (effect.low() <= none && effect.high() >= none) {
      return ratio ? "the interval of the ratio holds 1" : "the interval of the difference holds 0";
    }
    return scores.meanAgrees(0, 1) || scores.meanAgrees(1, Double.POSITIVE_INFINITY)
        ? "the arithmetic and the geometric mean lie on either side of the printed number"
        : "the interval of the mean holds the printed number";
  }
}
