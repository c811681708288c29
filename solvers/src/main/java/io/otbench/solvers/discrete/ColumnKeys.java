package io.otbench.solvers.discrete;

import java.util.Arrays;

/**
 * One number per column with its minimum. Every level of the tree above the numbers is a quarter of
 * the one below, made by comparing its four quarters element by element: a loop that the compiler
 * turns into vector instructions, which it does not for a running minimum with its index.
 */
final class ColumnKeys {

  private static final int FAN = 4;

  /** The numbers come first, the minimum of all comes last. */
  private final double[][] levels;

  ColumnKeys(int columns) {
    int depth = 1;
    for (int size = columns; size > 1; size = parents(size)) {
      depth++;
    }
    levels = new double[depth][];
    int size = columns;
    for (int level = 0; level < depth; level++) {
      levels[level] = new double[size];
      size = parents(size);
    }
  }

  private static int parents(int size) {
    return (size + FAN - 1) / FAN;
  }

  double get(int column) {
    return levels[0][column];
  }

  void fill(double value) {
    Arrays.fill(levels[0], value);
  }

  /** Sets every key to cost - dual. Returns the minimum. */
  double set(double[] costs, double[] duals) {
    difference(levels[0], costs, duals);
    return minimum();
  }

  /** Lowers every key to cost - dual - shift where that is less. Returns the minimum. */
  double lower(double[] costs, double[] duals, double shift) {
    lower(levels[0], costs, duals, shift);
    return minimum();
  }

  // The loops below are methods of their own, each over whole arrays from index 0: the form that
  // the compiler vectorises.

  private static void difference(double[] keys, double[] costs, double[] duals) {
    for (int j = 0; j < keys.length; j++) {
      keys[j] = costs[j] - duals[j];
    }
  }

  private static void lower(double[] keys, double[] costs, double[] duals, double shift) {
    for (int j = 0; j < keys.length; j++) {
      keys[j] = Math.min(keys[j], costs[j] - duals[j] - shift);
    }
  }

  private double minimum() {
    for (int level = 1; level < levels.length; level++) {
      fold(levels[level - 1], levels[level]);
    }
    return levels[levels.length - 1][0];
  }

  private static void fold(double[] from, double[] to) {
    int q = to.length;
    int whole = Math.max(0, from.length - (FAN - 1) * q);
    for (int j = 0; j < whole; j++) {
      to[j] = Math.min(Math.min(from[j], from[j + q]), Math.min(from[j + 2 * q], from[j + 3 * q]));
    }
    for (int j = whole; j < q; j++) {
      to[j] = minimumOfGroup(from, j, q);
    }
  }

  private static double minimumOfGroup(double[] from, int first, int step) {
    double minimum = from[first];
    for (int k = first + step; k < from.length; k += step) {
      minimum = Math.min(minimum, from[k]);
    }
    return minimum;
  }

  /** The column that has the minimum; with several, always the same one. */
  int columnOfMinimum() {
    double minimum = levels[levels.length - 1][0];
    int position = 0;
    for (int level = levels.length - 2; level >= 0; level--) {
      int step = levels[level + 1].length;
      while (levels[level][position] != minimum) {
        position += step;
      }
    }
    return position;
  }

  /** Takes one column out of the contest. Returns the minimum of the others. */
  double strike(int column) {
    levels[0][column] = Double.POSITIVE_INFINITY;
    int position = column;
    for (int level = 1; level < levels.length; level++) {
      int step = levels[level].length;
      position %= step;
      levels[level][position] = minimumOfGroup(levels[level - 1], position, step);
    }
    return levels[levels.length - 1][0];
  }

  /** Takes one column out before the next {@link #lower}, which makes the minimum anew. */
  void strikeSilently(int column) {
    levels[0][column] = Double.POSITIVE_INFINITY;
  }
}
