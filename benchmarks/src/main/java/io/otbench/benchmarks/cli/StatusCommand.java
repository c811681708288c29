package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.inspect.FolderStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says where a run is. */
@Command(
    name = "status",
    description = "Says where a run is, from another terminal.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class StatusCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the run.")
  private Path run = Path.of("");

  StatusCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    FolderStatus.lines(run, InstantSource.system().instant()).forEach(invocation.out()::println);
    return ExitCode.OK;
  }
}
