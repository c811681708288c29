package io.otbench.reports.regression;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One number of a place over the seeds of two runs; less is better.
 *
 * @param metric name of the metric or of the column of results.csv
 * @param baseline value of each seed of the earlier run, at least one
 * @param candidate value of each seed of the later run, at least one
 * @param unit size by which a change is small or large where a ratio does not say it: for accuracy
 *     what a solver scores that does nothing, 0 if that is not known
 */
record Series(
    Place place,
    String metric,
    Measure measure,
    SortedMap<Long, Double> baseline,
    SortedMap<Long, Double> candidate,
    double unit) {

  /** Whether the seeds that both runs have, at least one, have the same values bit for bit. */
  boolean isIdentical() {
    Map<Long, Double> shared = new TreeMap<>(baseline);
    shared.keySet().retainAll(candidate.keySet());
    return !shared.isEmpty()
        && shared.entrySet().stream()
            .allMatch(it -> it.getValue().equals(candidate.get(it.getKey())));
  }

  /** Number of seeds that both runs have. */
  int shared() {
    return (int) baseline.keySet().stream().filter(candidate::containsKey).count();
  }

  /** Whether all values are above 0, so that ratios mean something. */
  boolean isPositive() {
    return Stream.of(baseline, candidate)
        .flatMap(run -> run.values().stream())
        .allMatch(it -> it > 0);
  }

  double[] baselineValues() {
    return values(baseline);
  }

  double[] candidateValues() {
    return values(candidate);
  }

  private static double[] values(Map<Long, Double> run) {
    return run.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Values on the scale on which they are compared: logarithms if all are positive. */
  double[] scaled(double[] values) {
    return isPositive() ? Arrays.stream(values).map(Math::log).toArray() : values;
  }

  /** The middle of a run's values: their geometric mean if all are positive, else their mean. */
  double centre(double[] values) {
    double mean = DoubleStream.of(scaled(values)).average().orElseThrow();
    return isPositive() ? Math.exp(mean) : mean;
  }
}
