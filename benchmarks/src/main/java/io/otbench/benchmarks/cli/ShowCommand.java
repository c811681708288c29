package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.plugins.PluginJars;
import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.run.PlannedMethod;
import io.otbench.benchmarks.run.RunPlan;
import io.otbench.benchmarks.run.RunRequest;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.RunFolder;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what {@code run} with the same arguments would do. */
@Command(
    name = "show",
    description = "Shows what run with the same arguments would do, without training.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class ShowCommand implements Runnable {

  private final Invocation invocation;

  @Mixin private final MatrixOptions matrix = new MatrixOptions();

  @Option(
      names = "--full",
      description = "All settings of every solver, and where each value comes from.")
  private boolean full;

  ShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  @SuppressWarnings("try") // Plug-ins are found while they are open.
  public void run() {
    MatrixFile file = matrix.file();
    try (PluginJars plugins = matrix.openPlugins(file)) {
      RunRequest request = matrix.request(file, false, false, invocation.commandLine());
      RunPlan plan = RunPlan.of(request, Profiles.load());
      requireFolder(plan.out());
      PrintStream out = invocation.out();
      summary(request, plan, out);
      if (full) {
        plan.methods().stream()
            .collect(
                Collectors.groupingBy(
                    method -> List.of(method.label(), method.config(), method.origins()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values()
            .forEach(same -> settings(same, out));
      }
    }
  }

  private static void requireFolder(Path out) {
    if (Files.exists(out)) {
      try {
        RunFolder.existing(out);
      } catch (IllegalArgumentException e) {
        throw new UsageException(String.valueOf(e.getMessage()));
      }
    }
  }

  private static void summary(RunRequest request, RunPlan plan, PrintStream out) {
    List<String> problems = distinct(plan.methods().stream().map(PlannedMethod::problem));
    List<String> solvers = distinct(plan.methods().stream().map(PlannedMethod::label));
    long seeds = plan.cells().stream().map(Cell::seed).distinct().count();
    out.printf(
        "%s, profile %s: %s = %s x %s x %s%n",
        plan.benchmark().name(),
        request.profile(),
        count(plan.cells().size(), "cell"),
        count(problems.size(), "problem"),
        count(solvers.size(), "solver"),
        count(seeds, "seed"));
    out.println("problems: " + String.join(", ", problems));
    out.println("solvers: " + String.join("; ", solvers));
    distinct(plan.methods().stream().map(ShowCommand::data)).forEach(out::println);
    out.printf("into %s with %s%n", plan.out(), count(plan.workers(), "worker"));
  }

  private static String data(PlannedMethod method) {
    DataSettings data = method.config().data();
    return "data: %s, %d rows per side to evaluate, %s%s"
        .formatted(
            data.poolSize().isPresent()
                ? "a pool of %d rows per side".formatted(data.poolSize().getAsInt())
                : "fresh rows",
            data.evaluationSamples(),
            count(method.checkpoints(), "checkpoint"),
            data.trainSecondsLimit().isPresent()
                ? ", training stops after %s s".formatted(data.trainSecondsLimit().getAsDouble())
                : "");
  }

  private static void settings(List<PlannedMethod> same, PrintStream out) {
    PlannedMethod first = same.get(0);
    out.printf(
        "%n# %s on %s: configuration %s%n",
        first.label(),
        same.stream().map(PlannedMethod::problem).collect(Collectors.joining(", ")),
        first.config().hash());
    out.print(SettingsText.of(first.config().solver(), first.config().settings(), first.origins()));
  }

  private static List<String> distinct(Stream<String> texts) {
    return texts.distinct().toList();
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
