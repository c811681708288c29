package io.otbench.datasets.tabular.files;

import java.util.List;

/**
 * How a CSV file is read.
 *
 * @param dropped names of columns that are not read and may hold anything; each must be there
 * @param trailingComma whether a line may end in a comma that begins no cell
 * @param filter which rows are kept
 * @param maxLines most lines below the header, kept or not
 */
public record CsvLayout(
    List<String> dropped, boolean trailingComma, RowFilter filter, int maxLines) {

  /** Decides on a row as it is read. */
  @FunctionalInterface
  public interface RowFilter {

    /**
     * Whether the row is kept.
     *
     * @param row numbers of the columns that are not dropped; the array is used again
     * @throws IllegalArgumentException with what is wrong with the row
     */
    boolean keeps(double[] row);
  }

  /** Every row of the columns that are not dropped. */
  public static CsvLayout without(List<String> dropped) {
    return new CsvLayout(List.copyOf(dropped), false, row -> true, Integer.MAX_VALUE);
  }
}
