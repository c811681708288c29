package io.otbench.solvers.conjugate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Potential;
import java.util.random.RandomGenerator;

/** Largest absolute eigenvalue of the Hessian of a potential, by power iteration on every row. */
public final class SpectralNorm {

  private static final int ITERATIONS = 20;
  private static final double TINY = 1e-12;

  private SpectralNorm() {}

  /**
   * The largest value over the rows of {@code points}, shape (n, d): 20 Hessian-vector products
   * from independent random unit vectors, then |H v| with one more. Rows where it is not a finite
   * number are left out; 0 when none is left.
   *
   * @param random stream of the starting vectors
   */
  public static double largest(Potential potential, NDArray points, RandomGenerator random) {
    int rows = (int) points.getShape().get(0);
    int dim = (int) points.getShape().get(1);
    double[] normals = new double[rows * dim];
    for (int i = 0; i < normals.length; i++) {
      normals[i] = random.nextGaussian();
    }
    try (NDManager outer = points.getManager().newSubManager()) {
      NDArray v = normalised(EngineArrays.create(outer, normals, dim, points.getDataType()));
      for (int i = 0; i < ITERATIONS; i++) {
        try (NDManager scope = outer.newSubManager()) {
          NDArray at = points.duplicate();
          at.attach(scope);
          NDArray previous = v;
          NDArray direction = previous.duplicate();
          direction.attach(scope);
          v = normalised(potential.hessianVectorProduct(at, direction));
          v.attach(outer);
          previous.close();
        }
      }
      NDArray at = points.duplicate();
      at.attach(outer);
      NDArray norms = potential.hessianVectorProduct(at, v).norm(new int[] {1}, false);
      double[] values = EngineArrays.toDoubles(norms);
      double largest = 0;
      for (double value : values) {
        // One bad row must not take the step size of all others with it.
        if (Double.isFinite(value)) {
          largest = Math.max(largest, value);
        }
      }
      return largest;
    }
  }

  private static NDArray normalised(NDArray v) {
    return v.div(v.norm(new int[] {1}, true).addi(TINY));
  }
}
