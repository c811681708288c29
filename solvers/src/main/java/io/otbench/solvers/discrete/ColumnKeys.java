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

  /** Copies of the second to last quarter of a level, infinite where the level has ended. */
  private final double[][][] quarters;

  ColumnKeys(int columns) {
    int depth = 1;
    for (int size = columns; size > 1; size = parents(size)) {
      depth++;
    }
    levels = new double[depth][];
    int size = columns;
    quarters = new double[depth - 1][FAN - 1][];
    for (int level = 0; level < depth; level++) {
      levels[level] = new double[size];
      size = parents(size);
      if (level < depth - 1) {
        for (int k = 0; k < FAN - 1; k++) {
          quarters[level][k] = new double[size];
          Arrays.fill(quarters[level][k], Double.POSITIVE_INFINITY);
        }
      }
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
      double[] from = levels[level - 1];
      double[][] rest = quarters[level - 1];
      int step = levels[level].length;
      // Copying is far cheaper than the loop is when it reads one array at several offsets.
      for (int k = 1; k < FAN; k++) {
        int count = Math.min(step, from.length - k * step);
        if (count > 0) {
          System.arraycopy(from, k * step, rest[k - 1], 0, count);
        }
      }
      least(levels[level], from, rest[0], rest[1], rest[2]);
    }
    return levels[levels.length - 1][0];
  }

  private static void least(double[] to, double[] a, double[] b, double[] c, double[] d) {
    for (int j = 0; j < to.length; j++) {
      to[j] = Math.min(Math.min(a[j], b[j]), Math.min(c[j], d[j]));
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
