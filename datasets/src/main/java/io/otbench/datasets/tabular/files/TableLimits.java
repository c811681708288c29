package io.otbench.datasets.tabular.files;

/**
 * What a table can be at most, so that a file that announces more is refused before memory is
 * filled.
 *
 * @param maxRows most rows
 * @param minColumns fewest columns
 * @param maxColumns most columns
 */
public record TableLimits(int maxRows, int minColumns, int maxColumns) {

  /** No set has more numbers: BSDS300, the largest, has 63 million in its train part. */
  private static final int MAX_VALUES = 1 << 26;

  /** At most so many rows of exactly so many columns. */
  public static TableLimits exactly(int columns, int maxRows) {
    return new TableLimits(maxRows, columns, columns);
  }

  /** Refuses a number of columns outside the limits. */
  void requireColumns(TableSource source, long found) {
    if (found < minColumns || found > maxColumns) {
      String expected =
          minColumns == maxColumns
              ? "exactly " + minColumns
              : "%d to %d".formatted(minColumns, maxColumns);
      throw source.refusal(
          "must have %s columns, separated by commas in a CSV file, but has %d"
              .formatted(expected, found));
    }
  }

  /** Refuses a number of rows or numbers above the limits. */
  void requireRows(TableSource source, long rows, long columns) {
    if (rows > maxRows) {
      throw source.refusal("must have at most %d rows but has %d".formatted(maxRows, rows));
    }
    if (rows * columns > MAX_VALUES) {
      throw source.refusal(
          "must have at most %d numbers but has %d rows of %d columns"
              .formatted(MAX_VALUES, rows, columns));
    }
  }
}
