package io.otbench.reports.regression;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much worse an accuracy must get to be told from the noise of so many seeds, in words: who
 * reads that nothing got worse has to know what could not have been seen.
 */
final class Sensitivity {

  /** A larger factor is no information. */
  private static final double HOPELESS = 1000;

  private Sensitivity() {}

  /** A sentence per benchmark and metric that comes first on a problem. */
  static List<String> notes(List<Change> changes) {
    Map<String, Map<String, Double>> factors = new LinkedHashMap<>();
    Set<Place> seen = new HashSet<>();
    for (Change change : changes) {
      if (change.measure() == Measure.ACCURACY
          && change.countsFrom().isPresent()
          && seen.add(change.place())) {
        factors
            .computeIfAbsent(
                change.place().benchmark() + ", " + change.metric(), name -> new LinkedHashMap<>())
            .merge(change.place().solver(), change.countsFrom().getAsDouble(), Math::min);
      }
    }
    return factors.entrySet().stream()
        .map(entry -> sentence(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Of the problems of a solver the least noisy one. */
  private static String sentence(String what, Map<String, Double> solvers) {
    return solvers.entrySet().stream()
        .map(it -> it.getKey() + " " + factor(it.getValue()))
        .collect(
            Collectors.joining(", ", what + ": means are told from noise from a ratio of: ", "."));
  }

  private static String factor(double factor) {
    return factor > HOPELESS ? "none (too few seeds)" : String.format(Locale.ROOT, "%.3g", factor);
  }
}
