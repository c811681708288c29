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
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Identity of the code that makes numbers, the same whether it is run from folders or from jars:
 * our modules without what only draws, talks to the user or keeps files, the libraries that
 * compute, every entry of the class path that offers solvers or benchmarks of its own, and every
 * jar of the folder of plug-ins, all by their bytes; of DJL and of libtorch, whose native code is
 * another file on each system, the versions.
 *
 * @param parts for each part by name its SHA-256, or its version
 */
public record CodeIdentity(SortedMap<String, String> parts) {

  private static final String BASE = "io/otbench/";
  private static final List<String> MODULES = List.of("solvers", "datasets", "benchmarks");
  private static final List<String> OURS =
      MODULES.stream().map(module -> BASE + module + "/").toList();

  /** Packages of benchmarks whose code changes no number. */
  private static final List<String> AROUND =
      List.of("cli/", "inspect/", "profiles/", "progress/", "run/", "store/").stream()
          .map(name -> BASE + "benchmarks/" + name)
          .toList();

  /** Classes among them that decide how many threads compute, and with that the order of sums. */
  private static final List<String> THREADS =
      List.of("WorkerArguments", "WorkerProcess").stream()
          .map(name -> BASE + "benchmarks/run/" + name)
          .toList();

  /** Beginnings of the names of libraries that compute or read numbers. */
  private static final List<String> LIBRARIES =
      List.of(
          "ejml-",
          "commons-csv-",
          "commons-numbers-",
          "commons-rng-",
          "commons-statistics-",
          "jhdf-",
          "pytorch-engine-",
          "pytorch-jni-");

  private static final String PLUGIN = "plug-in ";

  private static final String SERVICES = "META-INF/services/io.otbench.";

  /** Copies the parts. */
  public CodeIdentity {
    parts = new TreeMap<>(parts);
  }

  /**
   * The code on a class path.
   *
   * @param classPath folders and jars, in order
   * @param plugins those of them that are plug-ins: a solver may stand in one and compute with what
   *     is in another
   */
  public static CodeIdentity of(List<Path> classPath, List<Path> plugins) {
    SortedMap<String, SortedMap<String, String>> files = new TreeMap<>();
    try {
      for (Path entry : classPath) {
        if (Files.isDirectory(entry)) {
          addFolder(files, entry);
        } else if (Files.isRegularFile(entry)) {
          addJar(files, entry, plugins.contains(entry));
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

  /** The names of the jars of plug-ins. */
  public List<String> plugins() {
    return parts.keySet().stream()
        .filter(name -> name.startsWith(PLUGIN))
        .map(name -> name.substring(PLUGIN.length()))
        .toList();
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
        found.add((name.startsWith(PLUGIN) ? "" : "class path: ") + name + " " + what);
      }
    }
    return found;
  }

  private static void addFolder(SortedMap<String, SortedMap<String, String>> files, Path folder)
      throws IOException {
    SortedMap<String, Path> byName = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile).forEach(file -> byName.put(name(folder, file), file));
    }
    boolean foreign = isForeign(byName.keySet());
    for (Map.Entry<String, Path> file : byName.entrySet()) {
      Optional<String> part =
          foreign ? Optional.of("folder " + folder.getFileName()) : module(file.getKey());
      if (part.isPresent()) {
        add(files, part.get(), file.getKey(), Files.readAllBytes(file.getValue()));
      }
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static void addJar(
      SortedMap<String, SortedMap<String, String>> files, Path jar, boolean plugin)
      throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Set<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
      String file = String.valueOf(jar.getFileName());
      if (plugin || isForeign(names)) {
        add(files, plugin ? PLUGIN + file : file, file, Files.readAllBytes(jar));
        return;
      }
      if (LIBRARIES.stream().anyMatch(file::startsWith)) {
        add(files, "libraries", file, Files.readAllBytes(jar));
        return;
      }
      for (String name : names) {
        Optional<String> part = module(name);
        if (part.isPresent() && !name.endsWith("/")) {
          try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            add(files, part.get(), name, in.readAllBytes());
          }
        }
      }
    }
  }

  /** Whether an entry of the class path is none of our modules and offers something to them. */
  private static boolean isForeign(Set<String> names) {
    return names.stream().anyMatch(name -> name.startsWith(SERVICES))
        && OURS.stream().noneMatch(ours -> names.stream().anyMatch(name -> name.startsWith(ours)));
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
        .filter(module -> name.startsWith(BASE + module + "/"))
        .filter(
            module ->
                AROUND.stream().noneMatch(name::startsWith)
                    || THREADS.stream().anyMatch(name::startsWith))
        .findFirst();
  }
}
