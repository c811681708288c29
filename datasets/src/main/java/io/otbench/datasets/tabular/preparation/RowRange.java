package io.otbench.datasets.tabular.preparation;

import io.otbench.datasets.FloatRows;
import io.otbench.datasets.tabular.files.Table;

/**
 * Consecutive rows of a table.
 *
 * @param table the table, shared with other ranges
 * @param from first row
 * @param to the row after the last
 */
public record RowRange(Table table, int from, int to) {

  /** Checks the bounds. */
  public RowRange {
    if (from < 0 || to < from || to > table.rows()) {
      throw new IllegalArgumentException(
          "rows %d to %d are not in a table of %d".formatted(from, to, table.rows()));
    }
  }

  /** All rows. */
  static RowRange all(Table table) {
    return new RowRange(table, 0, table.rows());
  }

  /** Number of rows. */
  public int count() {
    return to - from;
  }

  /** Number {@code column} of row {@code row} of this range. */
  public double get(int row, int column) {
    return table.get(from + row, column);
  }

  /** The rows in float32: the one cast of a preparation. */
  public FloatRows toFloats() {
    int width = table.width();
    float[] values = new float[count() * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) table.values()[from * width + i];
    }
    return new FloatRows(width, values);
  }
}
