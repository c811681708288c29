package io.otbench.benchmarks.inspect;

import io.otbench.benchmarks.cell.CellEvent.Point;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.benchmarks.store.CellRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Two results of one cell. On one kind of machine all values and the curve must have the same bits;
 * between two kinds the values must agree within {@value #TOLERANCE} of the larger one, because the
 * last bits of a sum decide where thousands of steps lead. A value near 0 has no relative accuracy:
 * where the stored result has a standard deviation of it, {@value #DEVIATIONS} of them are allowed
 * on top. Times may always differ.
 *
 * @param differences what is not the same, in words; the first ones of many
 * @param sentence the result in one line
 */
record CellComparison(List<String> differences, String sentence) {

  /** Relative, of values from two kinds of machines. */
  static final double TOLERANCE = 0.05;

  /** Standard deviations of a value over its draws, of values from two kinds of machines. */
  static final double DEVIATIONS = 2;

  private static final int MOST_SHOWN = 3;

  CellComparison {
    differences = List.copyOf(differences);
  }

  boolean isSame() {
    return differences.isEmpty();
  }

  static CellComparison of(CellRecord before, CellRecord now) {
    boolean samePlatform = before.platform().equals(now.platform());
    double tolerance = samePlatform ? 0 : TOLERANCE;
    if (before.outcome().status() != now.outcome().status()) {
      String difference = "status was %s, is %s".formatted(text(before), text(now));
      return new CellComparison(List.of(difference), "differs: " + difference);
    }
    Map<String, Double> values = values(before);
    Map<String, Double> curve = samePlatform ? curve(before) : Map.of();
    List<String> differences = new ArrayList<>(differences(values, values(now), tolerance));
    int differentValues = differences.size();
    differences.addAll(differences(curve, samePlatform ? curve(now) : Map.of(), tolerance));
    String how =
        samePlatform
            ? "bit for bit"
            : "within %s, made on another machine (%s)".formatted(TOLERANCE, before.platform());
    if (differences.isEmpty()) {
      return new CellComparison(
          differences,
          "the same %s: %s, %d values and %d points of the curve"
              .formatted(how, before.outcome().status().text(), values.size(), curve.size()));
    }
    String first =
        String.join("; ", differences.subList(0, Math.min(MOST_SHOWN, differences.size())));
    return new CellComparison(
        differences,
        "differs in %d of %d values and %d of %d points of the curve, not the same %s: %s%s"
            .formatted(
                differentValues,
                values.size(),
                differences.size() - differentValues,
                curve.size(),
                how,
                first,
                differences.size() > MOST_SHOWN ? "; ..." : ""));
  }

  private static String text(CellRecord record) {
    String message = record.outcome().message();
    return record.outcome().status().text() + (message.isEmpty() ? "" : " (" + message + ")");
  }

  private static Map<String, Double> values(CellRecord record) {
    Map<String, Double> found = new LinkedHashMap<>();
    for (Measurement value : record.outcome().measurements()) {
      if (!value.unit().equals("seconds")) {
        found.put(value.metric(), value.value());
      }
    }
    return found;
  }

  private static Map<String, Double> curve(CellRecord record) {
    Map<String, Double> found = new LinkedHashMap<>();
    for (Point point : record.curve()) {
      // A point has no unit; solvers name what they record of time in this way.
      if (!point.metric().endsWith("_seconds")) {
        found.put(
            "%s at step %d, %d samples"
                .formatted(point.metric(), point.step(), point.samplesSeen()),
            point.value());
      }
    }
    return found;
  }

  private static List<String> differences(
      Map<String, Double> before, Map<String, Double> now, double tolerance) {
    TreeSet<String> onlyNow = new TreeSet<>(now.keySet());
    onlyNow.removeAll(before.keySet());
    List<String> found = new ArrayList<>();
    before.forEach(
        (name, was) -> {
          Double is = now.get(name);
          if (is == null) {
            found.add(name + " was " + was + ", is not there");
          } else if (!agree(was, is, tolerance, tolerance == 0 ? 0 : spread(name, before))) {
            found.add(
                String.format(
                    Locale.ROOT,
                    "%s was %s, is %s (%.1e relative)",
                    name,
                    was,
                    is,
                    Math.abs(was - is) / Math.max(Math.abs(was), Math.abs(is))));
          }
        });
    onlyNow.forEach(name -> found.add(name + " was not there, is " + now.get(name)));
    return found;
  }

  private static double spread(String name, Map<String, Double> values) {
    return DEVIATIONS * values.getOrDefault(name + "_sd", 0.0);
  }

  private static boolean agree(double was, double is, double tolerance, double spread) {
    return Double.compare(was, is) == 0
        || Math.abs(was - is) <= tolerance * Math.max(Math.abs(was), Math.abs(is)) + spread;
  }
}
