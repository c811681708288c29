package io.otbench.reports.charts;

import java.util.regex.Pattern;

/**
 * A label that a chart has room for. What tells labels apart stands at their end, so it is kept: of
 * a long label of a sweep first the names of its settings go, as {@code implicit 0.0003, 128} for
 * {@code implicit learningRate=0.0003, batchSize=128}, then what is in the middle.
 */
final class ShortLabel {
  private static final Pattern NAME_OF_SETTING = Pattern.compile("(?<=[ {])[\\w.]+=");

  private ShortLabel() {}

  /**
   * The label.
   *
   * @param length most letters of it
   */
  static String of(String label, int length) {
    if (letters(label) <= length) {
      return label;
    }
    String values = NAME_OF_SETTING.matcher(label).replaceAll("");
    return letters(values) <= length ? values : cut(values, length);
  }

  private static String cut(String text, int length) {
    int head = length / 3;
    int tail = length - head - 1;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }

  private static int letters(String text) {
    return text.codePointCount(0, text.length());
  }
}
