package io.otbench.benchmarks.profiles;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of dimensions, both ends included.
 *
 * @param min smallest
 * @param max largest
 */
record DimRange(int min, int max) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})?(\\.\\.)?(\\d{1,9})?");

  /**
   * Reads {@code 16}, {@code 16..32}, {@code ..8} or {@code 64..}.
   *
   * @throws IllegalArgumentException for any other text or an empty range
   */
  static DimRange parse(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches() && (form.group(1) != null || form.group(3) != null)) {
      int min = form.group(1) == null ? 1 : Integer.parseInt(form.group(1));
      int openEnd = form.group(2) == null ? min : Integer.MAX_VALUE;
      int max = form.group(3) == null ? openEnd : Integer.parseInt(form.group(3));
      if (min <= max) {
        return new DimRange(min, max);
      }
    }
    throw new IllegalArgumentException(
        "a range of dimensions must look like 16, 16..32, ..8 or 64.. but is '" + text + "'");
  }

  boolean contains(int dim) {
    return dim >= min && dim <= max;
  }
}
