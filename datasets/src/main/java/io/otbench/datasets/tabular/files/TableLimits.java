package io.otbench.datasets.tabular.files;

/**
 * What a table can be at most, so that a file that announces more is refused before memory is
 * filled.
 *
 * @param maxRows most rows
 * @param minColumns fewest columns
 * @param maxColumns most columns
 * @param maxNumbers most numbers in all
 */
public record TableLimits(int maxRows, int minColumns, int maxColumns, int maxNumbers) {

  /** At most so many rows of exactly so many columns. */
  public static TableLimits exactly(int columns, int maxRows) {
    return new TableLimits(maxRows, columns, columns, Math.multiplyExact(maxRows, columns));
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
    if (rows * columns > maxNumbers) {
      throw source.refusal(
          "must have at most %d numbers but has %d rows of %d columns"
              .formatted(maxNumbers, rows, columns));
    }
  }
}
