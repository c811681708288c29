package io.otbench.benchmarks.plugins;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Loads classes of plug-ins, ours first. */
public final class PluginLoader extends URLClassLoader {

  static {
    ClassLoader.registerAsParallelCapable();
  }

  private final List<Path> jars;

  PluginLoader(List<Path> jars, ClassLoader parent) {
    super(jars.stream().map(PluginLoader::url).toArray(URL[]::new), parent);
    this.jars = List.copyOf(jars);
  }

  /** The jars in the order in which classes are looked for. */
  public List<Path> jars() {
    return jars;
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("the path of a file must be a URL but is " + jar, e);
    }
  }
}
