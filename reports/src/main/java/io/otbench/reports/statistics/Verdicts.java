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
 * n)), nor can six in a family of two; then nothing is said. Ratios whose whole interval lies
 * within a factor of {@value #SAME_RATIO} are the same, even if a test with many pairs can tell
 * them apart.
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
    double[] adjusted = Holm.adjust(tested.stream().mapToDouble(PairedScores::pValue).toArray());
    List<Verdict> verdicts = new ArrayList<>();
    int next = 0;
    for (PairedScores scores : family) {
      if (scores.n() == 0) {
        verdicts.add(new Verdict.NotRun("no seed has both scores"));
      } else if (RankTests.leastPaired(scores.n()) > LEVEL) {
        verdicts.add(new Verdict.CannotTell(evidence(scores, 1), tooFew(scores.n())));
      } else {
        verdicts.add(judge(evidence(scores, adjusted[next++]), tested.size()));
      }
    }
    return verdicts;
  }

  private static Verdict.Evidence evidence(PairedScores scores, double pValue) {
    return new Verdict.Evidence(scores.effect(), scores.scale(), pValue);
  }

  private static Verdict judge(Verdict.Evidence evidence, int tests) {
    Estimate effect = evidence.effect();
    boolean ratio = evidence.scale() == PairedScores.Scale.RATIO;
    boolean same =
        ratio
            ? effect.low() >= 1 / SAME_RATIO && effect.high() <= SAME_RATIO
            : effect.low() == 0 && effect.high() == 0;
    if (same) {
      return new Verdict.Same(evidence);
    }
    double none = ratio ? 1 : 0;
    if (evidence.pValue() <= LEVEL && effect.high() < none) {
      return new Verdict.Better(evidence);
    }
    if (evidence.pValue() <= LEVEL && effect.low() > none) {
      return new Verdict.Worse(evidence);
    }
    boolean tooFew = tests * RankTests.leastPaired(effect.n()) > LEVEL;
    return new Verdict.CannotTell(
        evidence,
        tooFew
            ? "n = %d: too few for a family of %d tests".formatted(effect.n(), tests)
            : String.format(Locale.ROOT, "p = %.2g", evidence.pValue()));
  }

  private static String tooFew(int n) {
    int needed = n;
    while (RankTests.leastPaired(needed) > LEVEL) {
      needed++;
    }
    return "n = %d: a test needs %d".formatted(n, needed);
  }
}
