package io.otbench.benchmarks.suite;

import io.otbench.datasets.tabular.Scaling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user says about the data of a benchmark that reads files; what is empty is decided by
 * the benchmark.
 *
 * @param folder where the files of its sets lie
 * @param table a table of the user's, in place of the sets
 * @param dropped columns of that table that are not used
 * @param scaling what is done to the columns
 */
public record DataOptions(
    Optional<Path> folder, Optional<Path> table, List<String> dropped, Optional<Scaling> scaling) {

  /** The user says nothing. */
  public static final DataOptions NONE =
      new DataOptions(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /** Copies the list. */
  public DataOptions {
    dropped = List.copyOf(dropped);
  }
}
