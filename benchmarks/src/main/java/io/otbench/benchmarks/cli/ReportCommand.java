package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.plugins.PluginJars;
import io.otbench.benchmarks.run.RunReport;
import io.otbench.benchmarks.run.TableAxes;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Option(
      names = "--axes",
      paramLabel = "A,B",
      converter = Converters.Names.class,
      description =
          "Two or four columns of a table by which generated rows are shown. Default: principal axes.")
  private List<String> axes = List.of();

  @Mixin private final PluginOption plugins = new PluginOption();

  ReportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  @SuppressWarnings("try") // Plug-ins are found while they are open.
  public void run() {
    TableAxes wanted = new TableAxes(axes);
    wanted.check(run);
    try (PluginJars open = plugins.open()) {
      RunReport.write(run, wanted, invocation.out());
    }
  }
}
