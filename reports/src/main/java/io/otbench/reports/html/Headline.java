package io.otbench.reports.html;

import static io.otbench.reports.statistics.MetricNames.MMD;
import static io.otbench.reports.statistics.MetricNames.RELATIVE_ERROR;
import static io.otbench.reports.statistics.MetricNames.TARGET_ERROR;
import static io.otbench.reports.statistics.MetricNames.UVP_FORWARD;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.statistics.SolverOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who wins at what, in a few sentences above all others. */
final class Headline {
  private static final List<String> ACCURACY =
      List.of(UVP_FORWARD, RELATIVE_ERROR, TARGET_ERROR, MMD);

  private Headline() {}

  static List<String> of(List<CellGroup> groups) {
    Collection<List<CellGroup>> problems =
        groups.stream()
            .collect(
                Collectors.groupingBy(
                    group -> List.of(group.benchmark(), group.problem()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values();
    List<Lead> leads =
        Lead.corrected(problems.stream().flatMap(problem -> lead(problem).stream()).toList());
    if (leads.isEmpty()) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>(winners(leads));
    sentences.addAll(doubts(leads));
    sentences.add("Lowest mean " + lowest(leads) + ".");
    sentences.add(
        "Shortest training: "
            + cheapest(problems, ResultRow::trainSeconds)
            + "; least memory: "
            + cheapest(problems, ResultRow::peakRssMib)
            + " (means of trained solvers, not tested).");
    return sentences;
  }

  private static Optional<Lead> lead(List<CellGroup> problem) {
    List<CellGroup> trained =
        problem.stream().filter(group -> !SolverOrder.isReference(group.solver())).toList();
    return MetricNames.firstOf(ACCURACY, trained).flatMap(metric -> Lead.of(problem, metric));
  }

  private static List<String> winners(List<Lead> leads) {
    Map<String, List<Lead>> bySolver =
        leads.stream()
            .filter(lead -> lead.doubt().isEmpty())
            .collect(
                Collectors.groupingBy(
                    lead -> lead.best().label(), LinkedHashMap::new, Collectors.toList()));
    return bySolver.entrySet().stream()
        .map(
            entry ->
                "%s wins on %s of %d: lower than every other trained solver over the shared seeds (Wilcoxon's signed-rank test, Holm's correction over all problems of the page, so that any winner here is false in at most 5 %% of such pages) at %s."
                    .formatted(
                        entry.getKey(),
                        problems(entry.getValue().size()),
                        leads.size(),
                        Few.of(
                            entry.getValue().stream()
                                .map(
                                    lead ->
                                        MetricNames.words(lead.metric())
                                            + " on "
                                            + lead.best().problem())
                                .toList())))
        .toList();
  }

  private static List<String> doubts(List<Lead> leads) {
    Map<String, List<String>> byDoubt = new LinkedHashMap<>();
    for (Lead lead : leads) {
      lead.doubt()
          .ifPresent(
              doubt ->
                  byDoubt
                      .computeIfAbsent(doubt, it -> new ArrayList<>())
                      .add(lead.best().problem()));
    }
    return byDoubt.entrySet().stream()
        .map(
            entry ->
                "No winner can be named on %s: %s."
                    .formatted(
                        entry.getValue().size() == leads.size() && leads.size() > 1
                            ? "any problem"
                            : Few.of(entry.getValue()),
                        entry.getKey()))
        .toList();
  }

  /** Errors of different metrics are not counted together. */
  private static String lowest(List<Lead> leads) {
    return leads.stream()
        .collect(Collectors.groupingBy(Lead::metric, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            entry ->
                MetricNames.words(entry.getKey())
                    + ": "
                    + counts(
                        entry.getValue().stream().map(lead -> together(lead.tied())),
                        entry.getValue().size()))
        .collect(Collectors.joining("; "));
  }

  private static String together(List<String> labels) {
    return labels.size() == 1
        ? labels.get(0)
        : "%s and %s (tied)"
            .formatted(
                String.join(", ", labels.subList(0, labels.size() - 1)),
                labels.get(labels.size() - 1));
  }

  private static String cheapest(
      Collection<List<CellGroup>> problems, ToDoubleFunction<ResultRow> number) {
    List<String> cheapest =
        problems.stream()
            .map(
                problem ->
                    problem.stream()
                        .filter(group -> !SolverOrder.isReference(group.solver()))
                        .filter(group -> group.costs(number).length > 0)
                        .collect(
                            Collectors.groupingBy(
                                group -> Arrays.stream(group.costs(number)).average().orElseThrow(),
                                TreeMap::new,
                                Collectors.mapping(CellGroup::label, Collectors.toList()))))
            .filter(byMean -> !byMean.isEmpty())
            .map(byMean -> together(byMean.firstEntry().getValue()))
            .toList();
    return counts(cheapest.stream(), cheapest.size());
  }

  /** {@code otp on 2 of 3 problems, implicit on 1}. */
  private static String counts(Stream<String> labels, int all) {
    Map<String, Long> counts =
        labels.collect(
            Collectors.groupingBy(label -> label, LinkedHashMap::new, Collectors.counting()));
    List<Map.Entry<String, Long>> sorted =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Long> entry : sorted) {
      parts.add(
          parts.isEmpty()
              ? "%s on %d of %s".formatted(entry.getKey(), entry.getValue(), problems(all))
              : "%s on %d".formatted(entry.getKey(), entry.getValue()));
    }
    return String.join(", ", parts);
  }

  private static String problems(int number) {
    return number + (number == 1 ? " problem" : " problems");
  }
}
