package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDManager;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.RandomStreams;

/**
 * Adds measurements to a benchmark that exists. Implementations have a public constructor without
 * arguments and are found through {@link java.util.ServiceLoader}, so that a jar on the class path
 * adds metrics.
 */
public interface MetricProvider {

  /** The name of the benchmark whose transports are measured. */
  String benchmark();

  /**
   * What is measured of a transport on a problem, beside what the benchmark measures itself; no
   * metric may have a name of those. It is asked once for the final transport of a cell, and at
   * every checkpoint.
   *
   * @param manager owner of the native memory, which closing the evaluation frees
   * @param samples fresh rows per side, where a metric does not say its own number
   * @param streams streams of this provider alone
   */
  Evaluation evaluation(NDManager manager, Problem problem, int samples, RandomStreams streams);
}
