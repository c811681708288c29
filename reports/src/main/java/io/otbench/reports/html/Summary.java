package io.otbench.reports.html;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.statistics.SolverOrder;
import io.otbench.reports.tables.Comparison;
import io.otbench.reports.tables.Numbers;
import io.otbench.reports.tables.SummaryTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The first sentences of a report, made from its numbers. */
final class Summary {

  private Summary() {}

  /**
   * The sentences: one on the cells, one each on cells and on curves that are missing, and one per
   * problem.
   *
   * @param tables a table per metric; a problem is judged by the first that has it
   */
  static List<String> of(Results results, List<SummaryTable> tables) {
    List<String> sentences = new ArrayList<>();
    sentences.add(cells(results.rows()));
    incomplete(results).ifPresent(sentences::add);
    cutCurves(results).ifPresent(sentences::add);
    Set<List<String>> judged = new HashSet<>();
    for (SummaryTable table : tables) {
      Map<List<String>, List<Comparison>> problems =
          table.comparisons().stream()
              .collect(
                  Collectors.groupingBy(
                      c -> List.of(c.group().benchmark(), c.group().problem()),
                      LinkedHashMap::new,
                      Collectors.toList()));
      problems.forEach(
          (problem, comparisons) -> {
            if (judged.add(problem)) {
              sentences.add(best(problem.get(1), table, comparisons));
            }
          });
    }
    return sentences;
  }

  /** A page may be drawn of a run that is still going; what is missing must be said. */
  private static Optional<String> incomplete(Results results) {
    return results
        .incomplete()
        .map(
            reason ->
                "Not every cell is in this page: the run is still going or was killed. %s."
                    .formatted(reason));
  }

  private static Optional<String> cutCurves(Results results) {
    return results.cutCurves().map("Not every curve in this page is whole: %s."::formatted);
  }

  private static String cells(List<ResultRow> rows) {
    if (rows.isEmpty()) {
      return "No cell of the run has finished yet.";
    }
    Map<CellKey, CellStatus> cells = new LinkedHashMap<>();
    rows.forEach(row -> cells.put(row.key(), row.status()));
    Map<CellStatus, Long> counts =
        cells.values().stream()
            .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
    long solvers = rows.stream().map(ResultRow::solver).distinct().count();
    long problems =
        rows.stream().map(row -> List.of(row.benchmark(), row.problem())).distinct().count();
    long seeds = rows.stream().map(ResultRow::seed).distinct().count();
    return "%s of %s on %s with %s: %s."
        .formatted(
            count(cells.size(), "cell"),
            count(solvers, "solver"),
            count(problems, "problem"),
            count(seeds, "seed"),
            counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().text())
                .collect(Collectors.joining(", ")));
  }

  private static String best(String problem, SummaryTable table, List<Comparison> comparisons) {
    String metric = MetricNames.words(table.metric());
    Optional<Comparison> best =
        comparisons.stream()
            .filter(c -> c.ours().isPresent())
            .filter(c -> !SolverOrder.isReference(c.group().solver()))
            .min(Comparator.comparingDouble(c -> c.ours().orElseThrow().mean()));
    if (best.isEmpty()) {
      return problem + ": no solver other than the references has a " + metric + ".";
    }
    Comparison c = best.get();
    StringBuilder sentence =
        new StringBuilder(
            "%s: %s has the lowest %s of the trained solvers, %s%s (n = %d)"
                .formatted(
                    problem,
                    c.group().label(),
                    metric,
                    Numbers.text(c.ours().orElseThrow()),
                    table.unit().equals("percent") ? " %" : "",
                    c.ours().orElseThrow().n()));
    if (c.floor().isPresent()) {
      sentence.append(", where the floor is ").append(Numbers.text(c.floor().get().mean()));
    } else if (c.ratioToLinear().isPresent()) {
      sentence
          .append(", ")
          .append(Numbers.ratio(c.ratioToLinear().getAsDouble()))
          .append(" times the linear reference");
    }
    if (c.published().isPresent()) {
      String value = c.published().get().text();
      sentence.append(
          c.ratio().isPresent()
              ? ", " + c.ratioText() + " times the published " + value
              : ", " + c.ratioText() + " (published " + value + ")");
    }
    return sentence.append('.').toString();
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
