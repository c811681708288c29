package io.otbench.reports.charts;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.TableRows;
import io.otbench.reports.results.TableSample;
import io.otbench.reports.results.TableSamples;
import io.otbench.reports.statistics.CellGroup;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rows that stand for the groups of a table in pictures: those of the lowest seed that has
 * some.
 *
 * @param groups all groups of the table
 * @param byGroup the rows of those that have kept some, with the test rows that they are compared
 *     with
 */
record ShownRows(List<CellGroup> groups, Map<CellGroup, Shown> byGroup) {

  /** The rows of one cell. */
  record Shown(long seed, TableSample sample) {}

  /** The rows of the groups of one table; none if no cell has kept rows. */
  static Optional<ShownRows> of(List<CellGroup> groups, TableSamples samples) {
    Map<CellGroup, Shown> byGroup = new LinkedHashMap<>();
    for (CellGroup group : groups) {
      group.rows().stream()
          .map(ResultRow::key)
          .distinct()
          .sorted(Comparator.comparing(CellKey::seed))
          .flatMap(cell -> samples.of(cell).map(sample -> new Shown(cell.seed(), sample)).stream())
          .findFirst()
          .ifPresent(shown -> byGroup.put(group, shown));
    }
    return byGroup.isEmpty() ? Optional.empty() : Optional.of(new ShownRows(groups, byGroup));
  }

  /** The test rows of the first group, which axes and ranges are made from. */
  TableRows test() {
    return byGroup.values().iterator().next().sample().test();
  }

  /**
   * The rows of a group; none if it has none or if they are on another scale than {@link #test}.
   */
  Optional<TableRows> generated(CellGroup group) {
    return Optional.ofNullable(byGroup.get(group))
        .map(Shown::sample)
        .filter(sample -> sample.test().equals(test()))
        .map(TableSample::generated);
  }

  /** The seeds that are shown, such as {@code 1} or {@code 1, 2}. */
  String seeds() {
    return byGroup.values().stream()
        .map(Shown::seed)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }
}
