package io.otbench.reports.paper;

import io.otbench.reports.published.Difference;
import io.otbench.reports.published.PublishedTable;
import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.tables.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that papers print for the problems of a benchmark, and ours beside it.
 *
 * @param runs names of the runs that ours are from
 * @param tables those of which any number is known
 * @param footnotes what lines refer to; the first has number 1
 * @param lost sentences about published tables of which no number is known
 */
public record PaperView(
    String benchmark,
    List<String> runs,
    List<PaperTable> tables,
    List<String> footnotes,
    List<String> lost) {

  /** How the columns of ours are to be read. */
  public static final String LEGEND =
      "Ours are means over n seeds with their 95 % interval; ratio is ours divided by the paper's;"
          + " lower is better. Same: within a factor of "
          + VerdictRule.FACTOR
          + ". Verdicts are t-tests of ours against the printed number, which is taken as exact up"
          + " to its last digit because no spread is printed; with fewer than "
          + VerdictRule.LEAST_SEEDS
          + " seeds there is none.";

  public PaperView {
    runs = List.copyOf(runs);
    tables = List.copyOf(tables);
    footnotes = List.copyOf(footnotes);
    lost = List.copyOf(lost);
  }

  /**
   * The view of a benchmark.
   *
   * @param rows rows of a run; those of other benchmarks are passed over
   */
  public static PaperView of(String benchmark, List<ResultRow> rows, PublishedValues published) {
    List<ResultRow> own = rows.stream().filter(row -> row.benchmark().equals(benchmark)).toList();
    List<CellGroup> groups = CellGroup.of(own);
    List<PublishedTable> tables =
        published.tables().stream().filter(table -> table.benchmark().equals(benchmark)).toList();
    Set<String> footnotes = new LinkedHashSet<>();
    List<PaperTable> withNumbers = new ArrayList<>();
    for (PublishedTable table : tables) {
      if (table.hasNumbers()) {
        withNumbers.add(
            new PaperTable(
                table.paper(),
                table.name(),
                table.rows().stream()
                    .flatMap(value -> lines(value, groups, footnotes).stream())
                    .toList()));
      }
    }
    return new PaperView(
        benchmark,
        own.stream().map(ResultRow::run).distinct().toList(),
        withNumbers,
        List.copyOf(footnotes),
        tables.stream().filter(table -> !table.hasNumbers()).map(PaperView::lost).toList());
  }

  /** The heading of the view. */
  public String heading() {
    return "Published and ours: %s (%s)".formatted(benchmark, String.join(", ", runs));
  }

  private static String lost(PublishedTable table) {
    return "%s, %s: %d %s about %s, without a known number."
        .formatted(
            table.paper().citation(),
            table.name(),
            table.rows().size(),
            table.rows().size() == 1 ? "cell" : "cells",
            table.rows().stream()
                .map(row -> MetricNames.words(row.metric()))
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  /** A line for each configuration of the solver, or one line that it was not run. */
  private static List<PaperLine> lines(
      PublishedValue published, List<CellGroup> groups, Set<String> footnotes) {
    List<CellGroup> matching =
        groups.stream()
            .filter(group -> group.problem().equals(published.problem()))
            .filter(group -> Optional.of(group.solver()).equals(published.solver()))
            .toList();
    if (matching.isEmpty()) {
      String reason =
          published.solver().isEmpty()
              ? "no solver of this suite reproduces this row"
              : "the run has no such cell";
      return List.of(
          line(published, Optional.empty(), new Finding(Verdict.NOT_RUN, reason), footnotes));
    }
    return matching.stream().map(group -> line(published, group, footnotes)).toList();
  }

  private static PaperLine line(PublishedValue published, CellGroup group, Set<String> footnotes) {
    double[] values = values(group, published.metric());
    Comparison ours =
        new Comparison(
            group,
            published.metric(),
            values.length == 0 ? Optional.empty() : Optional.of(Estimate.of(values)),
            Optional.of(published).filter(PublishedValue::isComparable),
            Optional.empty());
    Finding finding =
        values.length == 0
            ? new Finding(Verdict.CANNOT_TELL, "ours has no number")
            : VerdictRule.of(values, published);
    return line(published, Optional.of(ours), finding, footnotes);
  }

  private static PaperLine line(
      PublishedValue published, Optional<Comparison> ours, Finding finding, Set<String> footnotes) {
    List<String> texts =
        new ArrayList<>(published.differences().stream().map(Difference::text).toList());
    if (!finding.reason().isEmpty()) {
      texts.add(finding.reason());
    }
    footnotes.addAll(texts);
    List<String> numbered = List.copyOf(footnotes);
    return new PaperLine(
        published,
        ours,
        finding.verdict(),
        texts.stream().map(text -> numbered.indexOf(text) + 1).sorted().toList());
  }

  /** Costs are columns of every row of a cell, not metrics of their own. */
  private static double[] values(CellGroup group, String metric) {
    return switch (metric) {
      case "train_seconds" -> group.costs(ResultRow::trainSeconds);
      case "parameters" -> group.costs(ResultRow::parameters);
      default -> group.values(metric);
    };
  }
}
