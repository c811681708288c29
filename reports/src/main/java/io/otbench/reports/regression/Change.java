package io.otbench.reports.regression;

import io.otbench.reports.tables.Numbers;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One number of a place in two runs, judged.
 *
 * @param metric name of the metric or of the column of results.csv
 * @param baseline middle of the earlier run's values as an error: their geometric mean, or their
 *     mean if not all are positive
 * @param candidate middle of the later run's values
 * @param baselineSeeds number of values behind {@code baseline}
 * @param candidateSeeds number of values behind {@code candidate}
 * @param ratio candidate divided by baseline; none if not all values are positive
 * @param countsFrom factor by which the middles must differ to be told from noise; none where the
 *     noise is unknown, values are no ratios or nothing changed
 * @param reason what the outcome rests on
 */
public record Change(
    Place place,
    String metric,
    Measure measure,
    double baseline,
    double candidate,
    int baselineSeeds,
    int candidateSeeds,
    OptionalDouble ratio,
    Outcome outcome,
    OptionalDouble countsFrom,
    String reason) {

  /** The numbers and what the outcome rests on, in one line without the place. */
  public String text() {
    String factor =
        ratio.isPresent() ? String.format(Locale.ROOT, "%.2f times, ", ratio.getAsDouble()) : "";
    return "%s: %s in the baseline, %s in the candidate (%sseeds %d and %d): %s"
        .formatted(
            metric,
            Numbers.text(baseline),
            Numbers.text(candidate),
            factor,
            baselineSeeds,
            candidateSeeds,
            reason);
  }

  /** What the comparison found. */
  public enum Outcome {
    /** Worse than noise and limits allow. */
    REGRESSION,
    /** Better than noise and limits explain. */
    IMPROVEMENT,
    /** Not so different that it could be told from noise, or that it would matter. */
    NOISE,
    /** The same values bit for bit. */
    IDENTICAL,
    /** There is no way to tell a small difference from a large one. */
    NOT_JUDGED
  }
}
