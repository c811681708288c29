package io.otbench.reports.statistics;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The cells that differ in nothing but the seed, so that their mean has a meaning.
 *
 * @param label the solver and what a sweep varied of it, with the hash of its configuration where a
 *     problem was solved with several of that name
 * @param rows all rows of these cells
 */
public record CellGroup(
    String benchmark,
    String problem,
    int dim,
    String solver,
    String config,
    String label,
    List<ResultRow> rows) {

  /** Solvers in their order, and of each what a sweep varied: numbers by size. */
  public static final Comparator<CellGroup> BY_METHOD =
      Comparator.comparing(CellGroup::solver, SolverOrder.BY_NAME)
          .thenComparing(CellGroup::variant, new VariantOrder())
          .thenComparing(CellGroup::label);

  /** The unit of a number that has none. */
  public static final String DIMENSIONLESS = "1";

  /** The groups of a run, ordered by benchmark, dimension, problem and solver. */
  public static List<CellGroup> of(List<ResultRow> rows) {
    Map<Key, List<ResultRow>> groups =
        rows.stream()
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    Map<Key, Set<String>> configs =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> Key.of(row).withoutConfig(),
                    Collectors.mapping(ResultRow::config, Collectors.toSet())));
    Set<List<String>> ambiguous =
        configs.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(entry -> List.of(entry.getKey().benchmark(), entry.getKey().method()))
            .collect(Collectors.toSet());
    return groups.entrySet().stream()
        .map(entry -> group(entry.getKey(), ambiguous, entry.getValue()))
        .sorted(
            Comparator.comparing(CellGroup::benchmark)
                .thenComparing(CellGroup::dim)
                .thenComparing(CellGroup::problem)
                .thenComparing(BY_METHOD))
        .toList();
  }

  private static CellGroup group(Key key, Set<List<String>> ambiguous, List<ResultRow> rows) {
    String label =
        ambiguous.contains(List.of(key.benchmark(), key.method()))
            ? key.method() + " (" + key.config() + ")"
            : key.method();
    return new CellGroup(
        key.benchmark(), key.problem(), key.dim(), key.solver(), key.config(), label, rows);
  }

  /** The solver and what a sweep varied of it; the hash of its configuration never stands in it. */
  public String method() {
    return rows.get(0).method();
  }

  /** What a sweep varied, such as {@code batchSize=256}; empty for a cell of no sweep. */
  public String variant() {
    return rows.get(0).variant();
  }

  /** The problem's name without its dimension: problems of one family differ only in dimension. */
  public String family() {
    String suffix = "-" + dim;
    return problem.endsWith(suffix)
        ? problem.substring(0, problem.length() - suffix.length())
        : problem;
  }

  /** Mean of a metric over the seeds that ended well; none if no seed has the metric. */
  public Optional<Estimate> estimate(String metric) {
    return estimate(values(metric));
  }

  /** A metric of each seed that ended well. */
  public double[] values(String metric) {
    return rows.stream()
        .filter(row -> row.metric().equals(metric))
        .flatMapToDouble(row -> row.value().stream())
        .toArray();
  }

  /** Whether any seed has a value of a metric. */
  public boolean has(String metric) {
    return rows.stream().anyMatch(row -> row.metric().equals(metric) && row.value().isPresent());
  }

  /** The unit of a metric; empty if it has none or no seed has the metric. */
  public String unit(String metric) {
    return rows.stream()
        .filter(row -> row.metric().equals(metric))
        .map(ResultRow::unit)
        .filter(unit -> !unit.equals(DIMENSIONLESS))
        .findFirst()
        .orElse("");
  }

  /** Mean over the seeds that ended well of a number that all rows of a cell share. */
  public Optional<Estimate> cost(ToDoubleFunction<ResultRow> number) {
    return estimate(costs(number));
  }

  /** A number that all rows of a cell share, of each seed that ended well. */
  public double[] costs(ToDoubleFunction<ResultRow> number) {
    Map<Long, Double> bySeed = new LinkedHashMap<>();
    for (ResultRow row : rows) {
      if (row.status() == CellStatus.OK) {
        bySeed.putIfAbsent(row.seed(), number.applyAsDouble(row));
      }
    }
    return bySeed.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Optional<Estimate> estimate(double[] values) {
    return values.length == 0 ? Optional.empty() : Optional.of(Estimate.of(values));
  }

  /** How many cells ended in which way, those that are ok left out. */
  public Map<CellStatus, Integer> notOk() {
    Map<CellStatus, Integer> counts = new EnumMap<>(CellStatus.class);
    for (ResultRow row : rows) {
      if (row.status() != CellStatus.OK) {
        counts.merge(row.status(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private record Key(
      String benchmark, String problem, int dim, String solver, String method, String config) {
    static Key of(ResultRow row) {
      return new Key(
          row.benchmark(), row.problem(), row.dim(), row.solver(), row.method(), row.config());
    }

    Key withoutConfig() {
      return new Key(benchmark, problem, dim, solver, method, "");
    }
  }
}
