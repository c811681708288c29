package io.otbench.solvers.conjugate;

import io.otbench.solvers.api.Potential;

/**
 * Finds y with F(y) = y - z + grad g(y) = 0 for every row, the stationary point of h(y) = |z - y|^2
 * / 2 + g(y). Rows are independent problems.
 */
public interface ConjugateSolver {

  /**
   * Solves a batch.
   *
   * @param potential g
   * @param problem the points z, the starts and the precision to compute in
   * @param limits when to stop
   */
  ConjugateSolution solve(Potential potential, ConjugateProblem problem, InnerLimits limits);
}
