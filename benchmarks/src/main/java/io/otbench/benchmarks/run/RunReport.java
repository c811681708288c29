package io.otbench.benchmarks.run;

import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.ReportWriter;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.tables.SummaryTable;
import java.awt.AWTError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The end of a run: the report in its folder, the table and the cells without numbers on the
 * terminal.
 */
public final class RunReport {

  private RunReport() {}

  /**
   * Draws the report of a run folder and prints its table and its path.
   *
   * @param axes by which rows of tables are seen
   * @throws UsageException when the folder does not hold a run
   * @throws RunFailedException when the report cannot be written
   */
  public static void write(Path runFolder, TableAxes axes, PrintStream out) {
    try {
      Results results = Results.read(runFolder);
      List<ResultRow> rows = results.rows();
      for (String benchmark : rows.stream().map(ResultRow::benchmark).distinct().toList()) {
        printTable(benchmark, rows, out);
      }
      printSkipped(rows, out);
      rows.stream()
          .filter(row -> row.status().isFailure())
          .forEach(
              row -> out.printf("%s: %s: %s%n", row.status().text(), cell(row), row.message()));
      // The table is there even where no picture can be drawn, for want of a font say.
      Path page = ReportWriter.write(runFolder, axes.columns());
      Stream.of(results.incomplete(), results.cutCurves())
          .flatMap(Optional::stream)
          .forEach(cut -> out.println("not all is in the report: " + cut));
      out.println("report: " + page.toAbsolutePath().normalize());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (LinkageError | AWTError | InternalError e) {
      throw new RunFailedException(
          "cannot draw the charts of %s: %s; the rows are kept, report --run draws them later"
              .formatted(runFolder, e),
          e);
    } catch (IOException e) {
      throw new RunFailedException("cannot write the report of %s: %s".formatted(runFolder, e), e);
    }
  }

  private static void printTable(String benchmark, List<ResultRow> rows, PrintStream out) {
    String headline = Registry.benchmarks().get(benchmark, "in results.csv").headlineMetric();
    List<ResultRow> own = rows.stream().filter(row -> row.benchmark().equals(benchmark)).toList();
    SummaryTable table = SummaryTable.of(own, headline, PublishedValues.load());
    if (!table.comparisons().isEmpty()) {
      out.printf("%n%s%n", table.toPlainText());
    }
  }

  /** One line for every problem and reason: skipping is not worth one for every cell. */
  private static void printSkipped(List<ResultRow> rows, PrintStream out) {
    Map<List<String>, Set<String>> solvers = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.status() == CellStatus.SKIPPED)
        .forEach(
            row ->
                solvers
                    .computeIfAbsent(List.of(row.problem(), row.message()), key -> new TreeSet<>())
                    .add(row.method()));
    solvers.forEach(
        (where, names) ->
            out.printf(
                "skipped: %s: %s: %s%n", where.get(0), String.join(", ", names), where.get(1)));
  }

  private static String cell(ResultRow row) {
    return "%s %s seed %d".formatted(row.problem(), row.method(), row.seed());
  }
}
