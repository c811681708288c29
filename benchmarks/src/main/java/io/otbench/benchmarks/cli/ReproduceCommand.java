package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.inspect.Reproduction;
import io.otbench.benchmarks.inspect.StoredRun;
import io.otbench.benchmarks.plugins.PluginJars;
import io.otbench.benchmarks.run.NativeLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs stored cells again and compares. */
@Command(
    name = "reproduce",
    description =
        "Runs stored cells again and compares all values and the curve: bit for bit on the same"
            + " kind of machine, else values within 5 %%.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class ReproduceCommand implements Callable<Integer> {

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

  ReproduceCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  @SuppressWarnings("try") // Plug-ins are found while they are open.
  public Integer call() throws IOException, InterruptedException {
    try (PluginJars open = plugins.open()) {
      Reproduction reproduction = new Reproduction(StoredRun.read(run));
      NativeLibrary.check();
      return reproduction.of(cells, invocation.out()) ? ExitCode.OK : ExitCode.FAILED;
    }
  }
}
