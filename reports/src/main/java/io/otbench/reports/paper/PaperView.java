package io.otbench.reports.paper;

import io.otbench.reports.published.PublishedTable;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.statistics.Verdict;
import io.otbench.reports.statistics.Verdicts;
import io.otbench.reports.tables.Comparison;
import io.otbench.reports.tables.Grid;
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
 * @param protocol how ours were made; none if that was not asked for
 * @param missing says that the run is not whole; none if it is
 * @param footnotes what lines refer to; the first has number 1
 * @param lost sentences about published tables of which no number is known
 */
public record PaperView(
    String benchmark,
    List<String> runs,
    List<PaperTable> tables,
    Optional<Grid> protocol,
    Optional<String> missing,
    List<String> footnotes,
    List<String> lost) {

  /** How the columns of ours are to be read. */
  private static final String LEGEND =
      "Ours are means over n seeds with their 95 % bootstrap interval, of two to five seeds their"
          + " range, which holds the true mean in 50, 75, 88 and 94 % of cases; ratio is ours divided by the paper's;"
          + " lower is better. Same: the interval of the ratio and that of our mean over the"
          + " printed number lie within a factor of "
          + Verdicts.SAME_RATIO
          + ". Better and worse: Wilcoxon's signed-rank test of ours against the printed number"
          + " rejects, with Holm's correction over the table at a level of "
          + Verdicts.LEVEL
          + "; and both intervals leave out no difference: the bootstrap interval of the geometric"
          + " mean of the ratios, and that of the arithmetic mean, made as wide as the log-normal"
          + " interval of it (Cox's), for print is a mean and few seeds show no tail. The"
          + " number stands for all that round to it, but no spread of it is printed, so it"
          + " has none here. Fewer than "
          + Verdicts.leastPairs(1)
          + " seeds cannot tell, and a table of several rows needs more. Sizes and costs are no"
          + " scores and are not judged.";

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
            new PaperTable(table.paper(), table.name(), lines(table, groups, footnotes)));
      }
    }
    return new PaperView(
        benchmark,
        own.stream().map(ResultRow::run).distinct().toList(),
        withNumbers,
        Optional.empty(),
        Optional.empty(),
        List.copyOf(footnotes),
        tables.stream().filter(table -> !table.hasNumbers()).map(PaperView::lost).toList());
  }

  /** The same view with how those of ours were made that stand in it. */
  public PaperView with(OurProtocol how) {
    List<CellGroup> groups =
        tables.stream()
            .flatMap(table -> table.lines().stream())
            .flatMap(line -> line.ours().stream())
            .map(Comparison::group)
            .distinct()
            .toList();
    Optional<Grid> grid = groups.isEmpty() ? Optional.empty() : Optional.of(how.grid(groups));
    return new PaperView(benchmark, runs, tables, grid, missing, footnotes, lost);
  }

  /** The same view with a sentence on what is missing of the run. */
  public PaperView withMissing(Optional<String> sentence) {
    return new PaperView(benchmark, runs, tables, protocol, sentence, footnotes, lost);
  }

  /** What is missing, and how the columns of ours are to be read. */
  public String legend() {
    return missing.map(sentence -> sentence + " ").orElse("") + LEGEND;
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

  private static List<PaperLine> lines(
      PublishedTable table, List<CellGroup> groups, Set<String> footnotes) {
    List<PublishedRow> rows =
        table.rows().stream().flatMap(value -> PublishedRow.of(value, groups).stream()).toList();
    List<Verdict> verdicts = PublishedRow.judge(rows);
    List<PaperLine> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(rows.get(i), verdicts.get(i), footnotes));
    }
    return lines;
  }

  private static PaperLine line(PublishedRow row, Verdict verdict, Set<String> footnotes) {
    Set<String> texts = new LinkedHashSet<>();
    row.published().differences().forEach(difference -> texts.add(difference.text()));
    if (!verdict.reason().isEmpty()) {
      texts.add(verdict.reason());
    }
    texts.addAll(row.cautions());
    footnotes.addAll(texts);
    List<String> numbered = List.copyOf(footnotes);
    return new PaperLine(
        row.published(),
        row.comparison(),
        verdict,
        texts.stream().map(text -> numbered.indexOf(text) + 1).sorted().toList());
  }
}
