package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.EngineArrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** lambda E|x - f|^2 + d times the mean over random directions of the one-dimensional W2^2. */
final class SlicedTerm implements TransportTerm {

  private final double lambda;
  private final int projections;
  private final RandomGenerator random;

  /**
   * @param lambda weight of E|x - f|^2
   * @param projections number of directions
   * @param random stream of the directions
   */
  SlicedTerm(double lambda, int projections, RandomGenerator random) {
    this.lambda = lambda;
    this.projections = projections;
    this.random = random;
  }

  /** A projection is matched by sorting, at every step anew: there is no plan to hold. */
  @Override
  public Batch match(Batch batch, Supplier<Batch.Images> images) {
    return batch;
  }

  @Override
  public NDArray loss(Batch batch, Batch.Images images) {
    NDArray first = images.first();
    long dim = first.getShape().get(1);
    NDArray directions = directions(first, (int) dim);
    NDArray distance =
        sorted(first, directions, batch.groups())
            .sub(sorted(batch.target(), directions, batch.groups()))
            .square()
            .mean();
    NDArray loss = Losses.times(distance, dim);
    return loss.add(Losses.times(Losses.meanSquaredDistance(first, batch.points()), lambda));
  }

  /** Projections of rows in increasing order, shape (directions, R, n). */
  private NDArray sorted(NDArray rows, NDArray directions, int groups) {
    long n = rows.getShape().get(0) / groups;
    return directions.matMul(rows.transpose()).reshape(new Shape(projections, groups, n)).sort(2);
  }

  /** Uniform unit vectors, shape (directions, d). */
  private NDArray directions(NDArray like, int dim) {
    double[] numbers = new double[projections * dim];
    for (int p = 0; p < projections; p++) {
      double squaredNorm = 0;
      for (int j = p * dim; j < (p + 1) * dim; j++) {
        numbers[j] = random.nextGaussian();
        squaredNorm += numbers[j] * numbers[j];
      }
      double scale = 1 / Math.sqrt(squaredNorm);
      for (int j = p * dim; j < (p + 1) * dim; j++) {
        numbers[j] *= scale;
      }
    }
    return EngineArrays.create(like.getManager(), numbers, dim, like.getDataType());
  }
}
