package io.otbench.reports.results;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One cell as results.csv and curves.csv hold it.
 *
 * @param rows at least one row, all of one cell
 * @param curve the checkpoints of the same cell; may be empty
 * @param stamp tells this result of the cell from any other; a line without commas
 */
public record CellRows(List<ResultRow> rows, List<CurvePoint> curve, String stamp) {

  public CellRows {
    rows = List.copyOf(rows);
    curve = List.copyOf(curve);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows of a cell must not be empty");
    }
    Set<CellKey> keys = new HashSet<>();
    rows.forEach(row -> keys.add(row.key()));
    curve.forEach(point -> keys.add(point.key()));
    if (keys.size() > 1) {
      throw new IllegalArgumentException("rows and curve must be of one cell, found " + keys);
    }
    Checks.name("stamp", stamp);
  }

  /** The cell. */
  public CellKey key() {
    return rows.get(0).key();
  }
}
