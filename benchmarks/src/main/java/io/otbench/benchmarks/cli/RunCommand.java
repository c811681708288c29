package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.plugins.PluginJars;
import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.run.Checkout;
import io.otbench.benchmarks.run.MatrixRun;
import io.otbench.benchmarks.run.NativeLibrary;
import io.otbench.benchmarks.run.RunPlan;
import io.otbench.benchmarks.run.RunReport;
import io.otbench.benchmarks.run.TableAxes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains and measures a matrix of cells. */
@Command(
    name = "run",
    description = "Trains and measures solvers on a benchmark and writes a report.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class RunCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final MatrixOptions matrix = new MatrixOptions();

  @Option(
      names = "--axes",
      paramLabel = "A,B",
      converter = Converters.Names.class,
      description =
          "Two or four columns of a table by which generated rows are shown. Default: principal axes.")
  private List<String> axes = List.of();

  @Option(
      names = {"-v", "--verbose"},
      description = "Say why each cell runs and what it took.")
  private boolean verbose;

  @Option(names = "--force", description = "Run complete cells again.")
  private boolean force;

  RunCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  @SuppressWarnings("try") // Plug-ins are found while they are open.
  public Integer call() throws InterruptedException {
    TableAxes wanted = new TableAxes(axes);
    MatrixFile file = matrix.file();
    try (PluginJars plugins = matrix.openPlugins(file)) {
      RunPlan plan =
          RunPlan.of(
              matrix.request(file, force, verbose, invocation.commandLine()), Profiles.load());
      wanted.check(plan);
      NativeLibrary.check();
      Checkout.find().flatMap(Checkout::staleClassesWarning).ifPresent(invocation.err()::println);
      boolean noneFailed = new MatrixRun(plan, invocation.out()).run();
      RunReport.write(plan.out(), wanted, invocation.out());
      return noneFailed ? ExitCode.OK : ExitCode.FAILED;
    }
  }
}
