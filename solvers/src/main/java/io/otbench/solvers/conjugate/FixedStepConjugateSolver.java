package io.otbench.solvers.conjugate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.Potential;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * Gradient steps y - alpha F(y) with one step size per solve, from the largest absolute eigenvalue
 * Lhat of the Hessian of g over the rows at the start (arXiv:2605.10792, Algorithm 1, and its
 * public code).
 */
public final class FixedStepConjugateSolver implements ConjugateSolver {

  /** How alpha follows from Lhat. */
  public enum StepRule {
    /**
     * alpha = 0.1 / (Lhat + 1e-8), every row iterates until the worst one is solved, and one step
     * more is taken, as in the authors' code. Diverges where Lhat is below about 0.05. Unlike
     * there, a row that ran away is left where it is before it becomes infinite, and the others go
     * on.
     */
    PUBLISHED {
      @Override
      double step(double spectralNorm) {
        return 0.1 / (spectralNorm + 1e-8);
      }
    },

    /**
     * alpha = 1 / (1 + Lhat), solved rows stop, and the solve starts again with half the step when
     * the residual grows tenfold. Our reconstruction of a rule that cannot diverge where Lhat was
     * measured.
     */
    SAFE {
      @Override
      double step(double spectralNorm) {
        return 1 / (1 + spectralNorm);
      }
    };

    abstract double step(double spectralNorm);
  }

  /** Residual growth over the start that makes the safe rule start again. */
  private static final double RESTART_GROWTH = 10;

  private static final int MAX_RESTARTS = 20;

  private final StepRule rule;
  private final RandomGenerator random;

  /**
   * A solver with a step rule.
   *
   * @param random stream of the power iteration's starting vectors
   */
  public FixedStepConjugateSolver(StepRule rule, RandomGenerator random) {
    this.rule = rule;
    this.random = random;
  }

  @Override
  public ConjugateSolution solve(
      Potential potential, ConjugateProblem problem, InnerLimits limits) {
    double norm;
    try (NDManager scope = problem.manager().newSubManager()) {
      NDArray start = EngineArrays.create(scope, problem.start(), problem.dim(), problem.type());
      norm = SpectralNorm.largest(potential, start, random);
    }
    double step = rule.step(norm);
    Attempt attempt = new Attempt(new ActiveRows(potential, problem), limits, step);
    for (int restart = 0; rule == StepRule.SAFE && attempt.ranAway; restart++) {
      if (restart == MAX_RESTARTS) {
        break;
      }
      step /= 2;
      long spent = attempt.state.evaluatedRows();
      attempt = new Attempt(new ActiveRows(potential, problem, spent), limits, step);
    }
    return attempt.solution();
  }

  private final class Attempt {

    private final ActiveRows state;
    private final InnerLimits limits;
    private final int[] active;
    private final double[] startResiduals;
    private int iterations;
    private int hopeful;
    private boolean ranAway;

    Attempt(ActiveRows state, InnerLimits limits, double step) {
      this.state = state;
      this.limits = limits;
      this.active = new int[state.rows];
      for (int row = 0; row < state.rows; row++) {
        active[row] = row;
      }
      state.evaluateAtIterates(active, state.rows);
      this.startResiduals = state.residual.clone();
      int count = keep(state.rows);
      while (count > 0 && iterations < limits.maxIterations() && !ranAway) {
        move(count, step);
        iterations++;
        count = keep(count);
      }
      if (rule == StepRule.PUBLISHED) {
        move(hopeful, step);
      }
    }

    private void move(int count, double step) {
      for (int k = 0; k < count; k++) {
        int at = active[k] * state.dim;
        for (int j = at; j < at + state.dim; j++) {
          state.y[j] -= step * state.f[j];
        }
      }
      state.evaluateAtIterates(active, count);
    }

    /** Number of leading rows of active that go on. */
    private int keep(int count) {
      if (rule == StepRule.PUBLISHED) {
        hopeful = state.keepHopeful(active, count);
        double worst = 0;
        for (int k = 0; k < hopeful; k++) {
          worst = Math.max(worst, state.residual[active[k]]);
        }
        return worst < limits.tolerance() ? 0 : hopeful;
      }
      for (int k = 0; k < count; k++) {
        int row = active[k];
        double bound = RESTART_GROWTH * Math.max(startResiduals[row], limits.tolerance());
        // Written so that a NaN residual counts as growth.
        ranAway |= !(state.residual[row] <= bound) && Double.isFinite(startResiduals[row]);
      }
      return state.keepUnsolved(active, count, limits.tolerance());
    }

    ConjugateSolution solution() {
      BitSet solved = new BitSet(state.rows);
      for (int row = 0; row < state.rows; row++) {
        solved.set(row, state.residual[row] < limits.tolerance());
      }
      return new ConjugateSolution(
          state.y, state.residual, solved, new BitSet(), iterations, state.gradientEvaluations());
    }
  }
}
