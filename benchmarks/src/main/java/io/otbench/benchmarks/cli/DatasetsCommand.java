package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.suite.UsageException;
import picocli.CommandLine.Command;

/** What can be said about the sets of the benchmark {@code uci} without training. */
@Command(
    name = "datasets",
    description = "Shows and verifies the sets of the benchmark uci.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    subcommands = {DatasetsListCommand.class, DatasetsVerifyCommand.class})
final class DatasetsCommand implements Runnable {

  @Override
  public void run() {
    throw new UsageException(
        "no command of datasets given; write otbench datasets list or otbench datasets verify");
  }
}
