package io.otbench.reports.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A label that a chart has room for. Of a long label of a sweep first the names of its settings go,
 * as {@code implicit 0.0003, 128} for {@code implicit learningRate=0.0003, batchSize=128}, then
 * settings that all variants of the solver share, then what is in the middle; labels that are then
 * the same are numbered.
 */
final class ShortLabel {
  private static final Pattern NAME_OF_SETTING = Pattern.compile("(?<=[ {])[\\w.]+=");

  /** Not within brackets, which hold the parts of one setting. */
  private static final Pattern BETWEEN_SETTINGS = Pattern.compile(", (?=[\\w.]+=)(?![^{]*\\})");

  private static final int ROOM_FOR_NUMBER = " #99".length();

  private ShortLabel() {}

  /**
   * The label by itself.
   *
   * @param length most letters of it
   */
  static String of(String label, int length) {
    String values = values(label, length);
    return letters(values) <= length ? values : cut(values, length);
  }

  /**
   * A short label for each label of a chart, no two of them the same.
   *
   * @param length most letters of each
   */
  static Map<String, String> of(Collection<String> labels, int length) {
    Map<String, String> shortened = new LinkedHashMap<>();
    Map<String, Integer> uses = new HashMap<>();
    for (String label : labels) {
      String values = values(label, length);
      String text = letters(values) <= length ? label : withoutCommon(label, labels);
      shortened.put(label, of(text, length));
    }
    shortened.values().forEach(text -> uses.merge(text, 1, Integer::sum));
    Set<String> taken = new HashSet<>(shortened.values());
    shortened.replaceAll(
        (label, text) -> uses.getOrDefault(text, 0) == 1 ? text : numbered(text, length, taken));
    return shortened;
  }

  /** The first such name that is not taken; it is then. */
  private static String numbered(String text, int length, Set<String> taken) {
    String beginning = of(text, length - ROOM_FOR_NUMBER);
    int number = 1;
    while (!taken.add(beginning + " #" + number)) {
      number++;
    }
    return beginning + " #" + number;
  }

  private static String values(String label, int length) {
    return letters(label) <= length ? label : NAME_OF_SETTING.matcher(label).replaceAll("");
  }

  private static String withoutCommon(String label, Collection<String> labels) {
    int space = label.indexOf(' ');
    if (space < 0) {
      return label;
    }
    String solver = label.substring(0, space + 1);
    List<Set<String>> variants =
        labels.stream()
            .filter(other -> other.startsWith(solver))
            .map(other -> Set.copyOf(settings(other.substring(solver.length()))))
            .toList();
    List<String> own = new ArrayList<>(settings(label.substring(solver.length())));
    own.removeIf(setting -> variants.stream().allMatch(variant -> variant.contains(setting)));
    return own.isEmpty() ? label : solver + own.stream().collect(Collectors.joining(", "));
  }

  private static List<String> settings(String variant) {
    return Arrays.stream(BETWEEN_SETTINGS.split(variant)).distinct().toList();
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
