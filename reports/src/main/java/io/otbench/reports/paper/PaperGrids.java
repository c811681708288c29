package io.otbench.reports.paper;

import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.tables.Comparison;
import io.otbench.reports.tables.Grid;
import io.otbench.reports.tables.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a paper view as texts, the same in every format that people read. */
final class PaperGrids {

  private PaperGrids() {}

  static List<Grid> of(PaperView view) {
    return Stream.concat(view.tables().stream().map(PaperGrids::grid), view.protocol().stream())
        .toList();
  }

  private static Grid grid(PaperTable table) {
    boolean severalMetrics = table.metric().isEmpty();
    List<String> header = new ArrayList<>(List.of("method", "problem"));
    if (severalMetrics) {
      header.add("metric");
    }
    header.addAll(List.of("paper", "solver", "ours", "interval", "n", "ratio", "verdict", "notes"));
    String title =
        severalMetrics ? table.title() : table.title() + ": " + MetricNames.words(table.metric());
    return new Grid(
        title,
        header,
        table.lines().stream().map(line -> texts(line, severalMetrics)).toList(),
        List.of(source(table)));
  }

  private static String source(PaperTable table) {
    return "Published: " + table.paper().title() + ", " + table.paper().text() + ".";
  }

  private static List<String> texts(PaperLine line, boolean withMetric) {
    List<String> texts =
        new ArrayList<>(List.of(line.published().method(), line.published().problem()));
    if (withMetric) {
      texts.add(MetricNames.words(line.published().metric()));
    }
    String printed = line.published().text();
    texts.add(printed.isEmpty() ? "not recovered" : printed);
    texts.add(line.ours().map(ours -> ours.group().label()).orElse(""));
    texts.add(ours(line));
    texts.add(line.estimate().map(PaperGrids::interval).orElse(""));
    texts.add(line.estimate().map(ours -> String.valueOf(ours.n())).orElse(""));
    texts.add(line.ours().map(Comparison::ratioText).orElse(""));
    texts.add(line.verdict().text());
    texts.add(line.footnotes().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    return texts;
  }

  private static String ours(PaperLine line) {
    Optional<String> mean = line.estimate().map(ours -> Numbers.text(ours.mean()));
    String notOk = line.ours().map(Comparison::notOkText).orElse("");
    return Stream.of(mean.orElse(""), notOk)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** One seed has no interval. */
  private static String interval(Estimate ours) {
    return ours.n() == 1 ? "" : Numbers.text(ours.low()) + " to " + Numbers.text(ours.high());
  }
}
