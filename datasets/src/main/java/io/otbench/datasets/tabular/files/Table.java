package io.otbench.datasets.tabular.files;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of float64 numbers with named columns. The numbers may be changed in place: the large sets
 * leave no room for copies.
 *
 * @param columns a name for each column
 * @param rows number of rows
 * @param values number j of row i at i * columns + j; there may be unused room behind the last row
 */
// An array in a record compares by identity, which is what is meant: tables are not compared.
@SuppressWarnings("ArrayRecordComponent")
public record Table(List<String> columns, int rows, double[] values) {

  /** Checks that the numbers are enough. */
  public Table {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || rows < 0 || values.length < (long) rows * columns.size()) {
      throw new IllegalArgumentException(
          "%d numbers are no %d rows of %d columns".formatted(values.length, rows, columns.size()));
    }
  }

  /** Number of columns. */
  public int width() {
    return columns.size();
  }

  /** Number {@code column} of row {@code row}. */
  public double get(int row, int column) {
    return values[row * columns.size() + column];
  }

  /**
   * The table with some of its columns, in the order given; it takes over the numbers of this one,
   * which must not be used any more.
   *
   * @param kept ascending column indices
   */
  public Table keepColumns(List<Integer> kept) {
    int width = width();
    int[] indices = kept.stream().mapToInt(Integer::intValue).toArray();
    int to = 0;
    for (int i = 0; i < rows; i++) {
      for (int column : indices) {
        values[to++] = values[i * width + column];
      }
    }
    List<String> names = new ArrayList<>();
    for (int column : indices) {
      names.add(columns.get(column));
    }
    return new Table(names, rows, values);
  }

  /** Names of the columns that hold whole numbers only. */
  public List<String> integerColumns() {
    List<String> names = new ArrayList<>();
    for (int j = 0; j < width(); j++) {
      boolean whole = true;
      for (int i = 0; i < rows && whole; i++) {
        whole = get(i, j) == Math.rint(get(i, j));
      }
      if (whole) {
        names.add(columns.get(j));
      }
    }
    return names;
  }

  /** Names for columns that have none: c1, c2, ... */
  static List<String> numbered(int columns) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      names.add("c" + i);
    }
    return names;
  }
}
