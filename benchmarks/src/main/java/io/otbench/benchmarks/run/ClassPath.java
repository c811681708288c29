package io.otbench.benchmarks.run;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The entries from which this program was loaded. */
public final class ClassPath {

  private ClassPath() {}

  /**
   * Folders and jars, in order. Under Maven's exec:java the property {@code java.class.path} names
   * only Maven's launcher, and the real entries are those of the context class loader.
   */
  public static List<Path> entries() {
    return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs()).map(ClassPath::toPath).toList()
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
