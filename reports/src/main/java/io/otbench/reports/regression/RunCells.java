package io.otbench.reports.regression;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.MetricDirection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The cells of one run, to be laid beside those of another.
 *
 * @param cells the rows of each cell by place and seed
 */
record RunCells(Map<Place, SortedMap<Long, List<ResultRow>>> cells) {
  private static final String CPU_SECONDS = "train_cpu_seconds";

  static RunCells of(List<ResultRow> rows, PlaceNames names) {
    Map<Place, SortedMap<Long, List<ResultRow>>> cells = new LinkedHashMap<>();
    for (ResultRow row : rows) {
      cells
          .computeIfAbsent(names.of(row), key -> new TreeMap<>())
          .computeIfAbsent(row.seed(), seed -> new ArrayList<>())
          .add(row);
    }
    return new RunCells(cells);
  }

  /** All seeds of the run. */
  Set<Long> seeds() {
    Set<Long> seeds = new HashSet<>();
    cells.values().forEach(bySeed -> seeds.addAll(bySeed.keySet()));
    return seeds;
  }

  long count() {
    return cells.values().stream().mapToLong(Map::size).sum();
  }

  /** The seeds of a place. */
  Set<Long> seeds(Place place) {
    return new TreeSet<>(cells.getOrDefault(place, new TreeMap<>()).keySet());
  }

  /** How many seeds of a place ended well. */
  int ended(Place place) {
    return (int)
        seeds(place).stream()
            .filter(seed -> cell(place, seed).orElseThrow().status() == CellStatus.OK)
            .count();
  }

  /** A row of the cell, all of which share its status; none if the run has no such cell. */
  Optional<ResultRow> cell(Place place, long seed) {
    return Optional.ofNullable(cells.getOrDefault(place, new TreeMap<>()).get(seed))
        .map(rows -> rows.get(0));
  }

  /** The configurations of a place. */
  Set<String> configs(Place place) {
    return rows(place).stream().map(ResultRow::config).collect(Collectors.toSet());
  }

  /** The metrics of a place that have a value. */
  Set<String> metrics(Place place) {
    Set<String> metrics = new LinkedHashSet<>();
    rows(place).stream()
        .filter(row -> row.status() == CellStatus.OK)
        .forEach(row -> metrics.add(row.metric()));
    return metrics;
  }

  /** The value of a metric for each seed that has it. */
  SortedMap<Long, Double> values(Place place, String metric) {
    SortedMap<Long, Double> values = new TreeMap<>();
    for (ResultRow row : rows(place)) {
      if (row.metric().equals(metric) && row.value().isPresent()) {
        values.put(row.seed(), row.value().getAsDouble());
      }
    }
    return values;
  }

  /** A metric as an error, of which less is better. */
  SortedMap<Long, Double> errors(Place place, String metric) {
    SortedMap<Long, Double> values = values(place, metric);
    values.replaceAll((seed, value) -> MetricDirection.of(metric).error(value));
    return values;
  }

  /** A number that all rows of a cell share, for each seed that ended well. */
  SortedMap<Long, Double> numbers(Place place, ToDoubleFunction<ResultRow> number) {
    SortedMap<Long, Double> values = new TreeMap<>();
    for (ResultRow row : rows(place)) {
      if (row.status() == CellStatus.OK) {
        values.put(row.seed(), number.applyAsDouble(row));
      }
    }
    return values;
  }

  /** Whether the CPU seconds of the training were measured. */
  boolean hasCpuSeconds(Place place) {
    return metrics(place).contains(CPU_SECONDS);
  }

  SortedMap<Long, Double> cpuSeconds(Place place) {
    return values(place, CPU_SECONDS);
  }

  /** What a solver scores on a problem that does nothing or, if that is 0, that learns nothing. */
  double unit(Place place, String metric) {
    for (String reference : List.of("identity", "constant")) {
      Place there = new Place(place.benchmark(), place.problem(), reference);
      OptionalDouble mean =
          errors(there, metric).values().stream().mapToDouble(Double::doubleValue).average();
      if (mean.orElse(0) > 0) {
        return mean.getAsDouble();
      }
    }
    return 0;
  }

  private List<ResultRow> rows(Place place) {
    return cells.getOrDefault(place, new TreeMap<>()).values().stream()
        .flatMap(List::stream)
        .toList();
  }
}
