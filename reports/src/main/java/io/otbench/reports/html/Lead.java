package io.otbench.reports.html;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.PairedScores;
import io.otbench.reports.statistics.SolverOrder;
import io.otbench.reports.statistics.Verdict;
import io.otbench.reports.statistics.Verdicts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The trained solver with the lowest mean of a metric on a problem, and whether the seeds support
 * that it is the best: Wilcoxon's signed-rank test over the seeds it shares with each other trained
 * solver, with Holm's correction, and in its favour; see {@link Verdicts}.
 *
 * @param doubt why it is no winner; empty if it is one
 */
record Lead(CellGroup best, String metric, Optional<String> doubt) {
  /**
   * The lead on a problem.
   *
   * @param groups all groups of the problem; those of reference solvers take no part
   * @return none if no trained solver has the metric
   */
  static Optional<Lead> of(List<CellGroup> groups, String metric) {
    List<CellGroup> trained =
        groups.stream()
            .filter(group -> !SolverOrder.isReference(group.solver()))
            .filter(group -> group.estimate(metric).isPresent())
            .sorted(
                Comparator.comparingDouble(group -> group.estimate(metric).orElseThrow().mean()))
            .toList();
    if (trained.isEmpty()) {
      return Optional.empty();
    }
    CellGroup best = trained.get(0);
    return Optional.of(
        new Lead(best, metric, doubt(best, trained.subList(1, trained.size()), metric)));
  }

  private static Optional<String> doubt(CellGroup best, List<CellGroup> others, String metric) {
    if (!best.notOk().isEmpty()) {
      // Its mean is that of the seeds that went well.
      return Optional.of(
          "%s did not end well on all seeds (%s)"
              .formatted(
                  best.label(),
                  best.notOk().entrySet().stream()
                      .map(entry -> entry.getValue() + " " + entry.getKey().text())
                      .collect(Collectors.joining(", "))));
    }
    if (others.isEmpty()) {
      return Optional.of("no other trained solver has numbers");
    }
    List<PairedScores> pairs =
        others.stream()
            .map(other -> PairedScores.ofSeeds(bySeed(best, metric), bySeed(other, metric)))
            .toList();
    int shared = pairs.stream().mapToInt(PairedScores::n).max().orElse(0);
    if (shared < 2) {
      return Optional.of("one seed tells nothing about variation");
    }
    int needed = Verdicts.leastPairs(others.size());
    if (shared < needed) {
      return Optional.of(
          "%d shared seeds are too few, a test of %s needs %d"
              .formatted(
                  shared,
                  others.size() == 1 ? "one other solver" : others.size() + " other solvers",
                  needed));
    }
    List<Verdict> verdicts = Verdicts.of(pairs);
    String notBeaten =
        IntStream.range(0, others.size())
            .filter(i -> !(verdicts.get(i) instanceof Verdict.Better))
            .mapToObj(i -> others.get(i).label())
            .collect(Collectors.joining(", "));
    return notBeaten.isEmpty()
        ? Optional.empty()
        : Optional.of("the seeds do not tell it from " + notBeaten);
  }

  private static Map<Long, Double> bySeed(CellGroup group, String metric) {
    return group.rows().stream()
        .filter(row -> row.metric().equals(metric) && row.value().isPresent())
        .collect(
            Collectors.toMap(
                ResultRow::seed, row -> row.value().getAsDouble(), (first, second) -> first));
  }
}
