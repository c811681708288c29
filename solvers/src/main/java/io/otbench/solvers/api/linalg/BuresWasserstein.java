package io.otbench.solvers.api.linalg;

import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;

/**
 * Optimal transport between Gaussians N(m0, S0) and N(m1, S1) for the quadratic cost. The optimal
 * map is x -&gt; m1 + A (x - m0) with
 *
 * <pre>A = S0^{-1/2} (S0^{1/2} S1 S0^{1/2})^{1/2} S0^{-1/2}</pre>
 *
 * <p>(Knott and Smith 1984; Gelbrich 1990). All matrices are symmetric (d, d).
 */
public final class BuresWasserstein {

  /** Eigenvalues below this share of the largest are rounding noise of a singular matrix. */
  private static final double RELATIVE_EIGENVALUE_FLOOR = 1e-13;

  private BuresWasserstein() {}

  /**
   * The symmetric matrix A of the optimal map from N(m0, S0) to N(m1, S1). On the null space of a
   * singular S0 the map is zero.
   *
   * @throws IllegalArgumentException when a matrix is not symmetric positive semidefinite or the
   *     shapes differ
   */
  public static SimpleMatrix map(SimpleMatrix s0, SimpleMatrix s1) {
    requireSameShape(s0, s1);
    positiveSemidefinite(s1);
    SimpleMatrix root = power(s0, 0.5);
    SimpleMatrix inverseRoot = power(s0, -0.5);
    SimpleMatrix middle = power(symmetric(root.mult(s1).mult(root)), 0.5);
    return symmetric(inverseRoot.mult(middle).mult(inverseRoot));
  }

  /**
   * W2^2, the optimal mean of |x - y|^2 (no half): |m0 - m1|^2 + tr S0 + tr S1 - 2 tr (S0^{1/2} S1
   * S0^{1/2})^{1/2}.
   *
   * @param m0 mean of the first Gaussian, shape (d, 1)
   * @param m1 mean of the second, shape (d, 1)
   */
  public static double squaredDistance(
      SimpleMatrix m0, SimpleMatrix s0, SimpleMatrix m1, SimpleMatrix s1) {
    requireSameShape(s0, s1);
    positiveSemidefinite(s1);
    SimpleMatrix root = power(s0, 0.5);
    double cross = power(symmetric(root.mult(s1).mult(root)), 0.5).trace();
    double meanShift = m0.minus(m1).normF();
    return meanShift * meanShift + Math.max(0, s0.trace() + s1.trace() - 2 * cross);
  }

  /** Symmetric positive semidefinite power by the eigenvalue decomposition. */
  private static SimpleMatrix power(SimpleMatrix s, double exponent) {
    SimpleEVD<SimpleMatrix> evd = positiveSemidefinite(s);
    double largest = largestEigenvalue(evd);
    int d = s.getNumRows();
    SimpleMatrix result = new SimpleMatrix(d, d);
    for (int i = 0; i < d; i++) {
      double eigenvalue = evd.getEigenvalue(i).getReal();
      if (eigenvalue > RELATIVE_EIGENVALUE_FLOOR * largest) {
        SimpleMatrix vector = evd.getEigenVector(i);
        double unit = 1 / vector.normF();
        SimpleMatrix normal = vector.scale(unit);
        result = result.plus(normal.mult(normal.transpose()).scale(Math.pow(eigenvalue, exponent)));
      }
    }
    return result;
  }

  /** The eigenvalues and eigenvectors of a covariance, or the exception that says it is none. */
  private static SimpleEVD<SimpleMatrix> positiveSemidefinite(SimpleMatrix s) {
    requireSymmetric(s);
    SimpleEVD<SimpleMatrix> evd = symmetric(s).eig();
    double largest = largestEigenvalue(evd);
    for (int i = 0; i < evd.getNumberOfEigenvalues(); i++) {
      double eigenvalue = evd.getEigenvalue(i).getReal();
      if (eigenvalue < -1e-9 * Math.max(largest, 1)) {
        throw new IllegalArgumentException(
            "matrix must be positive semidefinite but has the eigenvalue " + eigenvalue);
      }
    }
    return evd;
  }

  private static double largestEigenvalue(SimpleEVD<SimpleMatrix> evd) {
    double largest = 0;
    for (int i = 0; i < evd.getNumberOfEigenvalues(); i++) {
      largest = Math.max(largest, evd.getEigenvalue(i).getReal());
    }
    return largest;
  }

  private static SimpleMatrix symmetric(SimpleMatrix s) {
    return s.plus(s.transpose()).scale(0.5);
  }

  private static void requireSymmetric(SimpleMatrix s) {
    if (s.getNumRows() != s.getNumCols()) {
      throw new IllegalArgumentException(
          "matrix must be square but is (" + s.getNumRows() + ", " + s.getNumCols() + ")");
    }
    // The largest difference does not show a NaN: comparisons pass it over.
    if (s.hasUncountable()) {
      throw new IllegalArgumentException("matrix must be finite but has a NaN or an infinity");
    }
    double asymmetry = s.minus(s.transpose()).elementMaxAbs();
    if (asymmetry > 1e-9 * Math.max(1, s.elementMaxAbs())) {
      throw new IllegalArgumentException(
          "matrix must be symmetric but differs from its transpose by " + asymmetry);
    }
  }

  private static void requireSameShape(SimpleMatrix s0, SimpleMatrix s1) {
    if (s0.getNumRows() != s1.getNumRows() || s0.getNumCols() != s1.getNumCols()) {
      throw new IllegalArgumentException(
          "covariances must have one shape but are (%d, %d) and (%d, %d)"
              .formatted(s0.getNumRows(), s0.getNumCols(), s1.getNumRows(), s1.getNumCols()));
    }
  }
}
