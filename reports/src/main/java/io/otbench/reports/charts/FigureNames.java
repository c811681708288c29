package io.otbench.reports.charts;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names of files from any text, each of them once. */
final class FigureNames {
  private final Set<String> taken = new HashSet<>();

  String of(String text) {
    String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String unique = slug;
    for (int i = 2; !taken.add(unique); i++) {
      unique = slug + "-" + i;
    }
    return unique;
  }
}
