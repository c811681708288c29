package io.otbench.benchmarks.inspect;

import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.run.ClassPath;
import io.otbench.benchmarks.run.RunRequest;
import io.otbench.benchmarks.store.CellFiles;
import io.otbench.benchmarks.store.CellHead;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A run folder that is only looked at; a run may go on in it.
 *
 * @param folder where it is
 * @param heads of its cells, in the order in which they were written
 */
public record StoredRun(RunFolder folder, List<CellHead> heads) {

  /** Copies the list. */
  public StoredRun {
    heads = List.copyOf(heads);
  }

  /**
   * Looks at a folder.
   *
   * @throws UsageException when it holds no cells that can be read
   */
  public static StoredRun read(Path path) throws IOException {
    try {
      RunFolder folder = RunFolder.existing(path);
      List<CellHead> heads = CellFiles.heads(folder);
      if (heads.isEmpty() && !Files.exists(folder.request())) {
        throw new UsageException("run folder %s must hold cells, it has none".formatted(path));
      }
      return new StoredRun(folder, heads);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * What was asked for last; nothing in a folder that {@code merge} made.
   *
   * @throws UsageException for a file that is damaged, or of another version of this suite
   */
  Optional<RunRequest> request() {
    if (!Files.exists(folder.request())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readString(folder.request()), RunRequest.class));
    } catch (IllegalArgumentException | IOException e) {
      throw new UsageException(
          folder.request()
              + " must be what a run of this version was asked for, it is not; without it every"
              + " cell of the folder counts as asked for");
    }
  }

  /**
   * Checks that plug-ins are open where the run had some: without them its cells are unknown, or
   * seem to be of another build.
   *
   * @throws UsageException when they are not
   */
  void requirePlugins() throws IOException {
    if (!ClassPath.plugins().isEmpty()) {
      return;
    }
    Optional<RunRequest> request = request();
    Optional<String> plugins =
        request.isPresent()
            ? request.flatMap(RunRequest::plugins).map(it -> "it was " + it)
            : jars().map(it -> "it had " + it);
    if (plugins.isPresent()) {
      throw new UsageException(
          "what run folder %s holds came from plug-ins too; name their folder with --plugins, %s"
              .formatted(folder.path(), plugins.get()));
    }
  }

  /** The jars of plug-ins that made its cells, in words. */
  private Optional<String> jars() throws IOException {
    TreeSet<String> jars = new TreeSet<>();
    for (CellHead head : heads) {
      jars.addAll(CellFiles.read(folder, head).identity().code().plugins());
    }
    return jars.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", jars));
  }

  /**
   * The cells of a name.
   *
   * @param name a path such as {@code gaussian-8/implicit/1}, with or without what a sweep varied,
   *     or the first digits of an identity
   * @throws UsageException saying which cells there are when there is none
   */
  List<CellHead> named(String name) {
    List<CellHead> found = heads.stream().filter(head -> isNamed(head, name)).toList();
    if (found.isEmpty()) {
      throw unknown(name, heads.stream().map(CellHead::name).toList());
    }
    return found;
  }

  static boolean isNamed(CellHead head, String name) {
    return head.path().equals(name)
        || head.name().equals(name)
        || (!name.isEmpty() && head.identity().startsWith(name));
  }

  UsageException unknown(String name, Collection<String> paths) {
    String known =
        paths.isEmpty()
            ? "none"
            : "%d cells such as %s".formatted(paths.size(), paths.iterator().next());
    return new UsageException(
        NearestName.message("cell", name, "of " + folder.path(), paths, known));
  }
}
