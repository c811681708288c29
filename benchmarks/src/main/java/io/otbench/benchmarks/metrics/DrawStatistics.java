package io.otbench.benchmarks.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same metrics of several draws: their means and standard deviations. */
final class DrawStatistics {

  private final Map<String, List<Measurement>> draws = new LinkedHashMap<>();

  void add(List<Measurement> draw) {
    for (Measurement one : draw) {
      draws.computeIfAbsent(one.metric(), name -> new ArrayList<>()).add(one);
    }
  }

  /**
   * For every metric in the order of the first draw its mean, under its name and the suffix, and
   * its sample standard deviation over the draws, of which there must be two, under {@code _sd}
   * behind that.
   */
  List<Measurement> summary(String suffix) {
    List<Measurement> found = new ArrayList<>();
    draws.forEach(
        (metric, all) -> {
          String unit = all.get(0).unit();
          double mean = all.stream().mapToDouble(Measurement::value).sum() / all.size();
          double squares =
              all.stream().mapToDouble(one -> (one.value() - mean) * (one.value() - mean)).sum();
          double deviation = Math.sqrt(squares / (all.size() - 1));
          found.add(new Measurement(metric + suffix, mean, unit));
          found.add(new Measurement(metric + suffix + "_sd", deviation, unit));
        });
    return found;
  }
}
