package io.otbench.reports.published;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * All published values of this module.
 *
 * @param tables in the order of the list of papers
 */
public record PublishedValues(List<PublishedTable> tables) {
  public PublishedValues {
    tables = List.copyOf(tables);
  }

  /** Reads the files that come with this module. */
  public static PublishedValues load() {
    Map<String, Difference> differences =
        PublishedFile.read("differences.csv").stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("key"), row -> new Difference(leaves(row), row.get("text"))));
    return new PublishedValues(
        PublishedFile.read("papers.csv").stream()
            .flatMap(paper -> tables(paper, differences))
            .toList());
  }

  /** The numbers that can be held against ours, in the order of the files. */
  public List<PublishedValue> all() {
    return tables.stream()
        .flatMap(table -> table.rows().stream())
        .filter(PublishedValue::isComparable)
        .toList();
  }

  /** The benchmarks that anything is published for, in the order of the files. */
  public List<String> benchmarks() {
    return tables.stream().map(PublishedTable::benchmark).distinct().toList();
  }

  /**
   * What the paper of a solver's method prints for a problem, where it can be held against ours.
   */
  public Optional<PublishedValue> of(String problem, String solver, String metric) {
    return tables.stream()
        .flatMap(table -> table.rows().stream())
        .filter(value -> value.problem().equals(problem))
        .filter(value -> value.solver().equals(Optional.of(solver)))
        .filter(value -> value.metric().equals(metric))
        .filter(PublishedValue::isComparable)
        .findFirst();
  }

  /** What papers print of a metric of a problem; numbers that could not be read are empty. */
  public List<PublishedValue> about(String problem, String metric) {
    return tables.stream()
        .flatMap(table -> table.rows().stream())
        .filter(value -> value.problem().equals(problem))
        .filter(value -> value.metric().equals(metric))
        .toList();
  }

  private static Difference.Leaves leaves(CSVRecord row) {
    return Difference.Leaves.valueOf(row.get("leaves").toUpperCase(Locale.ROOT));
  }

  private static Stream<PublishedTable> tables(CSVRecord row, Map<String, Difference> differences) {
    Paper paper = new Paper(row.get("title"), row.get("citation"), row.get("access"));
    Map<String, List<PublishedValue>> byTable =
        PublishedFile.read(row.get("file")).stream()
            .map(line -> value(line, paper, differences))
            .collect(
                Collectors.groupingBy(
                    PublishedValue::table, LinkedHashMap::new, Collectors.toList()));
    return byTable.entrySet().stream()
        .map(table -> new PublishedTable(paper, table.getKey(), table.getValue()));
  }

  private static PublishedValue value(
      CSVRecord row, Paper paper, Map<String, Difference> differences) {
    return new PublishedValue(
        row.get("benchmark"),
        row.get("problem"),
        Integer.parseInt(row.get("dim")),
        row.get("method"),
        Optional.of(row.get("solver")).filter(solver -> !solver.isEmpty()),
        row.get("metric"),
        Optional.of(row.get("value")).filter(text -> !text.isEmpty()).map(BigDecimal::new),
        row.get("qualifier"),
        row.get("direction"),
        paper,
        row.get("table"),
        Arrays.stream(row.get("differences").split(" ", -1))
            .filter(key -> !key.isEmpty())
            .map(key -> difference(key, differences))
            .toList());
  }

  private static Difference difference(String key, Map<String, Difference> differences) {
    return Optional.ofNullable(differences.get(key))
        .orElseThrow(
            () -> new IllegalStateException("differences.csv must have the key '" + key + "'"));
  }
}
