package io.otbench.datasets.tabular.preparation;

import io.otbench.datasets.tabular.files.Table;

/** Affine scaling of every column, (x - shift) / divisor, in float64. */
final class ColumnScale {

  private final double[] shift;
  private final double[] divisor;

  private ColumnScale(double[] shift, double[] divisor) {
    this.shift = shift;
    this.divisor = divisor;
  }

  /** To mean 0 and the deviation that divides by the number of rows. */
  static ColumnScale populationZscore(RowRange rows) {
    return zscore(rows, rows.count());
  }

  /** To mean 0 and the deviation that divides by the number of rows less one. */
  static ColumnScale sampleZscore(RowRange rows) {
    return zscore(rows, rows.count() - 1.0);
  }

  private static ColumnScale zscore(RowRange rows, double squaresDivisor) {
    requireSpread(rows);
    double[] mean = means(rows);
    double[] deviation = new double[mean.length];
    for (int i = 0; i < rows.count(); i++) {
      for (int j = 0; j < mean.length; j++) {
        double centred = rows.get(i, j) - mean[j];
        deviation[j] += centred * centred;
      }
    }
    for (int j = 0; j < mean.length; j++) {
      deviation[j] = Math.sqrt(deviation[j] / squaresDivisor);
    }
    return new ColumnScale(mean, deviation);
  }

  /** Smallest value to -1, largest to 1. */
  static ColumnScale minmax(RowRange rows) {
    double[][] extremes = requireSpread(rows);
    int width = rows.table().width();
    double[] middle = new double[width];
    double[] half = new double[width];
    for (int j = 0; j < width; j++) {
      middle[j] = (extremes[1][j] + extremes[0][j]) / 2;
      half[j] = (extremes[1][j] - extremes[0][j]) / 2;
    }
    return new ColumnScale(middle, half);
  }

  /** Mean of every column. */
  static double[] means(RowRange rows) {
    double[] mean = new double[rows.table().width()];
    for (int i = 0; i < rows.count(); i++) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += rows.get(i, j);
      }
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= rows.count();
    }
    return mean;
  }

  /**
   * Smallest and largest value of every column.
   *
   * @throws IllegalArgumentException when a column is constant: it has no scale
   */
  static double[][] requireSpread(RowRange rows) {
    int width = rows.table().width();
    double[][] extremes = new double[2][width];
    for (int j = 0; j < width; j++) {
      extremes[0][j] = Double.POSITIVE_INFINITY;
      extremes[1][j] = Double.NEGATIVE_INFINITY;
    }
    for (int i = 0; i < rows.count(); i++) {
      for (int j = 0; j < width; j++) {
        double value = rows.get(i, j);
        extremes[0][j] = Math.min(extremes[0][j], value);
        extremes[1][j] = Math.max(extremes[1][j], value);
      }
    }
    for (int j = 0; j < width; j++) {
      if (!(extremes[0][j] < extremes[1][j])) {
        throw new IllegalArgumentException(
            "column '%s' must not be constant but is %s in all %d rows that scale it"
                .formatted(rows.table().columns().get(j), extremes[0][j], rows.count()));
      }
    }
    return extremes;
  }

  /** Scales all rows of a table in place. */
  void apply(Table table) {
    int width = table.width();
    double[] values = table.values();
    for (int i = 0; i < table.rows(); i++) {
      for (int j = 0; j < width; j++) {
        int at = i * width + j;
        values[at] = (values[at] - shift[j]) / divisor[j];
      }
    }
  }
}
