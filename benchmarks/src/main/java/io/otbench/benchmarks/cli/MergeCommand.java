package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.inspect.FolderMerge;
import io.otbench.benchmarks.run.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins the cells of several run folders. */
@Command(
    name = "merge",
    description = "Joins the cells of several run folders and draws their report.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class MergeCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of runs.")
  private List<Path> runs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      converter = Converters.Folder.class,
      description = "Folder for all cells.")
  private Path out = Path.of("");

  MergeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    int cells = FolderMerge.merge(runs, out);
    RunReport.write(out, invocation.out());
    invocation.out().printf("merged: %d cells%n", cells);
    return ExitCode.OK;
  }
}
