package io.otbench.reports.html;

import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.SolverOrder;
import io.otbench.reports.statistics.TableScores;
import io.otbench.reports.tables.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How large the published models of tables are, beside ours of the same tables. */
final class PublishedModelTable {
  private static final String SIZE = "parameters";
  private static final String MMD = "mmd_";
  private static final String SUBSET = "-subset";
  private static final String NOT_RECOVERED = "not recovered";

  private PublishedModelTable() {}

  /** The table; none if the run has no tables that papers have models of. */
  static Optional<TextTable> of(List<TableScores> sets, PublishedValues published) {
    Set<String> benchmarks = sets.stream().map(TableScores::benchmark).collect(Collectors.toSet());
    List<PublishedValue> known =
        published.tables().stream()
            .flatMap(table -> table.rows().stream())
            .filter(value -> benchmarks.contains(value.benchmark()))
            .toList();
    List<PublishedValue> sizes =
        known.stream().filter(value -> value.metric().equals(SIZE)).toList();
    if (sizes.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> dims = new LinkedHashMap<>();
    sizes.stream()
        .sorted(Comparator.comparingInt(PublishedValue::dim))
        .forEach(value -> dims.putIfAbsent(value.problem(), value.dim()));
    List<String> header = new ArrayList<>(List.of("method"));
    dims.forEach((set, dim) -> header.add(set.toUpperCase(Locale.ROOT) + ", d = " + dim));
    header.add("MMD");
    List<List<String>> lines = new ArrayList<>();
    for (String method : sizes.stream().map(PublishedValue::method).distinct().toList()) {
      lines.add(published(method, dims.keySet(), known));
    }
    ours(sets, dims.keySet()).forEach((label, bySet) -> lines.add(line(label, dims, bySet)));
    List<String> notes = new ArrayList<>();
    notes.add(
        "Trainable parameters. Lines that begin with ours are solvers of this run, on the same set or a"
            + " subset of it; those without parameters are left out."
            + " The papers round theirs. MMD of the published models: the values of the papers could"
            + " not be recovered, so none is printed here.");
    sources(sizes)
        .forEach((source, methods) -> notes.add(String.join(", ", methods) + ": " + source + "."));
    return Optional.of(new TextTable("Published models", header, lines, notes));
  }

  private static List<String> published(
      String method, Set<String> sets, List<PublishedValue> known) {
    List<PublishedValue> own =
        known.stream().filter(value -> value.method().equals(method)).toList();
    List<String> line = new ArrayList<>(List.of(method));
    for (String set : sets) {
      line.add(
          own.stream()
              .filter(value -> value.metric().equals(SIZE) && value.problem().equals(set))
              .map(PublishedValue::text)
              .findFirst()
              .orElse(""));
    }
    line.add(
        own.stream()
            .filter(value -> value.metric().startsWith(MMD))
            .map(value -> value.printed().isEmpty() ? NOT_RECOVERED : value.text())
            .distinct()
            .collect(Collectors.joining(", ")));
    return line;
  }

  private static List<String> line(
      String label, Map<String, Integer> dims, Map<String, String> bySet) {
    List<String> line = new ArrayList<>(List.of("ours: " + label));
    dims.keySet().forEach(set -> line.add(bySet.getOrDefault(set, "")));
    line.add("see above");
    return line;
  }

  private static Map<String, Map<String, String>> ours(
      List<TableScores> sets, Set<String> published) {
    Map<String, Map<String, String>> lines = new LinkedHashMap<>();
    for (TableScores set : sets) {
      Optional<String> name =
          published.stream().filter(it -> plain(set.problem()).equals(it)).findFirst();
      for (CellGroup group : set.groups()) {
        if (name.isPresent() && !SolverOrder.isReference(group.solver())) {
          group
              .cost(ResultRow::parameters)
              .filter(cost -> cost.mean() > 0)
              .ifPresent(
                  cost ->
                      lines
                          .computeIfAbsent(group.label(), label -> new LinkedHashMap<>())
                          .put(name.get(), Numbers.count(cost.mean())));
        }
      }
    }
    return lines;
  }

  private static String plain(String set) {
    String lower = set.toLowerCase(Locale.ROOT);
    return lower.endsWith(SUBSET) ? lower.substring(0, lower.length() - SUBSET.length()) : lower;
  }

  private static Map<String, Set<String>> sources(List<PublishedValue> sizes) {
    Map<String, Set<String>> sources = new LinkedHashMap<>();
    sizes.forEach(
        size ->
            sources
                .computeIfAbsent(size.source(), source -> new LinkedHashSet<>())
                .add(size.method()));
    return sources;
  }
}
