package io.otbench.reports.html;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.tables.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Everything that was measured: a table per problem with a line per solver. */
final class MetricTables {
  private static final List<Cost> COSTS =
      List.of(
          new Cost("training, s", ResultRow::trainSeconds, Numbers::text),
          new Cost("evaluation, s", ResultRow::evalSeconds, Numbers::text),
          new Cost("steps", ResultRow::steps, Numbers::count),
          new Cost("samples", ResultRow::samples, Numbers::count),
          new Cost("parameters", ResultRow::parameters, Numbers::count),
          new Cost("peak memory, MiB", ResultRow::peakRssMib, Numbers::text));

  private record Cost(
      String name, ToDoubleFunction<ResultRow> number, DoubleFunction<String> format) {}

  private MetricTables() {}

  static List<TextTable> of(List<CellGroup> groups) {
    return groups.stream()
        .collect(
            Collectors.groupingBy(
                group -> group.benchmark() + " / " + group.problem(),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> table(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static TextTable table(String title, List<CellGroup> groups) {
    Map<String, String> units = new LinkedHashMap<>();
    groups.stream()
        .flatMap(group -> group.rows().stream())
        .filter(row -> row.value().isPresent())
        .forEach(row -> units.putIfAbsent(row.metric(), row.unit()));
    List<String> header = new ArrayList<>(List.of("solver", "config"));
    units.forEach((metric, unit) -> header.add(unit.isEmpty() ? metric : metric + ", " + unit));
    COSTS.forEach(cost -> header.add(cost.name()));
    List<List<String>> lines = new ArrayList<>();
    for (CellGroup group : groups) {
      List<String> line = new ArrayList<>(List.of(group.method(), group.config()));
      for (String metric : units.keySet()) {
        line.add(group.estimate(metric).map(Numbers::text).orElse(""));
      }
      for (Cost cost : COSTS) {
        line.add(
            group.cost(cost.number()).map(mean -> cost.format().apply(mean.mean())).orElse(""));
      }
      lines.add(line);
    }
    return new TextTable(title, header, lines, List.of());
  }
}
