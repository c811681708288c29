package io.otbench.solvers.conjugate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Potential;

/**
 * The state of all rows of one inner solve, and the evaluation of h and F on some of them. Rows
 * that are done are left out of the batch that the potential sees, so that they stop costing.
 */
final class ActiveRows {

  /** |F| above this is a runaway row, given up long before its coordinates overflow. */
  private static final double HOPELESS_RESIDUAL = 1e8;

  final int dim;
  final int rows;

  /** Iterates, row-major (n, d). */
  final double[] y;

  /** F at the iterates, row-major (n, d). */
  final double[] f;

  /** h at the iterates. */
  final double[] h;

  /** |F| at the iterates. */
  final double[] residual;

  private final Potential potential;
  private final ConjugateProblem problem;
  private long evaluatedRows;

  ActiveRows(Potential potential, ConjugateProblem problem) {
    this(potential, problem, 0);
  }

  /** Goes on counting from {@code evaluatedRows}, what earlier attempts at the problem cost. */
  ActiveRows(Potential potential, ConjugateProblem problem, long evaluatedRows) {
    this.potential = potential;
    this.problem = problem;
    this.evaluatedRows = evaluatedRows;
    this.dim = problem.dim();
    this.rows = problem.rows();
    this.y = problem.start().clone();
    this.f = new double[y.length];
    this.h = new double[rows];
    this.residual = new double[rows];
  }

  /** Evaluations of the gradient so far, in units of the whole batch. */
  double gradientEvaluations() {
    return (double) evaluatedRows / Math.max(1, rows);
  }

  /** Rows whose gradient was evaluated so far. */
  long evaluatedRows() {
    return evaluatedRows;
  }

  /**
   * Evaluates h, F and |F| at {@code points} (row-major (n, d), all rows) for the given rows, into
   * arrays of all rows.
   */
  void evaluate(
      double[] points, int[] which, int count, double[] hOut, double[] fOut, double[] residualOut) {
    double[] batch = new double[count * dim];
    for (int k = 0; k < count; k++) {
      System.arraycopy(points, which[k] * dim, batch, k * dim, dim);
    }
    double[] value;
    double[] gradient;
    try (NDManager scope = problem.manager().newSubManager()) {
      NDArray array = EngineArrays.create(scope, batch, dim, problem.type());
      Potential.ValueAndGradient both = potential.valueAndGradient(array);
      value = EngineArrays.toDoubles(both.value());
      gradient = EngineArrays.toDoubles(both.gradient());
    }
    evaluatedRows += count;
    double[] z = problem.z();
    for (int k = 0; k < count; k++) {
      int row = which[k];
      double distance = 0;
      double norm = 0;
      for (int j = 0; j < dim; j++) {
        int at = row * dim + j;
        double shift = points[at] - z[at];
        double component = shift + gradient[k * dim + j];
        fOut[at] = component;
        distance += shift * shift;
        norm += component * component;
      }
      hOut[row] = value[k] + distance / 2;
      residualOut[row] = Math.sqrt(norm);
    }
  }

  /** Evaluates the given rows at their iterates. */
  void evaluateAtIterates(int[] which, int count) {
    evaluate(y, which, count, h, f, residual);
  }

  /** Keeps those of the first {@code count} rows that are neither solved nor hopeless. */
  int keepUnsolved(int[] which, int count, double tolerance) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      double r = residual[which[k]];
      if (r >= tolerance && r <= HOPELESS_RESIDUAL) {
        which[kept++] = which[k];
      }
    }
    return kept;
  }

  /** Keeps those of the first {@code count} rows that are not hopeless, solved ones too. */
  int keepHopeful(int[] which, int count) {
    return keepUnsolved(which, count, 0);
  }
}
