package io.otbench.reports.html;

import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.statistics.CellGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What papers print for the problems of a run, of all methods: a line per method. */
final class PublishedMethods {
  private static final String METRIC = "uvp_forward";

  private PublishedMethods() {}

  static Optional<TextTable> of(List<CellGroup> groups, PublishedValues published) {
    Set<String> problems = groups.stream().map(CellGroup::problem).collect(Collectors.toSet());
    List<PublishedValue> values =
        published.all().stream()
            .filter(value -> value.metric().equals(METRIC))
            .filter(value -> problems.contains(value.problem()))
            .toList();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> dims = values.stream().map(PublishedValue::dim).distinct().sorted().toList();
    Map<String, Map<Integer, String>> methods = new LinkedHashMap<>();
    Map<String, Set<String>> sources = new LinkedHashMap<>();
    for (PublishedValue value : values) {
      methods
          .computeIfAbsent(value.method(), method -> new LinkedHashMap<>())
          .putIfAbsent(value.dim(), value.text());
      sources.computeIfAbsent(source(value), source -> new LinkedHashSet<>()).add(value.method());
    }
    List<String> header = new ArrayList<>(List.of("method"));
    dims.forEach(dim -> header.add("d=" + dim));
    List<List<String>> lines = new ArrayList<>();
    methods.forEach(
        (method, byDim) -> {
          List<String> line = new ArrayList<>(List.of(method));
          dims.forEach(dim -> line.add(byDim.getOrDefault(dim, "")));
          lines.add(line);
        });
    List<String> notes =
        sources.entrySet().stream()
            .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
            .toList();
    return Optional.of(
        new TextTable("Published UVP of all methods, percent", header, lines, notes));
  }

  private static String source(PublishedValue value) {
    return value.source()
        + "; direction: "
        + value.direction()
        + (value.note().isEmpty() ? "" : "; " + value.note())
        + ".";
  }
}
