package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDArray;

/** Running sums that compare a map T with the true map T* at the same points. */
final class MapErrors {

  private long count;
  private double squaredError;
  private double squaredImage;
  private double squaredShift;
  private double squaredTrueShift;
  private double shiftProduct;

  /**
   * Takes in n rows, all float64 and of shape (n, d).
   *
   * @param points x
   * @param mapped T(x)
   * @param images T*(x)
   */
  void add(NDArray points, NDArray mapped, NDArray images) {
    NDArray shift = mapped.sub(points);
    // The chunk's manager must own the result: the images belong to the evaluation as a whole.
    NDArray trueShift = points.neg().add(images);
    count += points.getShape().get(0);
    squaredError += shift.sub(trueShift).square().sum().getDouble();
    squaredImage += images.square().sum().getDouble();
    squaredShift += shift.square().sum().getDouble();
    squaredTrueShift += trueShift.square().sum().getDouble();
    shiftProduct += shift.mul(trueShift).sum().getDouble();
  }

  long count() {
    return count;
  }

  /** E|T(x) - T*(x)|^2. */
  double squaredError() {
    return squaredError / count;
  }

  /** E|T*(x)|^2. */
  double squaredImage() {
    return squaredImage / count;
  }

  /** E|T(x) - x|^2. */
  double cost() {
    return squaredShift / count;
  }

  /** E|T*(x) - x|^2 on the same points. */
  double trueCost() {
    return squaredTrueShift / count;
  }

  /** Cosine of the two displacement fields in L2; 0 where one of them moves nothing. */
  double cosine() {
    double norms = Math.sqrt(squaredShift) * Math.sqrt(squaredTrueShift);
    return norms == 0 ? 0 : shiftProduct / norms;
  }
}
