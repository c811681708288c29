package io.otbench.solvers.conjugate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.EngineArrays;
import java.util.Optional;

/**
 * A batch of inner problems.
 *
 * @param manager parent of the managers opened while solving
 * @param z the points, row-major (n, d); not modified
 * @param start where to begin, row-major (n, d); not modified
 * @param dim dimension d
 * @param type FLOAT32 or FLOAT64: the precision the potential is evaluated in
 * @param metric an estimate of the inverse of I + Hess g, row-major (d, d), symmetric, which
 *     quasi-Newton solvers start from; empty for the identity
 */
public record ConjugateProblem(
    NDManager manager,
    double[] z,
    double[] start,
    int dim,
    DataType type,
    Optional<double[]> metric) {

  /** Checks the lengths. */
  public ConjugateProblem {
    if (dim < 1 || z.length % dim != 0 || start.length != z.length) {
      throw new IllegalArgumentException(
          "z and start must both be (n, %d) but have %d and %d numbers"
              .formatted(dim, z.length, start.length));
    }
  }

  /** The problem of the rows of {@code z}, shape (n, d), started at y = z. */
  public static ConjugateProblem startingAt(NDManager manager, NDArray z, DataType type) {
    double[] rows = EngineArrays.toDoubles(z);
    return new ConjugateProblem(
        manager, rows, rows, (int) z.getShape().get(1), type, Optional.empty());
  }

  /** Number of rows n. */
  public int rows() {
    return z.length / dim;
  }

  /** Unit of rounding of the precision, relative to 1. */
  double epsilon() {
    return type == DataType.FLOAT64 ? Math.ulp(1.0) : Math.ulp(1f);
  }
}
