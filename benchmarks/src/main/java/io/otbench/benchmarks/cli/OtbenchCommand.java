package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.suite.UsageException;
import picocli.CommandLine.Command;

/** The program. */
@Command(
    name = "otbench",
    description = "Compares neural optimal-transport solvers.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    subcommands = {
      RunCommand.class,
      ShowCommand.class,
      StatusCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      ExplainCommand.class,
      ReproduceCommand.class,
      MergeCommand.class,
      ListCommand.class,
      DatasetsCommand.class
    })
public final class OtbenchCommand implements Runnable {

  /** The message when there is nothing to do. */
  static final String NO_BENCHMARK =
      "no benchmark given; write otbench run gaussian, or mvn compile exec:java -Dbench=gaussian";

  @Override
  public void run() {
    throw new UsageException(NO_BENCHMARK);
  }
}
