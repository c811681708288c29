package io.otbench.solvers.discrete;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.solvers.api.EngineArrays;

/**
 * Entropic optimal transport by Sinkhorn's iteration on the potentials (in the log domain), in
 * float64 (M. Cuturi, arXiv:1306.0895). Epsilon comes down by steps from the largest cost, since
 * the potentials of a larger epsilon are a good start and there the iteration is fast.
 *
 * @param epsilon weight of the relative entropy in units of the cost |x - y|^2 / 2, above 0
 * @param tolerance marginal error to reach, see {@link EntropicPotentials#marginalError()}, above 0
 *     and below 2
 * @param maxIterations updates of both potentials at most, at least 1
 */
public record Sinkhorn(double epsilon, double tolerance, int maxIterations) {

  /** Ratio of one epsilon to the one before on the way down. */
  private static final double EPSILON_STEP = 0.25;

  /** Marginal error that is enough on the way down. */
  private static final double COARSE_TOLERANCE = 0.05;

  /** Checks the ranges. */
  public Sinkhorn {
    if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
      throw new IllegalArgumentException("epsilon must be above 0 but is " + epsilon);
    }
    if (!(tolerance > 0) || tolerance >= 2) {
      throw new IllegalArgumentException(
          "tolerance must be above 0 and below 2 but is " + tolerance);
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException(
          "maxIterations must be at least 1 but is " + maxIterations);
    }
  }

  /**
   * The potentials of two sets of points of uniform weights.
   *
   * @param x float32 or float64 points, shape (n, d), all finite
   * @param y points, shape (m, d)
   * @throws IllegalArgumentException when the dimensions differ or a point is not finite
   * @throws NotConvergedException when the tolerance is not met in time
   */
  public EntropicPotentials solve(NDArray x, NDArray y) {
    try (NDManager scope = x.getManager().newSubManager()) {
      NDArray costs = SquaredCosts.halves(scope, x, y);
      double largest = costs.max().getDouble();
      if (!Double.isFinite(largest)) {
        throw new IllegalArgumentException("points must be finite but a cost is " + largest);
      }
      Shape shape = costs.getShape();
      Iterates iterates =
          new Iterates(new double[(int) shape.get(0)], new double[(int) shape.get(1)]);
      double current = Math.max(largest, epsilon);
      while (current > epsilon) {
        descend(costs, current, Math.max(COARSE_TOLERANCE, tolerance), iterates);
        current = Math.max(epsilon, current * EPSILON_STEP);
      }
      double error = descend(costs, epsilon, tolerance, iterates);
      return new EntropicPotentials(iterates.f, iterates.g, epsilon, iterates.done, error);
    }
  }

  /** The potentials so far and the number of updates they took. */
  private static final class Iterates {

    private double[] f;
    private double[] g;
    private int done;

    Iterates(double[] f, double[] g) {
      this.f = f;
      this.g = g;
    }
  }

  /** Iterates at one epsilon. Returns the marginal error of the potentials it leaves. */
  private double descend(NDArray costs, double current, double enough, Iterates iterates) {
    try (NDManager stage = costs.getManager().newSubManager()) {
      NDArray scores = costs.div(-current);
      scores.attach(stage);
      double error = Double.POSITIVE_INFINITY;
      for (boolean first = true; iterates.done < maxIterations; first = false) {
        double[] f;
        double[] g;
        try (NDManager step = stage.newSubManager()) {
          f = softMinimum(step, scores, iterates.g, 1, current);
          error = rowError(iterates.f, f, current);
          // The first f is that of another epsilon: only after an update of g are the column sums
          // right, which the error takes for granted.
          if (!first && error <= enough) {
            return error;
          }
          g = softMinimum(step, scores, f, 0, current);
        }
        iterates.f = f;
        iterates.g = g;
        iterates.done++;
      }
      throw new NotConvergedException(
          "Sinkhorn's iteration at epsilon " + current, iterates.done, error, enough);
    }
  }

  /**
   * -epsilon log mean exp((potential - cost) / epsilon) along an axis: the best answer of one side
   * to the potential of the other, which makes the sums of the plan along that axis right.
   */
  private static double[] softMinimum(
      NDManager step, NDArray scores, double[] potential, int axis, double epsilon) {
    Shape shape = axis == 1 ? new Shape(1, potential.length) : new Shape(potential.length, 1);
    NDArray scaled = EngineArrays.create(step, potential, shape, DataType.FLOAT64).divi(epsilon);
    // The array of the step stands first: results belong to the manager of the first operand.
    NDArray sums = scaled.add(scores);
    int[] axes = {axis};
    NDArray largest = sums.max(axes, true);
    NDArray logs = sums.subi(largest).exp().mean(axes, true).log().addi(largest);
    return logs.muli(-epsilon).toDoubleArray();
  }

  /**
   * Sum over rows of |row sum - 1/n|. The new f is what makes the row sums 1/n, so its distance to
   * the old f tells what they were: exp((old - new) / epsilon) / n.
   */
  private static double rowError(double[] before, double[] after, double epsilon) {
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      sum += Math.abs(Math.expm1((before[i] - after[i]) / epsilon));
    }
    return sum / before.length;
  }
}
