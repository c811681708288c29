package io.otbench.solvers.conjugate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Potential;
import java.util.Arrays;
import java.util.BitSet;

/**
 * L-BFGS on every row by itself, in lock-step so that the potential sees batches. A step must pass
 * the Armijo test on h, which is what keeps rows out of cycles and saddle points; only refused rows
 * are evaluated again at half the step. Vectors of d numbers are too short for native operations to
 * pay, so the recursion runs on Java arrays; only the potential and the metric are native.
 */
public final class LbfgsConjugateSolver implements ConjugateSolver {

  private static final double ARMIJO = 1e-4;
  private static final int MAX_HALVINGS = 25;

  /** A pair is kept where s.u exceeds this share of |s||u|. */
  private static final double MIN_COSINE = 1e-10;

  /** Changes of h below this many units of rounding say nothing: the residual decides there. */
  private static final double ROUNDING_UNITS = 64;

  /** Negative curvature counts when it was seen in this many last steps of a row. */
  private static final int CURVATURE_MEMORY = 3;

  private final int memory;

  /**
   * A solver that remembers {@code memory} pairs.
   *
   * @param memory at least 1
   */
  public LbfgsConjugateSolver(int memory) {
    if (memory < 1) {
      throw new IllegalArgumentException("memory must be at least 1 but is " + memory);
    }
    this.memory = memory;
  }

  @Override
  public ConjugateSolution solve(
      Potential potential, ConjugateProblem problem, InnerLimits limits) {
    return new Solve(potential, problem, limits).run();
  }

  private final class Solve {

    private final ConjugateProblem problem;
    private final InnerLimits limits;
    private final ActiveRows state;
    private final int dim;
    private final int[] active;
    private int activeCount;

    private final double[][] steps;
    private final double[][] gradientChanges;
    private final double[][] rho;
    private final double[] gamma;
    private final double[] direction;
    private final double[] alphas;

    private final double[] trial;
    private final double[] trialF;
    private final double[] trialH;
    private final double[] trialResidual;

    /** Searches in a row that found no admissible point, per row. */
    private final int[] failedSearches;

    private final int[] lastStep;
    private final int[] lastNegative;

    Solve(Potential potential, ConjugateProblem problem, InnerLimits limits) {
      this.problem = problem;
      this.limits = limits;
      this.state = new ActiveRows(potential, problem);
      this.dim = problem.dim();
      int rows = problem.rows();
      this.active = new int[rows];
      for (int row = 0; row < rows; row++) {
        active[row] = row;
      }
      this.activeCount = rows;
      int numbers = rows * dim;
      // Long solves are rare: the slots of the memory are made when they are first needed.
      this.steps = new double[memory][];
      this.gradientChanges = new double[memory][];
      this.rho = new double[memory][];
      this.gamma = new double[rows];
      Arrays.fill(gamma, 1);
      this.direction = new double[numbers];
      this.alphas = new double[memory * rows];
      this.trial = new double[numbers];
      this.trialF = new double[numbers];
      this.trialH = new double[rows];
      this.trialResidual = new double[rows];
      this.failedSearches = new int[rows];
      this.lastStep = new int[rows];
      this.lastNegative = new int[rows];
      Arrays.fill(lastNegative, -CURVATURE_MEMORY);
    }

    ConjugateSolution run() {
      state.evaluateAtIterates(active, activeCount);
      activeCount = state.keepUnsolved(active, activeCount, limits.tolerance());
      int iteration = 0;
      while (activeCount > 0 && iteration < limits.maxIterations()) {
        computeDirections(iteration);
        lineSearch();
        accept(iteration);
        iteration++;
        activeCount = state.keepUnsolved(active, activeCount, limits.tolerance());
        activeCount = keepMoving();
      }
      BitSet solved = new BitSet(state.rows);
      BitSet negative = new BitSet(state.rows);
      for (int row = 0; row < state.rows; row++) {
        solved.set(row, state.residual[row] < limits.tolerance());
        negative.set(row, lastStep[row] - lastNegative[row] < CURVATURE_MEMORY);
      }
      return new ConjugateSolution(
          state.y, state.residual, solved, negative, iteration, state.gradientEvaluations());
    }

    /**
     * Gives up the rows that stood still until their memory was empty: then even the steepest
     * descent found nothing, and it would be the same at every further iteration.
     */
    private int keepMoving() {
      int kept = 0;
      for (int k = 0; k < activeCount; k++) {
        if (failedSearches[active[k]] <= memory) {
          active[kept++] = active[k];
        }
      }
      return kept;
    }

    /** Two-loop recursion: direction = -(approximate inverse Hessian of h) F. */
    private void computeDirections(int iteration) {
      int pairs = Math.min(iteration, memory);
      for (int k = 0; k < activeCount; k++) {
        int at = active[k] * dim;
        System.arraycopy(state.f, at, direction, at, dim);
        for (int i = 1; i <= pairs; i++) {
          int slot = (iteration - i) % memory;
          double alpha = rho[slot][active[k]] * dot(steps[slot], direction, at);
          alphas[slot * state.rows + active[k]] = alpha;
          add(direction, -alpha, gradientChanges[slot], at);
        }
      }
      applyMetric();
      for (int k = 0; k < activeCount; k++) {
        int row = active[k];
        int at = row * dim;
        for (int j = at; j < at + dim; j++) {
          direction[j] *= gamma[row];
        }
        for (int i = pairs; i >= 1; i--) {
          int slot = (iteration - i) % memory;
          double beta = rho[slot][row] * dot(gradientChanges[slot], direction, at);
          add(direction, alphas[slot * state.rows + row] - beta, steps[slot], at);
        }
        // A direction that is no descent, or none at all, gives way to the steepest one.
        boolean descent = dot(direction, state.f, at) > 0;
        for (int j = at; j < at + dim; j++) {
          direction[j] = descent ? -direction[j] : -state.f[j];
        }
      }
    }

    private void applyMetric() {
      if (problem.metric().isEmpty()) {
        return;
      }
      multiplyByMetric(direction, problem.metric().get());
    }

    /** Replaces the active rows of {@code vectors} by their products with the metric. */
    private void multiplyByMetric(double[] vectors, double[] metric) {
      double[] batch = new double[activeCount * dim];
      for (int k = 0; k < activeCount; k++) {
        System.arraycopy(vectors, active[k] * dim, batch, k * dim, dim);
      }
      try (NDManager scope = problem.manager().newSubManager()) {
        NDArray matrix = EngineArrays.create(scope, metric, dim, problem.type());
        NDArray rows = EngineArrays.create(scope, batch, dim, problem.type());
        batch = EngineArrays.toDoubles(rows.matMul(matrix));
      }
      for (int k = 0; k < activeCount; k++) {
        System.arraycopy(batch, k * dim, vectors, active[k] * dim, dim);
      }
    }

    /** Leaves an admissible point of every active row in trial, or the old one where none is. */
    private void lineSearch() {
      int[] pending = Arrays.copyOf(active, activeCount);
      int pendingCount = activeCount;
      double step = 1;
      for (int halving = 0; halving <= MAX_HALVINGS && pendingCount > 0; halving++) {
        for (int k = 0; k < pendingCount; k++) {
          int at = pending[k] * dim;
          for (int j = at; j < at + dim; j++) {
            trial[j] = state.y[j] + step * direction[j];
          }
        }
        state.evaluate(trial, pending, pendingCount, trialH, trialF, trialResidual);
        int refused = 0;
        for (int k = 0; k < pendingCount; k++) {
          if (admissible(pending[k], step)) {
            failedSearches[pending[k]] = 0;
          } else {
            pending[refused++] = pending[k];
          }
        }
        pendingCount = refused;
        step /= 2;
      }
      for (int k = 0; k < pendingCount; k++) {
        int row = pending[k];
        failedSearches[row]++;
        int at = row * dim;
        System.arraycopy(state.y, at, trial, at, dim);
        System.arraycopy(state.f, at, trialF, at, dim);
        trialH[row] = state.h[row];
        trialResidual[row] = state.residual[row];
      }
    }

    private boolean admissible(int row, double step) {
      double slope = dot(direction, state.f, row * dim);
      double change = trialH[row] - state.h[row];
      if (change <= ARMIJO * step * slope) {
        return Double.isFinite(trialResidual[row]);
      }
      double rounding = ROUNDING_UNITS * problem.epsilon() * (1 + Math.abs(state.h[row]));
      return Math.abs(change) <= rounding && trialResidual[row] <= state.residual[row];
    }

    private void accept(int iteration) {
      int slot = iteration % memory;
      if (steps[slot] == null) {
        steps[slot] = new double[direction.length];
        gradientChanges[slot] = new double[direction.length];
        rho[slot] = new double[state.rows];
      }
      double[] s = steps[slot];
      double[] u = gradientChanges[slot];
      for (int k = 0; k < activeCount; k++) {
        int row = active[k];
        int at = row * dim;
        for (int j = at; j < at + dim; j++) {
          s[j] = trial[j] - state.y[j];
          u[j] = trialF[j] - state.f[j];
        }
        double su = dot(s, u, at);
        double lengths = Math.sqrt(dot(s, s, at) * dot(u, u, at));
        boolean keep = su > MIN_COSINE * lengths;
        rho[slot][row] = keep ? 1 / su : 0;
        lastStep[row] = iteration;
        if (su < -curvatureNoise(row, at, s)) {
          lastNegative[row] = iteration;
        }
        System.arraycopy(trial, at, state.y, at, dim);
        System.arraycopy(trialF, at, state.f, at, dim);
        state.h[row] = trialH[row];
        state.residual[row] = trialResidual[row];
      }
      updateGamma(slot);
    }

    /** What rounding of the gradient alone can make of s.u. */
    private double curvatureNoise(int row, int at, double[] s) {
      double size = 1 + Math.sqrt(dot(state.y, state.y, at)) + state.residual[row];
      return ROUNDING_UNITS * problem.epsilon() * size * Math.sqrt(dot(s, s, at));
    }

    /** gamma = s.u / (u . K u), the usual scale of the start metric. */
    private void updateGamma(int slot) {
      double[] u = gradientChanges[slot];
      double[] ku = u;
      if (problem.metric().isPresent()) {
        ku = u.clone();
        multiplyByMetric(ku, problem.metric().get());
      }
      for (int k = 0; k < activeCount; k++) {
        int row = active[k];
        double uku = dot(u, ku, row * dim);
        if (rho[slot][row] > 0 && uku > 0) {
          gamma[row] = 1 / (rho[slot][row] * uku);
        }
      }
    }

    private double dot(double[] a, double[] b, int at) {
      double sum = 0;
      for (int j = at; j < at + dim; j++) {
        sum += a[j] * b[j];
      }
      return sum;
    }

    private void add(double[] to, double factor, double[] from, int at) {
      for (int j = at; j < at + dim; j++) {
        to[j] += factor * from[j];
      }
    }
  }
}
