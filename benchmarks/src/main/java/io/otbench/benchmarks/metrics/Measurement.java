package io.otbench.benchmarks.metrics;

import org.jspecify.annotations.Nullable;

/**
 * One number about a transport.
 *
 * @param metric name in snake case, as in the rows
 * @param value the number
 * @param unit its unit
 */
public record Measurement(String metric, double value, String unit) {

  /** Checks the texts, which may come from a plug-in. */
  public Measurement {
    checked("metric", metric);
    checked("unit of " + metric, unit);
  }

  /**
   * A text that is one line.
   *
   * @param what it is, for the message
   * @throws IllegalArgumentException if it is null, blank or has several lines
   */
  public static String checked(String what, @Nullable String text) {
    if (text == null || text.isBlank() || text.lines().count() > 1) {
      throw new IllegalArgumentException(
          "a %s must be one line of text but is %s"
              .formatted(what, text == null ? "null" : "'" + text.replaceAll("\\R", " / ") + "'"));
    }
    return text;
  }
}
