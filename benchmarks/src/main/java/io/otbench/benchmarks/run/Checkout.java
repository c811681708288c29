package io.otbench.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The source folder this program was built in, where it is run from there.
 *
 * @param root the folder with the root pom
 */
public record Checkout(Path root) {

  private static final List<String> MODULES =
      List.of("solvers", "datasets", "reports", "benchmarks");

  /** What the classes of a module are made of. */
  private static final List<String> SOURCE_FOLDERS =
      List.of("src/main/java", "src/main/resources", "src/main/jte");

  /** The checkout that the class path or the working folder shows. */
  public static Optional<Checkout> find() {
    return Stream.concat(
            ClassPath.entries().stream().filter(entry -> holds("benchmarks", entry)),
            Stream.of(Path.of("")))
        .map(Path::toAbsolutePath)
        .flatMap(Checkout::withParents)
        .filter(Checkout::isRoot)
        .map(Checkout::new)
        .findFirst();
  }

  private static Stream<Path> withParents(Path path) {
    return Stream.iterate(path, Objects::nonNull, Path::getParent);
  }

  private static boolean isRoot(Path folder) {
    return MODULES.stream().allMatch(module -> Files.isRegularFile(pom(folder, module)));
  }

  private static Path pom(Path folder, String module) {
    return folder.resolve(module).resolve("pom.xml");
  }

  /** A warning when classes on the class path are older than the sources of their module. */
  public Optional<String> staleClassesWarning() {
    return staleClassesWarning(ClassPath.entries());
  }

  Optional<String> staleClassesWarning(List<Path> classPath) {
    List<String> stale = MODULES.stream().filter(module -> isStale(module, classPath)).toList();
    return stale.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "warning: the classes of %s are older than %s sources; start with mvn compile exec:java"
                .formatted(String.join(", ", stale), stale.size() == 1 ? "its" : "their"));
  }

  private boolean isStale(String module, List<Path> classPath) {
    Optional<FileTime> sources =
        SOURCE_FOLDERS.stream()
            .flatMap(folder -> newest(root.resolve(module).resolve(folder)).stream())
            .max(FileTime::compareTo);
    Optional<FileTime> classes =
        classPath.stream()
            .filter(entry -> holds(module, entry))
            .findFirst()
            .flatMap(Checkout::newest);
    return sources.isPresent() && classes.isPresent() && sources.get().compareTo(classes.get()) > 0;
  }

  private static boolean holds(String module, Path entry) {
    return entry.endsWith(Path.of(module, "target", "classes"))
        || entry.getFileName().toString().startsWith("otbench-" + module + "-");
  }

  /** The time of the newest file, or of the file itself; empty where there is none to read. */
  private static Optional<FileTime> newest(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(Checkout::modified).max(FileTime::compareTo);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
