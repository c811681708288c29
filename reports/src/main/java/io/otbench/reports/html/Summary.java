package io.otbench.reports.html;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.SolverOrder;
import io.otbench.reports.tables.Comparison;
import io.otbench.reports.tables.Numbers;
import io.otbench.reports.tables.SummaryTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The first sentences of a report, made from its numbers. */
final class Summary {

  private Summary() {}

  static List<String> of(List<ResultRow> rows, SummaryTable forward) {
    List<String> sentences = new ArrayList<>();
    sentences.add(cells(rows));
    Map<List<String>, List<Comparison>> problems =
        forward.comparisons().stream()
            .collect(
                Collectors.groupingBy(
                    c -> List.of(c.group().benchmark(), c.group().problem()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    problems.forEach((problem, comparisons) -> sentences.add(best(problem.get(1), comparisons)));
    return sentences;
  }

  private static String cells(List<ResultRow> rows) {
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

  private static String best(String problem, List<Comparison> comparisons) {
    Optional<Comparison> best =
        comparisons.stream()
            .filter(c -> c.ours().isPresent())
            .filter(c -> !SolverOrder.isReference(c.group().solver()))
            .min(Comparator.comparingDouble(c -> c.ours().orElseThrow().mean()));
    if (best.isEmpty()) {
      return problem + ": no solver other than the references has a forward UVP.";
    }
    Comparison c = best.get();
    StringBuilder sentence =
        new StringBuilder(
            "%s: %s has the lowest forward UVP of the trained solvers, %s %% (n = %d)"
                .formatted(
                    problem,
                    c.group().label(),
                    Numbers.text(c.ours().orElseThrow()),
                    c.ours().orElseThrow().n()));
    if (c.ratioToLinear().isPresent()) {
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
