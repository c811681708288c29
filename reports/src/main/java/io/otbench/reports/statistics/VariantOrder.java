package io.otbench.reports.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of what a sweep varied, such as {@code batchSize=64} before {@code batchSize=256}:
 * values that are numbers by size, all else as text; what varies nothing comes first.
 */
public final class VariantOrder implements Comparator<String> {
  /** A value or a member of a list; digits within a name, as in {@code beta1}, are text. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<=[=\\[, ])[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?(?=[],]|$)");

  @Override
  public int compare(String one, String other) {
    List<String> left = parts(one);
    List<String> right = parts(other);
    // Texts and numbers alternate, so that at each place both have the same.
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order =
          i % 2 == 0
              ? left.get(i).compareTo(right.get(i))
              : Double.compare(Double.parseDouble(left.get(i)), Double.parseDouble(right.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<String> parts(String variant) {
    List<String> parts = new ArrayList<>();
    Matcher number = NUMBER.matcher(variant);
    int end = 0;
    while (number.find()) {
      parts.add(variant.substring(end, number.start()));
      parts.add(number.group());
      end = number.end();
    }
    parts.add(variant.substring(end));
    return parts;
  }
}
