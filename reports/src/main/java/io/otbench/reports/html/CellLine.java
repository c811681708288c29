package io.otbench.reports.html;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.tables.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One cell of the run, in the table of all cells and in the data of the charts.
 *
 * @param number place among the cells of the page, from 0
 * @param group number of its group among the groups of the page, from 0
 * @param label how the group is named
 * @param row any of its rows: all but metric, value and unit is the same in each
 * @param values value of each metric; empty if the cell is not ok
 */
public record CellLine(
    int number, int group, String label, ResultRow row, Map<String, Double> values) {

  /** The cells in the order of their groups, then of seeds. */
  static List<CellLine> of(List<CellGroup> groups) {
    List<CellLine> cells = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      Map<Long, List<ResultRow>> bySeed =
          groups.get(group).rows().stream()
              .collect(Collectors.groupingBy(ResultRow::seed, TreeMap::new, Collectors.toList()));
      for (List<ResultRow> rows : bySeed.values()) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (ResultRow row : rows) {
          row.value().ifPresent(value -> values.put(row.metric(), value));
        }
        cells.add(
            new CellLine(cells.size(), group, groups.get(group).label(), rows.get(0), values));
      }
    }
    return cells;
  }

  CellKey key() {
    return row.key();
  }

  /** Whether the cell has numbers. */
  public boolean isOk() {
    return row.status() == CellStatus.OK;
  }

  /** The value of a metric with three digits; empty if there is none. */
  public String text(String metric) {
    Double value = values.get(metric);
    return value == null ? "" : Numbers.text(value);
  }

  /** The value of a metric by which lines are sorted; empty if there is none. */
  public String sortKey(String metric) {
    Double value = values.get(metric);
    return value == null ? "" : value.toString();
  }

  /** The training time in seconds with three digits; empty if the cell is not ok. */
  public String trainSecondsText() {
    return isOk() ? Numbers.text(row.trainSeconds()) : "";
  }

  /** The training time by which lines are sorted; empty if the cell is not ok. */
  public String trainSecondsKey() {
    return isOk() ? String.valueOf(row.trainSeconds()) : "";
  }

  /** The peak memory in whole MiB; empty if the cell is not ok. */
  public String memoryText() {
    return isOk() ? String.valueOf(Math.round(row.peakRssMib())) : "";
  }
}
