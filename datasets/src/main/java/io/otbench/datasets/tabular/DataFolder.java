package io.otbench.datasets.tabular;

import io.otbench.datasets.tabular.files.TableSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of the published sets lie.
 *
 * @param root the folder; it need not exist as long as no set of it is asked for
 * @param origin who named it, for messages
 */
public record DataFolder(Path root, String origin) {

  /** The environment variable that names the folder. */
  public static final String VARIABLE = "OTBENCH_DATA";

  private static final String ARCHIVE = "data.tar.gz";
  private static final String ARCHIVE_MD5 = "9b9c9b0375315ad270eba4ce80c093ab";

  /**
   * The folder that the user named, else that of the environment variable, else {@code data} below
   * the working folder.
   *
   * @param option folder named on the command line
   * @throws IllegalArgumentException for a variable that is the name of no file here
   */
  public static DataFolder find(Optional<Path> option) {
    return find(option, System.getenv());
  }

  static DataFolder find(Optional<Path> option, Map<String, String> environment) {
    if (option.isPresent()) {
      return new DataFolder(option.get(), "the data option");
    }
    String variable = environment.getOrDefault(VARIABLE, "");
    if (variable.isBlank()) {
      return new DataFolder(Path.of("data"), "the default");
    }
    try {
      return new DataFolder(Path.of(variable), "the environment variable " + VARIABLE);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "the environment variable %s must name a folder but is '%s' (%s); set LC_ALL to an"
                  .formatted(VARIABLE, variable, e.getReason())
              + " encoding that holds the name, such as C.UTF-8, or the variable to another folder",
          e);
    }
  }

  /**
   * The first group of files that is there, complete. Unpacking the archive makes a folder {@code
   * data} of its own, which may stand in between.
   *
   * @param groups files relative to this folder
   */
  Optional<List<Path>> firstComplete(List<List<String>> groups) {
    for (List<String> group : groups) {
      for (Path base : List.of(root, root.resolve("data"))) {
        List<Path> files = group.stream().map(base::resolve).toList();
        if (files.stream().allMatch(Files::isRegularFile)) {
          return Optional.of(files);
        }
      }
    }
    return Optional.empty();
  }

  /** What to do about a set that is not there; several lines. */
  IllegalArgumentException missing(
      String set, List<List<String>> groups, Optional<String> conversion) {
    StringBuilder text = new StringBuilder();
    text.append("set %s: its files are not there".formatted(set));
    for (List<String> group : groups) {
      text.append("\n  tried: ");
      text.append(
          String.join(", ", group.stream().map(file -> shown(root.resolve(file))).toList()));
    }
    text.append("\n  and the same below ").append(shown(root.resolve("data")));
    text.append(
        "\n  (the folder is %s; name another with -Ddata=DIR or %s)".formatted(origin, VARIABLE));
    text.append(
        "\n  download: Zenodo record 1161203, https://doi.org/10.5281/zenodo.1161203, file %s, 857 MB, MD5 %s"
            .formatted(ARCHIVE, ARCHIVE_MD5));
    text.append("\n  then unpack it in %s: tar xzf %s".formatted(shown(root), ARCHIVE));
    conversion.ifPresent(python -> text.append("\n  ").append(python));
    return new IllegalArgumentException(text.toString());
  }

  /** The checksum of the downloaded archive, where it lies in this folder. */
  public Optional<FileChecksum> archiveChecksum() {
    Path archive = root.resolve(ARCHIVE);
    return Files.isRegularFile(archive)
        ? Optional.of(FileChecksum.of(TableSource.of(archive), "MD5", Optional.of(ARCHIVE_MD5)))
        : Optional.empty();
  }

  /** The folder in full, who named it, and whether it is there. */
  public String description() {
    return "%s (%s%s)"
        .formatted(shown(root), origin, Files.isDirectory(root) ? "" : "; it is not there");
  }

  private static String shown(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }
}
