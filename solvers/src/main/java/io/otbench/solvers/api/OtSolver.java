package io.otbench.solvers.api;

import java.util.Optional;

/**
 * A method that learns a transport from samples. Implementations are stateless, have a public
 * constructor without arguments, and are found through {@link java.util.ServiceLoader}, so that a
 * jar on the class path adds a solver.
 *
 * @param <C> the method's configuration: a record whose components are its hyper-parameters, with
 *     units in their names, checked in its constructor ({@link IllegalArgumentException} naming the
 *     component, the rule and the value)
 */
public interface OtSolver<C extends Record> {

  /** The name in commands, rows and reports: lower case letters, digits and dashes. */
  String name();

  /**
   * The configuration used where a profile says nothing else.
   *
   * @param dim dimension d of the data, at least 1
   */
  C defaultConfig(int dim);

  /**
   * Why this solver cannot do a problem at all, in one sentence; empty where it can. Such a cell is
   * skipped, which is no failure. By default a solver learns one map, not one per condition.
   */
  default Optional<String> reasonToSkip(Sampler source, Sampler target) {
    return source instanceof ConditionalSampler
        ? Optional.of("it learns one map, not one for every condition")
        : Optional.empty();
  }

  /**
   * Distinct rows of one side that one step takes: a finite set of training rows must have as many.
   */
  default int rowsPerStep(C config) {
    return 1;
  }

  /**
   * Learns a transport from {@code source} to {@code target}. Only this method is timed. It stops
   * when the configured number of steps is done or {@link TrainingContext#afterStep} says so, and
   * returns what was learned up to then.
   *
   * @throws DivergenceException when the loss, an inner iteration or the weights become non-finite;
   *     a transport of NaNs is never returned
   * @throws IllegalArgumentException when the dimensions of the two samplers differ
   */
  Transport fit(Sampler source, Sampler target, C config, TrainingContext context);
}
