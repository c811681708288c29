package io.otbench.benchmarks.plugins;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes jars of source texts and service entries. */
final class Jars {

  /** The start of every source text: what a plug-in usually needs. */
  static final String IMPORTS =
      """
      package plugin;
      import ai.djl.ndarray.*;
      import io.otbench.benchmarks.metrics.*;
      import io.otbench.benchmarks.suite.*;
      import io.otbench.datasets.*;
      import io.otbench.datasets.gaussian.*;
      import io.otbench.solvers.api.*;
      import io.otbench.solvers.reference.*;
      import java.util.*;
      """;

  private record Source(String className, String text) {}

  private Jars() {}

  /**
   * Compiles classes of the package {@code plugin} and packs them.
   *
   * @param sources texts by the names of their public classes
   * @param services names of classes by those of the services
   */
  static Path make(Path jar, Map<String, String> sources, Map<Class<?>, String> services)
      throws IOException {
    Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    compile(
        sources.entrySet().stream()
            .map(entry -> new Source(entry.getKey(), IMPORTS + entry.getValue()))
            .<JavaFileObject>map(Jars::file)
            .toList(),
        classes);
    for (Map.Entry<Class<?>, String> service : services.entrySet()) {
      Path entry = classes.resolve("META-INF/services/" + service.getKey().getName());
      Files.createDirectories(entry.getParent());
      Files.writeString(entry, "# ours\n" + service.getValue() + "\n");
    }
    return pack(jar, classes);
  }

  /** Compiles a project of the layout of Maven and packs it. */
  static Path ofProject(Path jar, Path project) throws IOException {
    Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> sources = Files.walk(project.resolve("src/main/java"))) {
      List<Path> files = sources.filter(file -> file.toString().endsWith(".java")).toList();
      compile(
          compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files),
          classes);
    }
    Path resources = project.resolve("src/main/resources");
    try (Stream<Path> files = Files.walk(resources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = classes.resolve(resources.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return pack(jar, classes);
  }

  private static JavaFileObject file(Source source) {
    return new SimpleJavaFileObject(
        URI.create("string:///plugin/" + source.className() + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source.text();
      }
    };
  }

  private static void compile(Iterable<? extends JavaFileObject> sources, Path classes) {
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "--release",
            "17",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString());
    boolean right =
        ToolProvider.getSystemJavaCompiler()
            .getTask(messages, null, null, options, null, sources)
            .call();
    if (!right) {
      throw new IllegalArgumentException(messages.toString());
    }
  }

  private static Path pack(Path jar, Path classes) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }
}
