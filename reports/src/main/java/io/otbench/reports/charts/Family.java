package io.otbench.reports.charts;

import io.otbench.reports.statistics.CellGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one figure shows: the groups of a benchmark whose problems differ only in dimension, or all
 * groups of a benchmark that lists different problems.
 */
record Family(String benchmark, String name, List<CellGroup> groups) {

  /** Problems that differ only in dimension are a family. */
  static List<Family> of(List<CellGroup> groups) {
    return by(groups, CellGroup::family);
  }

  /** All problems of a benchmark are a family, which has its name. */
  static List<Family> ofBenchmarks(List<CellGroup> groups) {
    return by(groups, CellGroup::benchmark);
  }

  private static List<Family> by(List<CellGroup> groups, Function<CellGroup, String> name) {
    Map<List<String>, List<CellGroup>> families =
        groups.stream()
            .collect(
                Collectors.groupingBy(
                    group -> List.of(group.benchmark(), name.apply(group)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return families.entrySet().stream()
        .map(entry -> new Family(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
        .toList();
  }

  /** The benchmark and, where it adds anything, the family. */
  String title() {
    return benchmark.equals(name) ? benchmark : benchmark + " / " + name;
  }

  List<Integer> dims() {
    return groups.stream().map(CellGroup::dim).distinct().sorted().toList();
  }

  /** The groups of each line or bar, in the order of solvers. */
  Map<String, List<CellGroup>> byLabel() {
    return by(CellGroup::label);
  }

  /** The groups of each solver, whatever its configuration. */
  Map<String, List<CellGroup>> bySolver() {
    return by(CellGroup::solver);
  }

  private Map<String, List<CellGroup>> by(Function<CellGroup, String> name) {
    return groups.stream()
        .sorted(CellGroup.BY_METHOD)
        .collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
  }
}
