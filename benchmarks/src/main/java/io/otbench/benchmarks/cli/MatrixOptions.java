package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.plugins.PluginJars;
import io.otbench.benchmarks.profiles.Overrides;
import io.otbench.benchmarks.profiles.Setting;
import io.otbench.benchmarks.run.RunRequest;
import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.tabular.Scaling;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What says which matrix is meant: the same for running it and for showing it. What is not on the
 * command line is taken from the file of {@code --config}.
 */
final class MatrixOptions {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BENCH",
      description = "Name of the benchmark; otbench list shows them.")
  private @Nullable String benchmark;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      converter = Converters.AnyFile.class,
      description =
          "A YAML file with benchmark, set and any of these options by their names; what stands on"
              + " the command line wins.")
  private @Nullable Path config;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "How much work: smoke, quick, paper or best. Default: quick.")
  private @Nullable String profile;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A setting over those of the profile, such as implicit.learningRate=3e-4 or"
              + " poolSize=1000; the value is YAML. A list where one value belongs runs all of them."
              + " May be given several times.")
  private List<String> set = List.of();

  @Mixin private final PluginOption plugins = new PluginOption();

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

  @Mixin private final LimitOptions limits = new LimitOptions();

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
      converter = Converters.AnyFile.class,
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

  /**
   * The plug-ins that are asked for; until they are closed they are found like our own.
   *
   * @throws UsageException when one cannot be used
   */
  PluginJars openPlugins(MatrixFile file) {
    return PluginJars.open(pluginFolder(file));
  }

  private Optional<Path> pluginFolder(MatrixFile file) {
    return plugins.folder().or(() -> file.value("plugins", new Converters.Folder()));
  }

  /**
   * The file of {@code --config}, an empty one without it.
   *
   * @throws UsageException when it cannot be read
   */
  MatrixFile file() {
    return config == null ? MatrixFile.none() : MatrixFile.read(config);
  }

  /**
   * What is asked for.
   *
   * @param force whether complete cells run again
   * @param verbose whether to say why each cell runs and what it took
   * @param commandLine the command that continues the run
   * @throws UsageException when something is malformed or there is no benchmark
   */
  RunRequest request(MatrixFile file, boolean force, boolean verbose, String commandLine) {
    // Problems and dimensions narrow one choice, so they come from one place.
    boolean chosen = !dims.isEmpty() || !problems.isEmpty();
    Map<String, Boolean> given =
        Map.of(
            "benchmark",
            benchmark != null,
            "profile",
            profile != null,
            "solvers",
            !solvers.isEmpty(),
            "dims",
            chosen,
            "problems",
            chosen);
    Set<String> inFile = new HashSet<>(file.keys());
    inFile.removeIf(key -> given.getOrDefault(key, false));
    return new RunRequest(
        Optional.ofNullable(benchmark)
            .or(() -> file.value("benchmark", text -> text))
            .orElseThrow(() -> new UsageException(OtbenchCommand.NO_BENCHMARK)),
        Optional.ofNullable(profile).or(() -> file.value("profile", text -> text)).orElse("quick"),
        list(solvers, file.value("solvers", new Converters.Names())),
        chosen ? dims : list(dims, file.value("dims", new Converters.Dims())),
        chosen ? problems : list(problems, file.value("problems", new Converters.Names())),
        count(seeds, file.value("seeds", new Converters.Count())),
        Optional.ofNullable(out).or(() -> file.value("out", new Converters.Folder())),
        count(workers, file.value("workers", new Converters.Count())),
        Optional.ofNullable(trainSecondsLimit)
            .or(() -> file.value("time", new Converters.Seconds()))
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty()),
        limits.limits(file),
        new DataOptions(
            Optional.ofNullable(data).or(() -> file.value("data", new Converters.Folder())),
            Optional.ofNullable(table).or(() -> file.value("table", new Converters.AnyFile())),
            list(dropped, file.value("drop", new Converters.Names())),
            Optional.ofNullable(scaling)
                .or(() -> file.value("scaling", new Converters.ScalingName()))),
        pluginFolder(file),
        force,
        verbose,
        commandLine,
        new Overrides(
            Stream.concat(
                    file.settings().stream(),
                    set.stream().flatMap(text -> Setting.parse(text).stream()))
                .toList()),
        file.name(),
        inFile);
  }

  private static <T> List<T> list(List<T> given, Optional<List<T>> inFile) {
    return given.isEmpty() ? inFile.orElse(List.of()) : given;
  }

  private static OptionalInt count(@Nullable Integer given, Optional<Integer> inFile) {
    return Optional.ofNullable(given)
        .or(() -> inFile)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
