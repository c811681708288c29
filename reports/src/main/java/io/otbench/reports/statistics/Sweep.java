package io.otbench.reports.statistics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells benchmarks that repeat a problem in several dimensions from lists of other problems. */
public final class Sweep {

  private Sweep() {}

  /**
   * The benchmarks that list different problems: the names of the problems do not end in their
   * dimension, or there is but one dimension and more than one problem.
   */
  public static Set<String> benchmarksWithout(List<CellGroup> groups) {
    Map<String, List<CellGroup>> benchmarks =
        groups.stream().collect(Collectors.groupingBy(CellGroup::benchmark));
    return benchmarks.entrySet().stream()
        .filter(entry -> isWithout(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean isWithout(List<CellGroup> groups) {
    long dims = groups.stream().map(CellGroup::dim).distinct().count();
    long families = groups.stream().map(CellGroup::family).distinct().count();
    boolean dimInName = groups.stream().anyMatch(group -> !group.family().equals(group.problem()));
    return !dimInName || (dims == 1 && families > 1);
  }
}
