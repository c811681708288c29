package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.tabular.DataFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** What can be said about the sets of the benchmark {@code uci} without training. */
@Command(
    name = "datasets",
    description = "Shows and verifies the sets of the benchmark uci.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    subcommands = {DatasetsListCommand.class, DatasetsVerifyCommand.class})
final class DatasetsCommand implements Runnable {

  /**
   * Where the sets are.
   *
   * @param option what the command line names
   */
  static DataFolder folder(@Nullable Path option) {
    try {
      return DataFolder.find(Optional.ofNullable(option));
    } catch (IllegalArgumentException e) {
      throw UsageException.inOneLine(e);
    }
  }

  @Override
  public void run() {
    throw new UsageException(
        "no command of datasets given; write otbench datasets list or otbench datasets verify");
  }
}
