package io.otbench.reports.tables;

import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.Sweep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One metric of a run: solvers against dimensions, or against problems where a benchmark lists
 * different ones, with published values below ours. Cells are put together only if they differ in
 * nothing but the seed.
 *
 * @param unit unit of the metric; empty if the rows have none
 */
public record SummaryTable(String metric, String unit, List<Comparison> comparisons) {

  /** The table of a metric; it has no comparisons if no row has the metric. */
  public static SummaryTable of(List<ResultRow> rows, String metric, PublishedValues published) {
    String unit =
        rows.stream()
            .filter(row -> row.metric().equals(metric))
            .map(ResultRow::unit)
            .filter(it -> !it.equals(CellGroup.DIMENSIONLESS))
            .findFirst()
            .orElse("");
    List<CellGroup> groups = CellGroup.of(rows);
    Map<String, Estimate> linear = new LinkedHashMap<>();
    for (CellGroup group : groups) {
      if (group.solver().equals("linear")) {
        group.estimate(metric).ifPresent(estimate -> linear.putIfAbsent(place(group), estimate));
      }
    }
    Set<String> places =
        groups.stream()
            .filter(group -> group.estimate(metric).isPresent())
            .map(SummaryTable::place)
            .collect(Collectors.toSet());
    List<Comparison> comparisons =
        groups.stream()
            .filter(group -> places.contains(place(group)))
            .filter(group -> group.estimate(metric).isPresent() || !group.notOk().isEmpty())
            .map(
                group ->
                    new Comparison(
                        group,
                        metric,
                        group.estimate(metric),
                        published.of(group.problem(), group.solver(), metric),
                        Optional.ofNullable(linear.get(place(group)))))
            .toList();
    return new SummaryTable(metric, unit, comparisons);
  }

  /** Aligned text for a terminal, at most 110 columns wide where names allow it. */
  public String toPlainText() {
    return grids().stream().map(Grid::toPlainText).collect(Collectors.joining("\n"));
  }

  /** Markdown with one table per family or list of problems. */
  public String toMarkdown() {
    return grids().stream().map(Grid::toMarkdown).collect(Collectors.joining("\n"));
  }

  /** What must be known of the published values used here: how their protocols differ. */
  public List<String> notes() {
    return notes(comparisons);
  }

  private List<Grid> grids() {
    Set<String> lists =
        Sweep.benchmarksWithout(comparisons.stream().map(Comparison::group).toList());
    Map<String, List<Comparison>> families =
        comparisons.stream()
            .collect(
                Collectors.groupingBy(
                    c ->
                        lists.contains(c.group().benchmark())
                            ? c.group().benchmark()
                            : title(c.group()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return families.entrySet().stream()
        .map(
            entry ->
                lists.contains(entry.getValue().get(0).group().benchmark())
                    ? grid(entry.getKey(), entry.getValue(), CellGroup::problem)
                    : grid(entry.getKey(), entry.getValue(), group -> "d=" + group.dim()))
        .toList();
  }

  /** The benchmark, and the family of problems where its name says more. */
  private static String title(CellGroup group) {
    return group.family().equals(group.benchmark())
        ? group.benchmark()
        : group.benchmark() + " / " + group.family();
  }

  private Grid grid(String place, List<Comparison> family, Function<CellGroup, String> columnOf) {
    List<String> columns = family.stream().map(c -> columnOf.apply(c.group())).distinct().toList();
    int usualN =
        family.stream().flatMap(c -> c.ours().stream()).mapToInt(Estimate::n).max().orElse(1);
    Map<String, Map<String, Comparison>> byLabel = new LinkedHashMap<>();
    List<Comparison> bySolver =
        family.stream()
            .sorted(Comparator.comparing(Comparison::group, CellGroup.BY_METHOD))
            .toList();
    for (Comparison c : bySolver) {
      byLabel
          .computeIfAbsent(c.group().label(), label -> new LinkedHashMap<>())
          .put(columnOf.apply(c.group()), c);
    }
    List<List<String>> lines = new ArrayList<>();
    byLabel.forEach(
        (label, cells) -> {
          lines.add(line(label, columns, cells, c -> ours(c, usualN)));
          if (cells.values().stream().anyMatch(c -> c.published().isPresent())) {
            lines.add(
                line(
                    "  published",
                    columns,
                    cells,
                    c -> c.published().map(PublishedValue::text).orElse("")));
            lines.add(line("  ours / published", columns, cells, Comparison::ratioText));
          }
        });
    String title = place + ": " + metric + (unit.isEmpty() ? "" : ", " + unit);
    String seeds =
        usualN == 1
            ? "One seed: no interval."
            : "Mean of %d seeds [%s]."
                .formatted(
                    usualN,
                    Estimate.isRange(usualN)
                        ? "their range, a %d %% interval"
                            .formatted(Math.round(100 * Estimate.confidence(usualN)))
                        : "95 % bootstrap interval");
    List<String> notes = Stream.concat(Stream.of(seeds), notes(family).stream()).toList();
    List<String> header = Stream.concat(Stream.of("solver"), columns.stream()).toList();
    return new Grid(title, header, lines, notes);
  }

  private static List<String> line(
      String label,
      List<String> columns,
      Map<String, Comparison> cells,
      Function<Comparison, String> text) {
    List<String> line = new ArrayList<>(List.of(label));
    for (String column : columns) {
      line.add(Optional.ofNullable(cells.get(column)).map(text).orElse(""));
    }
    return line;
  }

  private static String ours(Comparison c, int usualN) {
    String value = c.ours().map(Numbers::text).orElse("");
    String n = c.ours().filter(ours -> ours.n() != usualN).map(ours -> "n=" + ours.n()).orElse("");
    return Stream.of(value, n, c.notOkText())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static List<String> notes(List<Comparison> comparisons) {
    Set<String> notes = new LinkedHashSet<>();
    for (Comparison c : comparisons) {
      c.published()
          .filter(value -> !value.note().isEmpty())
          .ifPresent(value -> notes.add("Published " + value.method() + ": " + value.note() + "."));
    }
    return List.copyOf(notes);
  }

  private static String place(CellGroup group) {
    return group.benchmark() + "\n" + group.problem();
  }
}
