package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.inspect.Explanation;
import io.otbench.benchmarks.inspect.StoredRun;
import io.otbench.benchmarks.plugins.PluginJars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why cells of a run would run again. */
@Command(
    name = "explain",
    description = "Says of cells whether the command of their run would run them again, and why.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class ExplainCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(arity = "1..*", paramLabel = "CELL", description = CellNames.DESCRIPTION)
  private List<String> cells = List.of();

  @Option(
      names = "--run",
      paramLabel = "DIR",
      required = true,
      converter = Converters.Folder.class,
      description = "Folder of the run.")
  private Path run = Path.of("");

  @Mixin private final PluginOption plugins = new PluginOption();

  ExplainCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  @SuppressWarnings("try") // Plug-ins are found while they are open.
  public Integer call() throws IOException {
    try (PluginJars open = plugins.open()) {
      Explanation explanation = new Explanation(StoredRun.read(run));
      for (String cell : cells) {
        explanation.of(cell).forEach(invocation.out()::println);
      }
      return ExitCode.OK;
    }
  }
}
