package io.otbench.benchmarks.jmh;

import java.util.random.RandomGenerator;

/** The costs of the assignment benchmarks. */
final class PointCosts {

  private PointCosts() {}

  static double[] normals(RandomGenerator random, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextGaussian();
    }
    return numbers;
  }

  /**
   * |x_i - y_j|^2, row-major (n, n).
   *
   * @param x row-major (n, dim)
   * @param y row-major (n, dim)
   */
  static float[] squaredDistances(double[] x, double[] y, int dim) {
    int n = x.length / dim;
    float[] squares = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < dim; k++) {
          double difference = x[i * dim + k] - y[j * dim + k];
          sum += difference * difference;
        }
        squares[i * n + j] = (float) sum;
      }
    }
    return squares;
  }
}
