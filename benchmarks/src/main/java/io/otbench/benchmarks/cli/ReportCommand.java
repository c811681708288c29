package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.run.RunReport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws the report of a finished or stopped run again. */
@Command(
    name = "report",
    description = "Draws the report of a run again, without training.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class ReportCommand implements Runnable {

  private final Invocation invocation;

  @Option(names = "--run", paramLabel = "DIR", required = true, description = "Folder of the run.")
  private Path run = Path.of("");

  ReportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public void run() {
    RunReport.write(run, invocation.out());
  }
}
