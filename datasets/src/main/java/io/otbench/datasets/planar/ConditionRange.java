package io.otbench.datasets.planar;

import io.otbench.datasets.GroundTruth.Moments;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.ejml.simple.SimpleMatrix;

/**
 * An interval of conditions eta, with the uniform law on it.
 *
 * @param low smallest condition
 * @param high largest condition, above {@code low}
 */
record ConditionRange(double low, double high) {

  double draw(RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }

  boolean contains(double eta) {
    return eta >= low && eta <= high;
  }

  /** E f(eta). */
  double mean(DoubleUnaryOperator f) {
    return Quadrature.integrate(f, low, high) / (high - low);
  }

  double mean() {
    return (low + high) / 2;
  }

  /**
   * Moments of rows (x, eta) where x has mean zero at every eta.
   *
   * @param pointCovariance mean over eta of the covariance of x, shape (d, d)
   */
  Moments moments(SimpleMatrix pointCovariance) {
    int d = pointCovariance.getNumRows();
    SimpleMatrix mean = new SimpleMatrix(d + 1, 1);
    mean.set(d, 0, mean());
    SimpleMatrix covariance = new SimpleMatrix(d + 1, d + 1);
    covariance.insertIntoThis(0, 0, pointCovariance);
    covariance.set(d, d, (high - low) * (high - low) / 12);
    return new Moments(mean, covariance, 1);
  }

  /** {@code count} conditions from {@code low} to {@code high}, equally spaced, at least 2. */
  double[] equallySpaced(int count) {
    double[] conditions = new double[count];
    for (int i = 0; i < count; i++) {
      conditions[i] = low + (high - low) * i / (count - 1);
    }
    return conditions;
  }
}
