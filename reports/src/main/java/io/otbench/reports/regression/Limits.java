package io.otbench.reports.regression;

/**
 * From which factor on a difference matters.
 *
 * @param tested factor between the middles of two runs where repetitions show what is noise, above
 *     1
 * @param untested factor where nothing but the size of the difference speaks, at least {@code
 *     tested}
 */
public record Limits(double tested, double untested) {

  /** 1.2 and 2. */
  public static final Limits DEFAULT = new Limits(1.2, 2);

  public Limits {
    if (!(tested > 1 && Double.isFinite(tested))) {
      throw new IllegalArgumentException("tolerance must be a factor above 1, found " + tested);
    }
    if (!(untested >= tested && Double.isFinite(untested))) {
      throw new IllegalArgumentException(
          "tolerance without repetitions must be at least that with them, "
              + tested
              + ", found "
              + untested);
    }
  }
}
