package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.plugins.PluginJars;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where plug-ins are. */
final class PluginOption {

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      converter = Converters.Folder.class,
      description = "Folder of jars with solvers, benchmarks, problems and metrics of your own.")
  private @Nullable Path folder;

  /** The folder; empty where none is named. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /**
   * The plug-ins; until they are closed they are found like our own.
   *
   * @throws io.otbench.benchmarks.suite.UsageException when one cannot be used
   */
  PluginJars open() {
    return PluginJars.open(folder());
  }
}
