package io.otbench.benchmarks.run;

import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.TableSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns by which a user wants to see the rows of tables.
 *
 * @param columns two for one picture per table or four for two; empty for principal axes. Tables
 *     that have not all of them are seen along their principal axes
 */
public record TableAxes(List<String> columns) {

  /** The user says nothing. */
  public static final TableAxes PRINCIPAL = new TableAxes(List.of());

  /**
   * Copies the list.
   *
   * @throws UsageException when the columns do not make pairs
   */
  public TableAxes {
    columns = List.copyOf(columns);
    if (!List.of(0, 2, 4).contains(columns.size())) {
      throw new UsageException(
          "--axes must name 2 or 4 columns but names " + columns.size() + ": " + columns);
    }
  }

  /**
   * Refuses columns that no table of a plan has.
   *
   * @throws UsageException when there is no such column
   */
  public void check(RunPlan plan) {
    if (!columns.isEmpty()) {
      check(
          plan.cells().stream()
              .map(cell -> cell.problem())
              .distinct()
              .map(plan.benchmark()::columns)
              .filter(names -> !names.isEmpty())
              .toList(),
          "benchmark '%s'".formatted(plan.benchmark().name()));
    }
  }

  /**
   * Refuses columns that no table of a finished run has.
   *
   * @throws UsageException when there is no such column or the folder holds no run
   */
  public void check(Path runFolder) {
    if (!columns.isEmpty()) {
      try {
        TableSamples samples =
            TableSamples.read(RunFolder.existing(runFolder), Results.read(runFolder));
        check(
            samples.byCell().values().stream()
                .map(sample -> sample.test().columns())
                .distinct()
                .toList(),
            "run folder " + runFolder);
      } catch (IllegalArgumentException e) {
        throw new UsageException(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new UsageException("run folder %s cannot be read: %s".formatted(runFolder, e));
      }
    }
  }

  private void check(Collection<List<String>> tables, String where) {
    if (tables.isEmpty()) {
      throw new UsageException("--axes names columns of a table but %s has none".formatted(where));
    }
    Set<String> known = new TreeSet<>();
    tables.forEach(known::addAll);
    for (String column : columns) {
      if (!known.contains(column)) {
        throw new UsageException(NearestName.message("column", column, "in --axes", known));
      }
    }
    if (tables.stream().noneMatch(names -> names.containsAll(columns))) {
      throw new UsageException(
          "--axes must name columns of one table but no table has all of "
              + String.join(", ", columns));
    }
  }
}
