package io.otbench.reports.html;

import static io.otbench.reports.statistics.MetricNames.MMD;
import static io.otbench.reports.statistics.MetricNames.RELATIVE_ERROR;
import static io.otbench.reports.statistics.MetricNames.TARGET_ERROR;
import static io.otbench.reports.statistics.MetricNames.UVP_BACKWARD;
import static io.otbench.reports.statistics.MetricNames.UVP_FORWARD;

import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.statistics.VariantOrder;
import java.util.List;
import java.util.function.Function;

/**
 * All cells of the run.
 *
 * @param metrics the metrics that have a column; the others are in the details of a cell
 * @param variants what sweeps varied, in their order; empty if nothing was swept
 */
public record CellTable(List<CellLine> cells, List<String> metrics, List<String> variants) {
  static final List<String> HEADLINES =
      List.of(UVP_FORWARD, UVP_BACKWARD, RELATIVE_ERROR, TARGET_ERROR, MMD);

  static CellTable of(List<CellLine> cells) {
    return new CellTable(
        cells,
        HEADLINES.stream()
            .filter(metric -> cells.stream().anyMatch(cell -> cell.values().containsKey(metric)))
            .toList(),
        cells.stream()
            .map(cell -> cell.row().variant())
            .filter(variant -> !variant.isEmpty())
            .distinct()
            .sorted(new VariantOrder())
            .toList());
  }

  /** What is sorted by instead of the variant, whose numbers are no words; empty if it has none. */
  public String sortKey(CellLine cell) {
    int place = variants.indexOf(cell.row().variant());
    return place < 0 ? "" : "%06d".formatted(place);
  }

  /** The name of a metric as words. */
  public String words(String metric) {
    return MetricNames.words(metric);
  }

  /** Benchmarks and problems to choose from. */
  public List<String> problems() {
    return distinct(cell -> cell.row().problem());
  }

  /** Solvers to choose from. */
  public List<String> solvers() {
    return distinct(cell -> cell.row().solver());
  }

  /** Statuses to choose from. */
  public List<String> statuses() {
    return distinct(cell -> cell.row().status().text());
  }

  private List<String> distinct(Function<CellLine, String> text) {
    return cells.stream().map(text).distinct().toList();
  }
}
