package io.otbench.reports.html;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.SolverOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * The trained solver with the lowest mean of a metric on a problem, and whether the seeds support
 * that it is the best: Wilcoxon's signed-rank test over the seeds it shares with each other trained
 * solver, with Holm's correction.
 *
 * @param doubt why it is no winner; empty if it is one
 */
record Lead(CellGroup best, String metric, Optional<String> doubt) {
  /** The chance of naming a winner that is none. */
  static final double LEVEL = 0.05;

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
    if (others.isEmpty()) {
      return Optional.of("no other trained solver has numbers");
    }
    List<Rival> rivals =
        others.stream()
            .map(other -> Rival.of(best, other, metric))
            .sorted(Comparator.comparingDouble(Rival::pValue))
            .toList();
    int shared = rivals.stream().mapToInt(Rival::seeds).max().orElse(0);
    if (shared < 2) {
      return Optional.of("one seed tells nothing about variation");
    }
    if (rivals.size() * leastPValue(shared) > LEVEL) {
      return Optional.of(
          "%d shared seeds are too few, a test of %s needs %d"
              .formatted(
                  shared,
                  rivals.size() == 1 ? "one other solver" : rivals.size() + " other solvers",
                  seedsNeeded(rivals.size())));
    }
    List<String> notBeaten = new ArrayList<>();
    boolean rejects = true;
    for (int i = 0; i < rivals.size(); i++) {
      // Holm: the first that is not rejected ends the list of those that are.
      rejects = rejects && rivals.get(i).pValue() * (rivals.size() - i) <= LEVEL;
      if (!rejects) {
        notBeaten.add(rivals.get(i).label());
      }
    }
    return notBeaten.isEmpty()
        ? Optional.empty()
        : Optional.of("the seeds do not tell it from " + String.join(", ", notBeaten));
  }

  /** The p-value of n pairs that all differ in one direction: no test can have a lower one. */
  private static double leastPValue(int n) {
    return Math.pow(2, 1 - n);
  }

  private static int seedsNeeded(int rivals) {
    int n = 2;
    while (rivals * leastPValue(n) > LEVEL) {
      n++;
    }
    return n;
  }

  /**
   * Another solver.
   *
   * @param seeds number of seeds that both have
   */
  private record Rival(String label, int seeds, double pValue) {
    static Rival of(CellGroup best, CellGroup other, String metric) {
      Map<Long, Double> ours = bySeed(best, metric);
      Map<Long, Double> theirs = bySeed(other, metric);
      List<Long> shared = ours.keySet().stream().filter(theirs::containsKey).toList();
      double[] differences =
          shared.stream()
              .mapToDouble(seed -> ours.getOrDefault(seed, 0.0) - theirs.getOrDefault(seed, 0.0))
              .filter(difference -> difference != 0)
              .toArray();
      double p =
          differences.length == 0
              ? 1
              : WilcoxonSignedRankTest.withDefaults().test(differences).getPValue();
      return new Rival(
          other.label(),
          shared.size(),
          // With ties the value is asymptotic and could be less than so few pairs can show.
          Math.max(p, leastPValue(Math.max(1, differences.length))));
    }

    private static Map<Long, Double> bySeed(CellGroup group, String metric) {
      return group.rows().stream()
          .filter(row -> row.metric().equals(metric) && row.value().isPresent())
          .collect(
              Collectors.toMap(
                  ResultRow::seed,
                  row -> row.value().getAsDouble(),
                  (first, second) -> first,
                  HashMap::new));
    }
  }
}
