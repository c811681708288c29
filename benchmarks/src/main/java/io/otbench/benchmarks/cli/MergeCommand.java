package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.inspect.FolderMerge;
import io.otbench.benchmarks.plugins.PluginJars;
import io.otbench.benchmarks.run.RunReport;
import io.otbench.benchmarks.run.TableAxes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private final PluginOption plugins = new PluginOption();

  MergeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  @SuppressWarnings("try") // Plug-ins are found while they are open.
  public Integer call() throws IOException {
    try (PluginJars open = plugins.open()) {
      int cells = FolderMerge.merge(runs, out);
      RunReport.write(out, TableAxes.PRINCIPAL, invocation.out());
      invocation.out().printf("merged: %d cells%n", cells);
      return ExitCode.OK;
    }
  }
}
