package io.otbench.reports.published;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * All published values of this module.
 *
 * @param all in the order of the files
 */
public record PublishedValues(List<PublishedValue> all) {
  private static final List<String> FILES =
      List.of("gaussian-implicit-paper.csv", "gaussian-ncf-paper.csv", "gaussian-w2gn-page.csv");

  /** Reads the files that come with this module. */
  public static PublishedValues load() {
    return new PublishedValues(
        FILES.stream()
            .flatMap(name -> PublishedFile.read(name).stream())
            .map(PublishedValues::value)
            .toList());
  }

  /**
   * What the paper of a solver's method prints for a problem. Papers speak of the problems whose
   * name is the benchmark's and the dimension, such as {@code gaussian-8}.
   */
  public Optional<PublishedValue> of(String problem, String solver, String metric) {
    return all.stream()
        .filter(value -> value.problem().equals(problem))
        .filter(value -> value.solver().equals(Optional.of(solver)))
        .filter(value -> value.metric().equals(metric))
        .findFirst();
  }

  private static PublishedValue value(CSVRecord row) {
    return new PublishedValue(
        row.get("benchmark"),
        row.get("method"),
        Optional.of(row.get("solver")).filter(solver -> !solver.isEmpty()),
        Integer.parseInt(row.get("dim")),
        row.get("metric"),
        new BigDecimal(row.get("value")),
        row.get("qualifier"),
        row.get("direction"),
        row.get("source"),
        row.get("note"));
  }
}
