package io.otbench.solvers.api;

import ai.djl.ndarray.NDManager;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What the harness lends to a solver for one fit. */
public interface TrainingContext {

  /** Parent of every manager the solver opens; the harness closes it after the transport. */
  NDManager manager();

  /**
   * A random stream that depends on the seed of the run and on the name only. Asking twice for a
   * name gives the same stream from its start.
   */
  RandomGenerator random(String streamName);

  /**
   * Reports one finished training step. The harness may stop the training clock, take the snapshot,
   * evaluate it and close it before it returns.
   *
   * @param step number of steps done so far, from 1
   * @param plannedSteps number of steps the configuration asks for
   * @param samplesSeen rows drawn so far, both sides and any pre-training together
   * @param loss value of the loss before the step; NaN for a method without a loss
   * @param snapshot makes a transport of the current weights; called at most once, and only before
   *     this method returns. Closing it must leave the training untouched
   * @return whether to go on: false when the time budget is spent or a stop was asked for
   */
  boolean afterStep(
      long step, long plannedSteps, long samplesSeen, double loss, Supplier<Transport> snapshot);

  /**
   * Whether the time budget is spent or a stop was asked for; for long work outside the training
   * steps, such as pre-training.
   */
  boolean shouldStop();

  /**
   * Records a diagnostic of the method, such as inner iterations, at the current step of the
   * convergence curve.
   *
   * @param metric name in snake case with its unit
   */
  void record(String metric, double value);

  /**
   * Says something about this fit that whoever reads its result must know, such as a setting that
   * does not suit the data; it stands in the result rows.
   *
   * @param sentence one line; every different sentence is kept once
   */
  void remark(String sentence);
}
