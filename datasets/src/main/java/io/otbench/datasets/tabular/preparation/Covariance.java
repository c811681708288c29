package io.otbench.datasets.tabular.preparation;

/** Covariance of rows, which divides by their number less one. */
final class Covariance {

  private Covariance() {}

  static double[][] of(RowRange rows) {
    double[] mean = ColumnScale.means(rows);
    int width = mean.length;
    double[][] products = new double[width][width];
    double[] centred = new double[width];
    for (int i = 0; i < rows.count(); i++) {
      for (int j = 0; j < width; j++) {
        centred[j] = rows.get(i, j) - mean[j];
        for (int k = 0; k <= j; k++) {
          products[j][k] += centred[j] * centred[k];
        }
      }
    }
    for (int j = 0; j < width; j++) {
      for (int k = 0; k <= j; k++) {
        products[j][k] /= rows.count() - 1.0;
        products[k][j] = products[j][k];
      }
    }
    return products;
  }
}
