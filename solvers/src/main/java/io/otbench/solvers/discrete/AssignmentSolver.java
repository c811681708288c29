package io.otbench.solvers.discrete;

import java.util.Arrays;

/**
 * Exact linear assignment by shortest augmenting paths with dual numbers (R. Jonker and A.
 * Volgenant, Computing 38, 1987): the permutation s that minimises the sum of c_{i,s(i)}. Three
 * stages: column minima as first column duals, bids of every row for its cheapest column, and one
 * shortest path per row that is left over. Costs are float, all arithmetic is double, the result
 * depends on the costs alone.
 *
 * <p>Keeps its work arrays, about 8 n^2 bytes, for the next solve of the same size. Not safe for
 * use by several threads; use one per thread.
 */
public final class AssignmentSolver {

  private static final int NOBODY = -1;

  /**
   * Bids per row before shortest paths take over. Measured on normal points, n = 256 to 2 048: 2
   * leaves more paths in 32 dimensions, 8 costs more in 2.
   */
  private static final int BIDS_PER_ROW = 4;

  /** Largest violation of the duals, in units of the largest cost, that rounding explains. */
  private static final double RELATIVE_TOLERANCE = 1e-10;

  private int n;

  /**
   * Rows as arrays of their own: the compiler vectorises loops from index 0, not from an offset.
   */
  private double[][] costs = new double[0][];

  private double[] columnDuals = new double[0];
  private int[] columnOfRow = new int[0];
  private int[] rowOfColumn = new int[0];
  private ColumnKeys keys = new ColumnKeys(1);
  private long rowScans;

  // The tree of shortest paths: row k was reached at distance reached[k] through column entered[k],
  // which is its own column; the first row is the root.
  private int[] treeRow = new int[0];
  private int[] entered = new int[0];
  private double[] reached = new double[0];
  private double[] shift = new double[0];

  /** Column duals, minus infinity for the columns of the tree, so that these are never lowered. */
  private double[] openDuals = new double[0];

  /**
   * Solves from scratch.
   *
   * @param costs n * n finite costs, row-major; not modified
   * @throws IllegalArgumentException when the length is not n * n or a cost is not finite
   * @throws NonOptimalPlanException when rounding kept the result from being proved optimal
   */
  public Assignment solve(float[] costs, int n) {
    load(costs, n);
    System.arraycopy(this.costs[0], 0, columnDuals, 0, n);
    for (int row = 1; row < n; row++) {
      lower(columnDuals, this.costs[row]);
    }
    return solve();
  }

  /**
   * Solves from the column duals of similar costs. The optimum is the same; the nearer the duals,
   * the less work.
   *
   * @param costs n * n finite costs, row-major; not modified
   * @param previousColumnDuals n finite numbers, such as {@link Assignment#columnDuals()}
   * @throws IllegalArgumentException when a length is wrong or a number is not finite
   * @throws NonOptimalPlanException when rounding kept the result from being proved optimal
   */
  public Assignment solve(float[] costs, int n, double[] previousColumnDuals) {
    if (previousColumnDuals.length != n) {
      throw new IllegalArgumentException(
          "previousColumnDuals must have %d numbers but has %d"
              .formatted(n, previousColumnDuals.length));
    }
    for (int column = 0; column < n; column++) {
      if (!Double.isFinite(previousColumnDuals[column])) {
        throw new IllegalArgumentException(
            "previousColumnDuals must be finite but is %s at column %d"
                .formatted(previousColumnDuals[column], column));
      }
    }
    load(costs, n);
    System.arraycopy(previousColumnDuals, 0, columnDuals, 0, n);
    return solve();
  }

  private static void lower(double[] minima, double[] costs) {
    for (int j = 0; j < minima.length; j++) {
      minima[j] = Math.min(minima[j], costs[j]);
    }
  }

  private void load(float[] from, int size) {
    if (size < 1 || from.length != (long) size * size) {
      throw new IllegalArgumentException(
          "costs must be n * n numbers with n at least 1 but n is %d and there are %d"
              .formatted(size, from.length));
    }
    if (size != n) {
      n = size;
      costs = new double[n][n];
      columnDuals = new double[n];
      openDuals = new double[n];
      columnOfRow = new int[n];
      rowOfColumn = new int[n];
      keys = new ColumnKeys(n);
      treeRow = new int[n];
      entered = new int[n];
      reached = new double[n];
      shift = new double[n];
    }
    for (int row = 0; row < n; row++) {
      double[] to = costs[row];
      int offset = row * n;
      // Zero for finite numbers, NaN for others: one check per row instead of one per number.
      float probe = 0;
      for (int column = 0; column < n; column++) {
        float cost = from[offset + column];
        to[column] = cost;
        probe += cost * 0;
      }
      if (probe != 0) {
        throw notFinite(to, row);
      }
    }
  }

  private static IllegalArgumentException notFinite(double[] costs, int row) {
    int column = 0;
    while (Double.isFinite(costs[column])) {
      column++;
    }
    return new IllegalArgumentException(
        "costs must be finite but are %s at row %d, column %d"
            .formatted(costs[column], row, column));
  }

  private Assignment solve() {
    Arrays.fill(columnOfRow, NOBODY);
    Arrays.fill(rowOfColumn, NOBODY);
    rowScans = 0;
    bid();
    for (int row = 0; row < n; row++) {
      if (columnOfRow[row] == NOBODY) {
        augment(row);
      }
    }
    return proved();
  }

  /**
   * Every row takes its cheapest column, at a dual that leaves it indifferent to its second choice,
   * and drives out whoever had it; who was driven out bids next. This keeps every row that has a
   * column at a cheapest one.
   */
  private void bid() {
    long limit = n == 1 ? 0 : (long) BIDS_PER_ROW * n;
    int next = 0;
    int bidder = NOBODY;
    while ((bidder != NOBODY || next < n) && rowScans < limit) {
      int row = bidder == NOBODY ? next++ : bidder;
      bidder = NOBODY;
      rowScans++;
      double best = keys.set(costs[row], columnDuals);
      int column = keys.columnOfMinimum();
      double second = keys.strike(column);
      double lowered = columnDuals[column] - (second - best);
      if (lowered < columnDuals[column]) {
        columnDuals[column] = lowered;
        bidder = rowOfColumn[column];
      } else if (rowOfColumn[column] != NOBODY) {
        column = keys.columnOfMinimum();
        if (rowOfColumn[column] != NOBODY) {
          // Without a difference in price there is nothing to bid: left to the paths.
          continue;
        }
      }
      if (bidder != NOBODY) {
        columnOfRow[bidder] = NOBODY;
      }
      columnOfRow[row] = column;
      rowOfColumn[column] = row;
    }
  }

  /** Gives a row a column by the shortest path of reduced costs to a column without a row. */
  private void augment(int root) {
    keys.fill(Double.POSITIVE_INFINITY);
    System.arraycopy(columnDuals, 0, openDuals, 0, n);
    treeRow[0] = root;
    reached[0] = 0;
    shift[0] = 0;
    int last = 0;
    double distance = Double.NEGATIVE_INFINITY;
    int column;
    while (true) {
      rowScans++;
      double previous = distance;
      distance = keys.lower(costs[treeRow[last]], openDuals, shift[last]);
      column = keys.columnOfMinimum();
      if (distance == previous && rowOfColumn[column] != NOBODY) {
        column = openColumnAt(distance, column);
      }
      int row = rowOfColumn[column];
      if (row == NOBODY) {
        break;
      }
      last++;
      treeRow[last] = row;
      entered[last] = column;
      reached[last] = distance;
      shift[last] = costs[row][column] - columnDuals[column] - distance;
      openDuals[column] = Double.NEGATIVE_INFINITY;
      keys.strikeSilently(column);
    }
    flip(column, distance);
    for (int k = 1; k <= last; k++) {
      columnDuals[entered[k]] += reached[k] - distance;
    }
  }

  /** A column without a row at this distance where there is one: among ties it ends the search. */
  private int openColumnAt(double distance, int otherwise) {
    for (int column = 0; column < n; column++) {
      if (rowOfColumn[column] == NOBODY && keys.get(column) == distance) {
        return column;
      }
    }
    return otherwise;
  }

  /**
   * Exchanges the pairs along the path that ends at a column. Who lowered the key of a column last
   * was not noted on the way, as that would keep the loop from being vectorised; it is found again
   * as the first row of the tree that gives the same number.
   */
  private void flip(int end, double endDistance) {
    int column = end;
    double distance = endDistance;
    while (true) {
      int k = 0;
      while (costs[treeRow[k]][column] - columnDuals[column] - shift[k] != distance) {
        k++;
      }
      columnOfRow[treeRow[k]] = column;
      rowOfColumn[column] = treeRow[k];
      if (k == 0) {
        return;
      }
      column = entered[k];
      distance = reached[k];
    }
  }

  /** The result, after showing that it is a permutation and that the duals prove it optimal. */
  private Assignment proved() {
    double[] rowDuals = new double[n];
    double largestCost = 0;
    double largestDual = 0;
    double cost = 0;
    for (int row = 0; row < n; row++) {
      int column = columnOfRow[row];
      if (column == NOBODY || rowOfColumn[column] != row) {
        throw new NonOptimalPlanException("row %d has no column of its own".formatted(row));
      }
      cost += costs[row][column];
      // No u_i can be larger; what the pair of the row costs more is the violation.
      rowDuals[row] = keys.set(costs[row], columnDuals);
      largestCost = Math.max(largestCost, largest(costs[row]));
      largestDual = Math.max(largestDual, Math.abs(rowDuals[row]));
    }
    largestDual = Math.max(largestDual, largest(columnDuals));
    double tolerance = RELATIVE_TOLERANCE * largestCost;
    // Beside duals too large every violation would vanish in rounding.
    if (largestDual * Math.ulp(1.0) > tolerance) {
      throw new NonOptimalPlanException(
          "duals of size %s prove nothing about costs of size %s"
              .formatted(largestDual, largestCost));
    }
    for (int row = 0; row < n; row++) {
      int column = columnOfRow[row];
      double excess = costs[row][column] - columnDuals[column] - rowDuals[row];
      if (!(excess <= tolerance)) {
        throw new NonOptimalPlanException(
            "the pair (%d, %d) costs %s more than the duals allow, tolerance %s"
                .formatted(row, column, excess, tolerance));
      }
    }
    return new Assignment(columnOfRow.clone(), rowDuals, columnDuals.clone(), cost, rowScans);
  }

  private static double largest(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }
}
