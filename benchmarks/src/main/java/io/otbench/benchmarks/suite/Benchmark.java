package io.otbench.benchmarks.suite;

import io.otbench.datasets.Problem;

/**
 * A named list of problems, one per dimension. Implementations have a public constructor without
 * arguments and are found through {@link java.util.ServiceLoader}, so that a jar on the class path
 * adds a benchmark.
 */
public interface Benchmark {

  /** The name in commands, rows and reports: lower case letters, digits and dashes. */
  String name();

  /** One line for {@code otbench list}. */
  String summary();

  /** The problems in words for {@code otbench list}. */
  String problems();

  /** Whether there is a problem of this dimension. */
  boolean hasDim(int dim);

  /** The dimensions there are, in words for a message, such as {@code 1 to 256}. */
  String dims();

  /**
   * The problem of a dimension; every call gives the same one.
   *
   * @throws IllegalArgumentException when {@link #hasDim} is false
   */
  Problem problem(int dim);

  /** The metric shown while a cell runs and in the table at the end. */
  String headlineMetric();
}
