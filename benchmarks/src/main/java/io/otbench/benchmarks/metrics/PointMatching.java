package io.otbench.benchmarks.metrics;

import java.util.Arrays;

/** The exact optimal matching of two point sets of one size for the squared distance. */
final class PointMatching {

  private PointMatching() {}

  /**
   * The partner of every row of {@code from} among the rows of {@code to}.
   *
   * @param from finite rows of {@code dim} numbers
   * @param to as many finite rows
   * @return rows of {@code to} in the order of their partners
   */
  static double[] partners(double[] from, double[] to, int dim) {
    int n = from.length / dim;
    int[] match = assign(from, to, dim, n);
    double[] rows = new double[n * dim];
    for (int j = 0; j < n; j++) {
      System.arraycopy(to, j * dim, rows, match[j] * dim, dim);
    }
    return rows;
  }

  /** The row of {@code from} for each row of {@code to}: shortest augmenting paths. */
  private static int[] assign(double[] from, double[] to, int dim, int n) {
    double[] rowPrice = new double[n];
    double[] columnPrice = new double[n];
    int[] rowOf = new int[n];
    Arrays.fill(rowOf, -1);
    for (int start = 0; start < n; start++) {
      double[] slack = new double[n];
      Arrays.fill(slack, Double.POSITIVE_INFINITY);
      int[] before = new int[n];
      boolean[] done = new boolean[n];
      int row = start;
      int column = -1;
      double length = 0;
      int last = -1;
      while (row >= 0) {
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
          if (!done[j]) {
            double reduced = length + cost(from, row, to, j, dim) - rowPrice[row] - columnPrice[j];
            if (reduced < slack[j]) {
              slack[j] = reduced;
              before[j] = last;
            }
            if (slack[j] < best) {
              best = slack[j];
              column = j;
            }
          }
        }
        length = best;
        done[column] = true;
        last = column;
        row = rowOf[column];
      }
      rowPrice[start] += length;
      for (int j = 0; j < n; j++) {
        if (done[j] && rowOf[j] >= 0) {
          rowPrice[rowOf[j]] += length - slack[j];
        }
        if (done[j]) {
          columnPrice[j] -= length - slack[j];
        }
      }
      while (column >= 0) {
        int previous = before[column];
        rowOf[column] = previous < 0 ? start : rowOf[previous];
        column = previous;
      }
    }
    return rowOf;
  }

  private static double cost(double[] from, int i, double[] to, int j, int dim) {
    double sum = 0;
    for (int k = 0; k < dim; k++) {
      double difference = from[i * dim + k] - to[j * dim + k];
      sum += difference * difference;
    }
    return sum;
  }
}
