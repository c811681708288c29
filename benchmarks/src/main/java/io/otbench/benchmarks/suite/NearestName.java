package io.otbench.benchmarks.suite;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a misspelt name could have meant. */
public final class NearestName {

  private NearestName() {}

  /**
   * A message about a name that is not known, such as {@code unknown solver 'implict' in --solvers;
   * did you mean 'implicit'? known: implicit, w2gn}.
   *
   * @param kind what the name stands for
   * @param name as the user wrote it
   * @param place where it stands, such as {@code in --solvers}
   * @param known every right name
   */
  public static String message(String kind, String name, String place, Collection<String> known) {
    return message(
        kind, name, place, known, known.stream().sorted().collect(Collectors.joining(", ")));
  }

  /**
   * The same for names that are too many to be listed.
   *
   * @param knownInWords the right names in words
   */
  public static String message(
      String kind, String name, String place, Collection<String> known, String knownInWords) {
    String hint = find(name, known).map(near -> " did you mean '" + near + "'?").orElse("");
    return "unknown %s '%s' %s;%s known: %s".formatted(kind, name, place, hint, knownInWords);
  }

  /** The known name at the smallest edit distance, if it is near enough to be meant. */
  public static Optional<String> find(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(nearest -> distance(name, nearest) <= Math.max(2, nearest.length() / 3));
  }

  /** Levenshtein distance, one row of the table at a time. */
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
