package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.plugins.PluginJars;
import io.otbench.benchmarks.run.PaperReport;
import io.otbench.benchmarks.run.RunReport;
import io.otbench.benchmarks.run.TableAxes;
import io.otbench.benchmarks.suite.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws the report of a finished or stopped run again, or what a paper needs of it. */
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

  @Option(
      names = "--paper",
      paramLabel = "BENCH",
      description =
          "Write the published numbers of this benchmark beside those of the run, to paper/, and"
              + " figures for a paper, to figures/, instead of the report.")
  private @Nullable String paper;

  @Option(
      names = "--format",
      paramLabel = "A,B",
      converter = Converters.Names.class,
      description = "Formats of the paper tables: html, markdown, latex, csv. Default: all four.")
  private List<String> formats = List.of();

  ReportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  @SuppressWarnings("try") // Plug-ins are found while they are open.
  public void run() {
    if (paper == null && !formats.isEmpty()) {
      throw new UsageException("--format is of paper tables, but no --paper is given");
    }
    if (paper != null && !axes.isEmpty()) {
      throw new UsageException("--axes is of the report, but --paper is given");
    }
    try (PluginJars open = plugins.open()) {
      if (paper != null) {
        PaperReport.write(run, paper, formats, invocation.out());
      } else {
        TableAxes wanted = new TableAxes(axes);
        wanted.check(run);
        RunReport.write(run, wanted, invocation.out());
      }
    }
  }
}
