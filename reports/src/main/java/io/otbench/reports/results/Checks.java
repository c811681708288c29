package io.otbench.reports.results;

import java.util.regex.Pattern;

/** The rules that the records of this package share. */
final class Checks {
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

  private Checks() {}

  /** A name is not blank and stands on one line, so that one row of a file is one line. */
  static void name(String component, String value) {
    if (value.isBlank() || LINE_BREAK.matcher(value).find()) {
      throw new IllegalArgumentException(
          component + " must be a name on one line, found '" + oneLine(value) + "'");
    }
  }

  static void atLeast(String component, long least, long value) {
    if (value < least) {
      throw new IllegalArgumentException(
          component + " must be at least " + least + ", found " + value);
    }
  }

  static void finiteNotNegative(String component, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          component + " must be finite and not negative, found " + value);
    }
  }

  /** Line breaks become one space: messages of libraries often have several lines. */
  static String oneLine(String text) {
    return LINE_BREAK.matcher(text.strip()).replaceAll(" ");
  }
}
