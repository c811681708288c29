package io.otbench.reports.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a run that is over. A run that was killed leaves a torn file, which a report may
 * still draw and the next run repairs; what judges by the rows refuses it.
 *
 * @param source the run folder or file they were read from
 * @param rows every metric value, and one row of metric {@code status} per cell that is not ok
 * @param environment what the run was made with; none of a file without a run folder around it
 */
public record CompleteResults(
    Path source, List<ResultRow> rows, Optional<RunEnvironment> environment) {

  public CompleteResults {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a run folder, or a results.csv by itself.
   *
   * @throws IllegalArgumentException if there is no such file, if it is malformed, torn or of
   *     another kind, if a run writes it, or if no cell or not every cell of its folder is in it;
   *     names file, line and reason
   */
  public static CompleteResults read(Path source) throws IOException {
    Path file = Files.isDirectory(source) ? new RunFolder(source).results() : source;
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          source + " must be a run folder or a results.csv, " + file + " does not exist");
    }
    RunFolder folder = new RunFolder(file.resolveSibling(""));
    // A copy of the rows by another name is that of no folder.
    boolean isView = file.equals(folder.results());
    if (isView && ResultStore.isOpen(folder)) {
      throw new IllegalArgumentException(
          source + " must be a run that is over, it is running; wait for its end");
    }
    if (isView && Files.exists(folder.forced())) {
      throw new IllegalArgumentException(
          source
              + " must be a run that is over, some of its cells are still to run again as --force"
              + " asked; start its command once");
    }
    ResultFile results = ResultFile.read(file);
    if (results.firstIncomplete().isPresent()) {
      throw new IllegalArgumentException(results.firstIncomplete().get());
    }
    Optional<String> lacking =
        isView ? CellFolder.lacking(folder, results.blocks().keySet()) : Optional.empty();
    if (lacking.isPresent()) {
      throw new IllegalArgumentException(lacking.get());
    }
    if (results.blocks().isEmpty()) {
      throw new IllegalArgumentException(file + " must hold a cell, it has none");
    }
    return new CompleteResults(
        source,
        results.blocks().values().stream().flatMap(List::stream).toList(),
        environment(file.resolveSibling("environment.json")));
  }

  private static Optional<RunEnvironment> environment(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(RunEnvironment.read(file)) : Optional.empty();
  }
}
