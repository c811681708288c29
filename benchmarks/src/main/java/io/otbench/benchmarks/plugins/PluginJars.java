package io.otbench.benchmarks.plugins;

import io.otbench.benchmarks.suite.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The jars of a folder. While it is open, the context class loader of the thread that opened it
 * finds what is in them, and with it the registries and the class path of workers do.
 */
public final class PluginJars implements AutoCloseable {

  private final ClassLoader former;
  private final Optional<PluginLoader> loader;

  private PluginJars(ClassLoader former, Optional<PluginLoader> loader) {
    this.former = former;
    this.loader = loader;
  }

  /**
   * Opens the jars of a folder and tries what they add.
   *
   * @param folder empty for no plug-ins
   * @throws UsageException naming the jar that cannot be used and why
   */
  public static PluginJars open(Optional<Path> folder) {
    Thread thread = Thread.currentThread();
    ClassLoader former = thread.getContextClassLoader();
    if (folder.isEmpty()) {
      return new PluginJars(former, Optional.empty());
    }
    PluginLoader loader = new PluginLoader(jars(folder.get()), former);
    try {
      PluginCheck.require(folder.get(), loader);
    } catch (RuntimeException e) {
      close(loader);
      throw e;
    }
    thread.setContextClassLoader(loader);
    return new PluginJars(former, Optional.of(loader));
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "plug-ins must be in a folder of jars, but %s %s"
              .formatted(folder, Files.exists(folder) ? "is a file" : "does not exist"));
    }
    List<Path> jars;
    try (Stream<Path> files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UsageException("plug-ins in %s cannot be read: %s".formatted(folder, e));
    }
    if (jars.isEmpty()) {
      throw new UsageException(
          "plug-ins must be in a folder of jars, but %s has none".formatted(folder));
    }
    return jars;
  }

  private static void close(PluginLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(former);
    loader.ifPresent(PluginJars::close);
  }
}
