package io.otbench.reports.results;

import java.util.List;

/**
 * Rows of a table.
 *
 * @param columns a name for each column
 * @param numbers row-major, not copied; nobody may change them. They may be infinite or NaN, as a
 *     learned map may give anything
 */
public record TableRows(List<String> columns, float[] numbers) {

  /** Checks that there are whole rows, at least one. */
  public TableRows {
    columns = List.copyOf(columns);
    if (columns.stream().distinct().count() < columns.size()) {
      throw new IllegalArgumentException("columns must have different names, found " + columns);
    }
    if (columns.isEmpty() || numbers.length == 0 || numbers.length % columns.size() != 0) {
      throw new IllegalArgumentException(
          "rows must be at least one of a number per column, found %d numbers for %d columns"
              .formatted(numbers.length, columns.size()));
    }
  }

  /** Number of rows. */
  public int count() {
    return numbers.length / columns.size();
  }

  /** The number in a row and a column, both counted from 0. */
  public double at(int row, int column) {
    return numbers[row * columns.size() + column];
  }

  /** The numbers of a column, counted from 0. */
  public double[] column(int column) {
    double[] values = new double[count()];
    for (int row = 0; row < values.length; row++) {
      values[row] = at(row, column);
    }
    return values;
  }
}
