package io.otbench.benchmarks.suite;

import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.metrics.Evaluation;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.RandomStreams;
import java.util.List;
import java.util.Optional;

/**
 * A list of named problems. Implementations have a public constructor without arguments and are
 * found through {@link java.util.ServiceLoader}, so that a jar on the class path adds a benchmark.
 */
public interface Benchmark {

  /**
   * This benchmark on the data that the user names.
   *
   * @throws UsageException when it reads no data, or these are not what they should be
   */
  default Benchmark with(DataOptions options) {
    if (!options.equals(DataOptions.NONE)) {
      throw new UsageException(
          "benchmark '%s' reads no data: --data, --table, --drop and --scaling are not for it"
              .formatted(name()));
    }
    return this;
  }

  /** The name in commands, rows and reports: lower case letters, digits and dashes. */
  String name();

  /** One line for {@code otbench list}. */
  String summary();

  /** The problems in words for {@code otbench list} and messages. */
  String problemSummary();

  /** The names of all problems, in the order in which they are shown. */
  List<String> problems();

  /** The names of the problems of a dimension; empty where it has none. */
  List<String> problems(int dim);

  /** Whether there is a problem of this dimension. */
  default boolean hasDim(int dim) {
    return !problems(dim).isEmpty();
  }

  /** The dimensions there are, in words for a message, such as {@code 1 to 256}. */
  String dims();

  /**
   * The names of the problems that are run when nobody names any: those of the profile's
   * dimensions, where it has them.
   */
  default List<String> defaultProblems(List<Integer> profileDims) {
    return profileDims.stream().flatMap(dim -> problems(dim).stream()).toList();
  }

  /**
   * The problem of a name; every call gives the same one.
   *
   * @throws IllegalArgumentException when it is not one of {@link #problems()}
   */
  Problem problem(String name);

  /**
   * Why a problem that is not one of its own cannot be measured here, in one sentence; empty where
   * it can. By default nothing is known of other problems.
   */
  default Optional<String> reasonToRefuse(Problem problem) {
    return Optional.of("it takes no other problems than its own");
  }

  /** What the rows of a problem are, where they are read from files. */
  default Optional<DataIdentity> identity(String problem) {
    return Optional.empty();
  }

  /** The names of the columns of a problem that is a table; empty for any other. */
  default List<String> columns(String problem) {
    return List.of();
  }

  /**
   * What is measured of a transport on one of these problems.
   *
   * @param manager owner of the native memory, which closing the evaluation frees
   * @param samples fresh rows per side, where a metric does not say its own number
   * @param streams streams of the evaluation alone
   */
  Evaluation evaluation(NDManager manager, Problem problem, int samples, RandomStreams streams);

  /** The metric shown while a cell runs and in the table at the end. */
  String headlineMetric();
}
