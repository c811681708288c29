package io.otbench.reports.charts;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names of files from any text, each of them once. */
final class FigureNames {
  private final Set<String> taken = new HashSet<>();

  String of(String text) {
    String slug = slug(text);
    String unique = slug;
    for (int i = 2; !taken.add(unique); i++) {
      unique = slug + "-" + i;
    }
    return unique;
  }

  /** The text as far as it can be part of a name of a file. */
  static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
