package io.otbench.solvers.discrete;

/**
 * An optimal assignment of n rows to n columns, with the dual numbers that prove it: u_i + v_j
 * &lt;= c_ij for every pair, with equality for the pairs of the assignment, up to rounding.
 *
 * @param columnOfRow the column of every row, a permutation of 0..n-1
 * @param rowDuals u, one number per row
 * @param columnDuals v, one number per column; they start a solve of similar costs
 * @param cost sum of the costs of the n pairs
 * @param rowScans rows of the cost matrix that were read to find it: the work it took, in units of
 *     n operations
 */
public record Assignment(
    int[] columnOfRow, double[] rowDuals, double[] columnDuals, double cost, long rowScans) {

  /** Number of rows n. */
  public int size() {
    return columnOfRow.length;
  }

  /** The row of every column: the inverse permutation. */
  public int[] rowOfColumn() {
    int[] inverse = new int[columnOfRow.length];
    for (int row = 0; row < inverse.length; row++) {
      inverse[columnOfRow[row]] = row;
    }
    return inverse;
  }
}
