package io.otbench.benchmarks.run;

import io.otbench.benchmarks.plugins.PluginLoader;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The entries from which this program was loaded. */
public final class ClassPath {

  private ClassPath() {}

  /**
   * Folders and jars, in order. Under Maven's exec:java the property {@code java.class.path} names
   * only Maven's launcher, and the real entries are those of the context class loader. Jars of
   * plug-ins come last.
   */
  public static List<Path> entries() {
    return entries(Thread.currentThread().getContextClassLoader());
  }

  /** Those of the entries that are jars of plug-ins. */
  public static List<Path> plugins() {
    return Thread.currentThread().getContextClassLoader() instanceof PluginLoader plugins
        ? plugins.jars()
        : List.of();
  }

  private static List<Path> entries(ClassLoader loader) {
    if (loader instanceof PluginLoader plugins) {
      return Stream.concat(entries(plugins.getParent()).stream(), plugins.jars().stream()).toList();
    }
    return loader instanceof URLClassLoader urls
        ? Arrays.stream(urls.getURLs()).map(ClassPath::toPath).toList()
        : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
  }

  private static Path toPath(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("class path entry must be a file but is " + url, e);
    }
  }
}
