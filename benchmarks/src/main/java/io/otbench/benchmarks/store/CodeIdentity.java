package io.otbench.benchmarks.store;

import ai.djl.engine.Engine;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.cell.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Identity of the code that makes numbers, the same whether it is run from folders or from jars:
 * our modules without what only draws, talks to the user or keeps files, the versions of the
 * engine, and every entry of the class path that offers solvers or benchmarks of its own.
 *
 * @param parts for each part by name its SHA-256, or its version
 */
public record CodeIdentity(SortedMap<String, String> parts) {

  private static final String OURS = "io/otbench/";
  private static final List<String> MODULES = List.of("solvers", "datasets", "benchmarks");

  /** Packages of benchmarks whose code changes no number. */
  private static final List<String> AROUND =
      List.of("cli/", "inspect/", "profiles/", "progress/", "run/", "store/").stream()
          .map(name -> OURS + "benchmarks/" + name)
          .toList();

  private static final String SERVICES = "META-INF/services/io.otbench.";

  /** Copies the parts. */
  public CodeIdentity {
    parts = new TreeMap<>(parts);
  }

  /** The code on a class path. */
  public static CodeIdentity of(List<Path> classPath) {
    SortedMap<String, SortedMap<String, String>> files = new TreeMap<>();
    try {
      for (Path entry : classPath) {
        if (Files.isDirectory(entry)) {
          addFolder(files, entry);
        } else if (Files.isRegularFile(entry)) {
          addJar(files, entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedMap<String, String> parts = new TreeMap<>();
    files.forEach((part, content) -> parts.put(part, Sha256.hex(Json.line(content))));
    parts.put("djl", Engine.getDjlVersion());
    parts.put("libtorch", libtorchVersion());
    return new CodeIdentity(parts);
  }

  /** Of the libtorch on the class path. */
  public static String libtorchVersion() {
    Properties found = new Properties();
    try (InputStream in =
        CodeIdentity.class.getClassLoader().getResourceAsStream("native/lib/pytorch.properties")) {
      if (in != null) {
        found.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getProperty("version", "unknown");
  }

  /** 64 hexadecimal digits. */
  public String hash() {
    return Sha256.hex(Json.line(this));
  }

  /** What is different in {@code now}, a sentence for every part. */
  List<String> differences(CodeIdentity now) {
    TreeSet<String> names = new TreeSet<>(parts.keySet());
    names.addAll(now.parts.keySet());
    List<String> found = new ArrayList<>();
    for (String name : names) {
      Optional<String> before = Optional.ofNullable(parts.get(name));
      Optional<String> after = Optional.ofNullable(now.parts.get(name));
      if (!before.equals(after)) {
        String what = before.isEmpty() ? "is new" : after.isEmpty() ? "is gone" : "has changed";
        found.add("class path: " + name + " " + what);
      }
    }
    return found;
  }

  private static void addFolder(SortedMap<String, SortedMap<String, String>> files, Path folder)
      throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(Files::isRegularFile).toList();
    }
    boolean offers = all.stream().anyMatch(file -> name(folder, file).startsWith(SERVICES));
    for (Path file : all) {
      String name = name(folder, file);
      Optional<String> part =
          module(name)
              .or(() -> offers ? Optional.of("folder " + folder.getFileName()) : Optional.empty());
      if (part.isPresent() && !name.startsWith(OURS + "reports/")) {
        add(files, part.get(), name, Files.readAllBytes(file));
      }
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static void addJar(SortedMap<String, SortedMap<String, String>> files, Path jar)
      throws IOException {
    String jarName = String.valueOf(jar.getFileName());
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> all = zip.stream().filter(entry -> !entry.isDirectory()).toList();
      boolean ours = all.stream().anyMatch(entry -> entry.getName().startsWith(OURS));
      boolean offers = all.stream().anyMatch(entry -> entry.getName().startsWith(SERVICES));
      if (offers && !ours) {
        add(files, jarName, jarName, Files.readAllBytes(jar));
      }
      for (ZipEntry entry : ours ? all : List.<ZipEntry>of()) {
        Optional<String> part = module(entry.getName());
        if (part.isPresent()) {
          try (InputStream in = zip.getInputStream(entry)) {
            add(files, part.get(), entry.getName(), in.readAllBytes());
          }
        }
      }
    }
  }

  private static void add(
      SortedMap<String, SortedMap<String, String>> files, String part, String name, byte[] bytes) {
    files
        .computeIfAbsent(part, key -> new TreeMap<>())
        // As a class loader: the first entry of the class path with a name wins.
        .computeIfAbsent(name, key -> new Sha256().add(bytes).hex());
  }

  /** The module that a file of ours belongs to, if it can change numbers. */
  private static Optional<String> module(String name) {
    return MODULES.stream()
        .filter(module -> name.startsWith(OURS + module + "/"))
        .filter(module -> AROUND.stream().noneMatch(name::startsWith))
        .findFirst();
  }
}
