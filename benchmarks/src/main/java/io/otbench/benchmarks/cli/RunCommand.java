package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.run.Checkout;
import io.otbench.benchmarks.run.MatrixRun;
import io.otbench.benchmarks.run.NativeLibrary;
import io.otbench.benchmarks.run.RunPlan;
import io.otbench.benchmarks.run.RunReport;
import io.otbench.benchmarks.run.RunRequest;
import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.datasets.tabular.Scaling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains and measures a matrix of cells. */
@Command(
    name = "run",
    description = "Trains and measures solvers on a benchmark and writes a report.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class RunCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "BENCH",
      description = "Name of the benchmark; otbench list shows them.")
  private String benchmark = "";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "quick",
      description = "How much work: smoke, quick, paper or best. Default: ${DEFAULT-VALUE}.")
  private String profile = "";

  @Option(
      names = "--solvers",
      paramLabel = "A,B",
      converter = Converters.Names.class,
      description =
          "Solvers; identity and linear are always run for comparison. Default: all solvers.")
  private List<String> solvers = List.of();

  @Option(
      names = "--dims",
      paramLabel = "N,N",
      converter = Converters.Dims.class,
      description = "Dimensions. Default: those of the profile.")
  private List<Integer> dims = List.of();

  @Option(
      names = "--problems",
      paramLabel = "A,B",
      converter = Converters.Names.class,
      description =
          "Problems of the benchmark; --dims then keeps those of its dimensions. Default: those of"
              + " the dimensions of the profile, or all where a benchmark has no sweep of dimensions.")
  private List<String> problems = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      converter = Converters.Count.class,
      description = "Number of repetitions. Default: that of the profile.")
  private @Nullable Integer seeds;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.Folder.class,
      description = "Folder of the run. Default: results/BENCH-PROFILE.")
  private @Nullable Path out;

  @Option(
      names = "--workers",
      paramLabel = "N",
      converter = Converters.Count.class,
      description = "Worker processes, one thread each. Default: number of cores.")
  private @Nullable Integer workers;

  @Option(
      names = "--time",
      paramLabel = "S",
      converter = Converters.Seconds.class,
      description = "Training time per cell in seconds. Default: no limit.")
  private @Nullable Double trainSecondsLimit;

  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = Converters.Folder.class,
      description =
          "Folder with the files of sets that are not shipped. Default: that of the environment"
              + " variable OTBENCH_DATA, else data.")
  private @Nullable Path data;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      converter = Converters.TableFile.class,
      description = "A table of your own, .csv, .csv.gz or .npy, in place of the sets.")
  private @Nullable Path table;

  @Option(
      names = "--drop",
      paramLabel = "A,B",
      converter = Converters.Names.class,
      description = "Columns of the table that are not used; those of an .npy are c1, c2, ...")
  private List<String> dropped = List.of();

  @Option(
      names = "--scaling",
      paramLabel = "NAME",
      converter = Converters.ScalingName.class,
      description = "Scaling of the columns: zscore, minmax, or svd for hepmass. Default: zscore.")
  private @Nullable Scaling scaling;

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
  public Integer call() throws InterruptedException {
    RunPlan plan = RunPlan.of(request(), Profiles.load());
    NativeLibrary.check();
    Checkout.find().flatMap(Checkout::staleClassesWarning).ifPresent(invocation.err()::println);
    boolean noneFailed = new MatrixRun(plan, invocation.out()).run();
    RunReport.write(plan.out(), invocation.out());
    return noneFailed ? ExitCode.OK : ExitCode.FAILED;
  }

  private RunRequest request() {
    return new RunRequest(
        benchmark,
        profile,
        solvers,
        dims,
        problems,
        seeds == null ? OptionalInt.empty() : OptionalInt.of(seeds),
        Optional.ofNullable(out),
        workers == null ? OptionalInt.empty() : OptionalInt.of(workers),
        trainSecondsLimit == null ? OptionalDouble.empty() : OptionalDouble.of(trainSecondsLimit),
        limits.limits(),
        new DataOptions(
            Optional.ofNullable(data),
            Optional.ofNullable(table),
            dropped,
            Optional.ofNullable(scaling)),
        force,
        verbose,
        invocation.commandLine());
  }
}
