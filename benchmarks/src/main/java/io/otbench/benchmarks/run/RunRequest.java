package io.otbench.benchmarks.run;

import io.otbench.benchmarks.profiles.Overrides;
import io.otbench.benchmarks.suite.DataOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a user asks to run; what is empty is decided by the profile or the machine.
 *
 * @param benchmark name of the benchmark
 * @param profile name of the profile
 * @param solvers names of solvers; empty for all
 * @param dims dimensions; empty for those of the profile or of the named problems
 * @param problems names of problems; empty for those of the dimensions
 * @param seeds number of repetitions, at least 1
 * @param out folder of the run
 * @param workers worker processes, at least 1
 * @param trainSecondsLimit training time per cell, above 0
 * @param limits of each cell, by force
 * @param data of a benchmark that reads files
 * @param plugins folder of the plug-ins
 * @param force whether complete cells run again
 * @param verbose whether to say why each cell runs and what it took
 * @param commandLine the command that continues the run
 * @param overrides settings over those of the profile
 * @param file name of the file that holds what is not on the command line; empty for none
 * @param inFile the names of what stands in that file alone, such as {@code solvers}
 */
public record RunRequest(
    String benchmark,
    String profile,
    List<String> solvers,
    List<Integer> dims,
    List<String> problems,
    OptionalInt seeds,
    Optional<Path> out,
    OptionalInt workers,
    OptionalDouble trainSecondsLimit,
    CellLimits limits,
    DataOptions data,
    Optional<Path> plugins,
    boolean force,
    boolean verbose,
    String commandLine,
    Overrides overrides,
    String file,
    Set<String> inFile) {

  /** Copies the collections. */
  public RunRequest {
    solvers = List.copyOf(solvers);
    dims = List.copyOf(dims);
    problems = List.copyOf(problems);
    inFile = Set.copyOf(inFile);
  }

  /**
   * Where the user wrote something, for messages, such as {@code --dims} or {@code dims of FILE}.
   */
  String where(String name) {
    return inFile.contains(name) ? name + " of " + file : "--" + name;
  }
}
