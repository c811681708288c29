package io.otbench.solvers.implicit;

import io.otbench.solvers.conjugate.ConjugateSolver;
import io.otbench.solvers.conjugate.FixedStepConjugateSolver;
import io.otbench.solvers.conjugate.FixedStepConjugateSolver.StepRule;
import io.otbench.solvers.conjugate.LbfgsConjugateSolver;
import java.util.random.RandomGenerator;

/** Makes the inner solver that a configuration names. */
final class InnerSolvers {

  private InnerSolvers() {}

  static ConjugateSolver create(InnerConfig config, RandomGenerator random) {
    return switch (config.method()) {
      case LBFGS -> new LbfgsConjugateSolver(config.memory());
      case SAFE_STEP -> new FixedStepConjugateSolver(StepRule.SAFE, random);
      case PUBLISHED_STEP -> new FixedStepConjugateSolver(StepRule.PUBLISHED, random);
    };
  }
}
