package io.otbench.reports.statistics;

/**
 * What can be said of one score against another; made by {@link Verdicts}. Lower scores are better,
 * and the solver judged is the first of the two.
 */
public sealed interface Verdict {

  /** The word for a table: better, same, worse, cannot tell, not judged or not run. */
  String text();

  /** Why it is none of better, same and worse; empty if it is one of them. */
  default String reason() {
    return "";
  }

  /**
   * What a verdict rests on.
   *
   * @param effect geometric mean ratio or mean difference with its interval and the number of pairs
   * @param scale whether the effect is a ratio or a difference
   * @param pValue two-sided p-value, after Holm's correction over the family
   */
  record Evidence(Estimate effect, PairedScores.Scale scale, double pValue) {}

  /** The test rejects, and the whole interval of the effect is lower. */
  record Better(Evidence evidence) implements Verdict {
    @Override
    public String text() {
      return "better";
    }
  }

  /** The interval of the ratio leaves no room for a difference that matters. */
  record Same(Evidence evidence) implements Verdict {
    @Override
    public String text() {
      return "same";
    }
  }

  /** The test rejects, and the whole interval of the effect is higher. */
  record Worse(Evidence evidence) implements Verdict {
    @Override
    public String text() {
      return "worse";
    }
  }

  /**
   * There are values, and they do not decide.
   *
   * @param reason why, such as {@code n = 3: a test needs at least 6}
   */
  record CannotTell(Evidence evidence, String reason) implements Verdict {
    @Override
    public String text() {
      return "cannot tell";
    }
  }

  /**
   * Ours was run, and yet there are no two values of one quantity.
   *
   * @param reason what stands between them
   */
  record NotComparable(String reason) implements Verdict {
    @Override
    public String text() {
      return "cannot tell";
    }
  }

  /** There are two values of one quantity that is a size or a cost: none of them is better. */
  record NotJudged() implements Verdict {
    @Override
    public String text() {
      return "not judged";
    }

    @Override
    public String reason() {
      return "a size or a cost is no score";
    }
  }

  /**
   * There is nothing to compare.
   *
   * @param reason which of the two is missing, and why where that is known
   */
  record NotRun(String reason) implements Verdict {
    @Override
    public String text() {
      return "not run";
    }
  }
}
