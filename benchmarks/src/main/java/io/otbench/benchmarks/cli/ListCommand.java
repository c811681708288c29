package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.plugins.PluginJars;
import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.Registry;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what can be run. */
@Command(
    name = "list",
    description = "Shows the benchmarks, solvers and profiles.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class ListCommand implements Runnable {

  private final Invocation invocation;

  @Mixin private final PluginOption plugins = new PluginOption();

  ListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  @SuppressWarnings("try") // Plug-ins are found while they are open.
  public void run() {
    try (PluginJars open = plugins.open()) {
      list();
    }
  }

  private void list() {
    PrintStream out = invocation.out();
    List<Benchmark> benchmarks = Registry.benchmarks().all();
    out.println("Benchmarks");
    benchmarks.forEach(
        bench ->
            line(out, bench.name(), "%s; dimensions %s".formatted(bench.summary(), bench.dims())));
    out.println("Problems");
    benchmarks.forEach(bench -> line(out, bench.name(), bench.problemSummary()));
    out.println("Solvers");
    Registry.solvers().names().forEach(name -> out.println("  " + name));
    out.println("Profiles");
    Profiles.load()
        .all()
        .forEach(
            (name, profile) ->
                line(
                    out,
                    name,
                    "%s; dimensions %s, %d %s"
                        .formatted(
                            profile.summary(),
                            profile.dims().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")),
                            profile.seeds(),
                            profile.seeds() == 1 ? "seed" : "seeds")));
  }

  private static void line(PrintStream out, String name, String text) {
    out.printf("  %-10s %s%n", name, text);
  }
}
