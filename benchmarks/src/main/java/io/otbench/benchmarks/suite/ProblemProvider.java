package io.otbench.benchmarks.suite;

import io.otbench.datasets.Problem;
import java.util.List;

/**
 * Adds problems to a benchmark that exists. Implementations have a public constructor without
 * arguments and are found through {@link java.util.ServiceLoader}, so that a jar on the class path
 * adds problems.
 */
public interface ProblemProvider {

  /** The name of the benchmark that gets them. */
  String benchmark();

  /**
   * The names of the problems: lower case letters, digits and dashes, none of the benchmark's own.
   */
  List<String> problems();

  /**
   * The problem of a name; every call gives the same one. The benchmark must be able to measure it,
   * see {@link Benchmark#reasonToRefuse}.
   *
   * @param name one of {@link #problems()}
   */
  Problem problem(String name);
}
