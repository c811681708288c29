package io.otbench.solvers.discrete;

import ai.djl.ndarray.NDArray;
import io.otbench.solvers.api.EngineArrays;

/**
 * The optimal plan between two sets of n points of weight 1/n each, for the squared distance: x_i
 * goes to y_s(i).
 *
 * @param assignment s and its dual numbers, for the costs |x_i - y_j|^2
 * @param w2Squared W2^2, the mean of |x_i - y_s(i)|^2 (no half), summed in float64 from the points
 */
public record Matching(Assignment assignment, double w2Squared) {

  /**
   * Matches two sets.
   *
   * @param x float32 or float64 points, shape (n, d), all finite
   * @param y points of the same shape
   * @throws IllegalArgumentException when the shapes differ or a point is not finite
   */
  public static Matching of(NDArray x, NDArray y, AssignmentSolver solver) {
    return measured(solver.solve(SquaredCosts.of(x, y), rows(x)), x, y);
  }

  /**
   * Matches two sets that moved little since another matching, with the column duals of that: the
   * same answer in less work. For a fresh set {@code y} they are of no use.
   */
  public static Matching of(
      NDArray x, NDArray y, AssignmentSolver solver, double[] previousColumnDuals) {
    return measured(solver.solve(SquaredCosts.of(x, y), rows(x), previousColumnDuals), x, y);
  }

  private static int rows(NDArray x) {
    return Math.toIntExact(x.getShape().get(0));
  }

  private static Matching measured(Assignment assignment, NDArray x, NDArray y) {
    int n = assignment.size();
    double[] from = EngineArrays.toDoubles(x);
    double[] to = EngineArrays.toDoubles(y);
    int d = from.length / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int partner = assignment.columnOfRow()[i];
      for (int k = 0; k < d; k++) {
        double difference = from[i * d + k] - to[partner * d + k];
        sum += difference * difference;
      }
    }
    return new Matching(assignment, sum / n);
  }
}
