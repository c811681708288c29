package io.otbench.reports.html;

import java.util.List;

/** A list that a sentence has room for. */
final class Few {
  private static final int MOST = 6;

  private Few() {}

  /** All, or the first six and how many more there are. */
  static String of(List<String> names) {
    return names.size() <= MOST
        ? String.join(", ", names)
        : "%s and %d more"
            .formatted(String.join(", ", names.subList(0, MOST)), names.size() - MOST);
  }
}
