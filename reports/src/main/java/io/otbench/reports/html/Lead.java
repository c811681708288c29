package io.otbench.reports.html;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Holm;
import io.otbench.reports.statistics.PairedScores;
import io.otbench.reports.statistics.SolverOrder;
import io.otbench.reports.statistics.Verdict;
import io.otbench.reports.statistics.Verdicts;
import io.otbench.reports.tables.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The trained solver with the lowest mean of a metric on a problem, and whether the seeds support
 * that it is the best: Wilcoxon's signed-rank test over the seeds it shares with each other trained
 * solver, in its favour; see {@link Verdicts}.
 *
 * <p>It must beat every rival, so the largest p-value of its rivals is that of the problem, and
 * needs no correction over them: a false winner is likeliest where two solvers are equally good and
 * all others worse, and then both of them have the chance of a one-sided test. Over the problems of
 * a page Holm's correction holds, see {@link #corrected}.
 *
 * @param tied labels of the solvers whose mean has the same digits, the best included
 * @param contested whether any other trained solver has numbers
 * @param shared most seeds that it shares with a rival
 * @param pValue that of the problem; 1 where too few seeds are shared
 * @param doubt why it is no winner; empty if it is one
 */
record Lead(
    CellGroup best,
    String metric,
    List<String> tied,
    boolean contested,
    int shared,
    double pValue,
    Optional<String> doubt) {
  /**
   * The lead on a problem, as if it were the only one of the page.
   *
   * @param groups all groups of the problem; those of reference solvers take no part
   * @return none if no trained solver has the metric
   */
  static Optional<Lead> of(List<CellGroup> groups, String metric) {
    List<CellGroup> trained =
        groups.stream()
            .filter(group -> !SolverOrder.isReference(group.solver()))
            .filter(group -> group.has(metric))
            .sorted(Comparator.comparingDouble(group -> mean(group, metric)))
            .toList();
    if (trained.isEmpty()) {
      return Optional.empty();
    }
    CellGroup best = trained.get(0);
    List<CellGroup> others = trained.subList(1, trained.size());
    List<PairedScores> pairs =
        others.stream()
            .map(other -> PairedScores.ofSeeds(bySeed(best, metric), bySeed(other, metric)))
            .toList();
    int shared = pairs.stream().mapToInt(PairedScores::n).max().orElse(0);
    boolean enough = shared >= Verdicts.leastPairs(1);
    return Optional.of(
        new Lead(
            best,
            metric,
            trained.stream()
                .filter(it -> digits(it, metric).equals(digits(best, metric)))
                .map(CellGroup::label)
                .toList(),
            !others.isEmpty(),
            shared,
            enough ? pairs.stream().mapToDouble(PairedScores::pValue).max().orElse(1) : 1,
            doubt(best, others, pairs, enough)));
  }

  private static Optional<String> doubt(
      CellGroup best, List<CellGroup> others, List<PairedScores> pairs, boolean enough) {
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
    if (pairs.stream().allMatch(it -> it.n() < 2)) {
      return Optional.of("one seed tells nothing about variation");
    }
    if (!enough) {
      return Optional.empty();
    }
    List<String> notBeaten =
        IntStream.range(0, others.size())
            .filter(i -> !(Verdicts.of(List.of(pairs.get(i))).get(0) instanceof Verdict.Better))
            .mapToObj(i -> others.get(i).label())
            .toList();
    return notBeaten.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the seeds do not tell %s, the lowest, from %s"
                .formatted(best.label(), Few.of(notBeaten)));
  }

  /**
   * The leads of a page, with Holm's correction over its problems: the chance that any winner is
   * false stays below {@link Verdicts#LEVEL}.
   */
  static List<Lead> corrected(List<Lead> leads) {
    double[] pValues = leads.stream().filter(Lead::contested).mapToDouble(Lead::pValue).toArray();
    double[] adjusted = Holm.adjust(pValues);
    List<Lead> corrected = new ArrayList<>();
    int next = 0;
    for (Lead lead : leads) {
      double pValue = lead.contested ? adjusted[next++] : 1;
      corrected.add(
          lead.doubt.isPresent() || pValue <= Verdicts.LEVEL
              ? lead
              : lead.doubted(pValue, pValues.length));
    }
    return corrected;
  }

  private Lead doubted(double adjusted, int problems) {
    int needed = Verdicts.leastPairs(problems);
    String family = problems == 1 ? "a test" : "a test on each of %d problems".formatted(problems);
    return new Lead(
        best,
        metric,
        tied,
        contested,
        shared,
        pValue,
        Optional.of(
            shared < needed
                ? "%d shared seeds are too few, %s needs %d".formatted(shared, family, needed)
                : String.format(
                    Locale.ROOT,
                    "p = %.2g after Holm's correction over %d problems",
                    adjusted,
                    problems)));
  }

  private static double mean(CellGroup group, String metric) {
    return Arrays.stream(group.values(metric)).average().orElseThrow();
  }

  private static String digits(CellGroup group, String metric) {
    return Numbers.text(mean(group, metric));
  }

  private static Map<Long, Double> bySeed(CellGroup group, String metric) {
    return group.rows().stream()
        .filter(row -> row.metric().equals(metric) && row.value().isPresent())
        .collect(
            Collectors.toMap(
                ResultRow::seed, row -> row.value().getAsDouble(), (first, second) -> first));
  }
}
