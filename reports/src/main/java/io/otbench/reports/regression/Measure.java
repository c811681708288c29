package io.otbench.reports.regression;

import java.util.Locale;

/** What a number of a cell says. */
public enum Measure {
  /** How far the answer is from the true one. */
  ACCURACY,
  /** Seconds of training. */
  TIME,
  /** Largest resident memory. */
  MEMORY;

  /** The word for it, such as {@code accuracy}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
