package io.otbench.reports.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of one run and the names of what lies in it.
 *
 * @param path the folder itself
 */
public record RunFolder(Path path) {
  /** What a run that was killed at its very beginning may have left alone in its folder. */
  private static final Pattern BEGINNING = Pattern.compile("\\.lock|(results|curves)\\.csv\\.new");

  private static final Pattern HASH = Pattern.compile("[0-9A-Za-z_-]+");

  /**
   * A folder to write a run to; it and its sub-folders are made where they are missing.
   *
   * @throws IllegalArgumentException if the path is a file, cannot be written to, holds something
   *     that no run wrote or a results.csv that is malformed; nothing is made then
   */
  public static RunFolder create(Path path) {
    checkNotFile(path);
    RunFolder folder = new RunFolder(path);
    try {
      ResultFile.read(folder.results());
      if (!folder.isOfARun()) {
        throw new IllegalArgumentException(
            "run folder "
                + path
                + " must be new, empty or that of a run, it holds something else; name another one");
      }
      for (Path place : folder.places()) {
        checkNoFile(place);
      }
      Files.createDirectories(path);
      if (!Files.isWritable(path)) {
        throw new IllegalArgumentException("run folder " + path + " must be writable, it is not");
      }
      Files.createDirectories(folder.charts());
      Files.createDirectories(folder.logs());
      Files.createDirectories(folder.configs());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "run folder " + path + " must be a folder that can be written to, it is not", e);
    }
    return folder;
  }

  /**
   * An existing folder to read a run from.
   *
   * @throws IllegalArgumentException if there is no such folder
   */
  public static RunFolder existing(Path path) {
    checkNotFile(path);
    if (!Files.isDirectory(path)) {
      throw new IllegalArgumentException("run folder " + path + " must exist, it does not");
    }
    return new RunFolder(path);
  }

  /** The folders within, whether they are there or not. */
  private List<Path> places() {
    return List.of(charts(), logs(), configs(), cells(), points(), rows(), exchange());
  }

  private static void checkNoFile(Path place) {
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw new IllegalArgumentException(place + " must be a folder, it is a file");
    }
  }

  /** Whether there is nothing in the folder, or what a run wrote. */
  private boolean isOfARun() throws IOException {
    boolean described = Files.isRegularFile(request()) && Files.isRegularFile(state());
    if (!Files.isDirectory(path)
        || Files.exists(results())
        || holds(cells(), "*.json")
        || described) {
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        boolean ours =
            places().contains(entry)
                ? Files.isDirectory(entry) && !holds(entry, "*")
                : BEGINNING.matcher(String.valueOf(entry.getFileName())).matches();
        if (!ours) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean holds(Path place, String names) throws IOException {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(place, names)) {
      return entries.iterator().hasNext();
    }
  }

  private static void checkNotFile(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new IllegalArgumentException("run folder " + path + " must be a folder, it is a file");
    }
  }

  public Path results() {
    return path.resolve("results.csv");
  }

  public Path curves() {
    return path.resolve("curves.csv");
  }

  public Path environment() {
    return path.resolve("environment.json");
  }

  public Path report() {
    return path.resolve("report.html");
  }

  public Path charts() {
    return path.resolve("charts");
  }

  public Path paper() {
    return path.resolve("paper");
  }

  public Path figures() {
    return path.resolve("figures");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public Path configs() {
    return path.resolve("configs");
  }

  public Path points() {
    return path.resolve("points");
  }

  /** Rows that models of tables generated; see {@link TableSamples}. */
  public Path rows() {
    return path.resolve("rows");
  }

  public Path cells() {
    return path.resolve("cells");
  }

  /** Files of the cells that run at the moment, and of those that wait for it. */
  public Path exchange() {
    return path.resolve("exchange");
  }

  public Path request() {
    return path.resolve("request.json");
  }

  public Path state() {
    return path.resolve("state.json");
  }

  /** What results.csv held when its cells had no files any more. */
  public Path resultsWithoutCells() {
    return path.resolve("results-without-cells.csv");
  }

  /** What curves.csv held then. */
  public Path curvesWithoutCells() {
    return path.resolve("curves-without-cells.csv");
  }

  /** Cells that {@code --force} asked for and that have not run yet. */
  public Path forced() {
    return path.resolve("forced.json");
  }

  public Path totals() {
    return path.resolve("totals.json");
  }

  /** The name of the folder, which stands in the rows. */
  public String name() {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "run" : name.toString();
  }

  /**
   * The file with the points of a cell; none if the names in its key do not make the name of a file
   * in {@link #points}.
   */
  public Optional<Path> pointFile(CellKey cell) {
    return cellFile(points(), cell, ".csv");
  }

  /**
   * The file with the rows that a cell generated; none if the names in its key do not make the name
   * of a file.
   *
   * @param table the folder of the table within {@link #rows}
   */
  Optional<Path> rowsFile(Path table, CellKey cell) {
    return cellFile(table, cell, ".csv.gz");
  }

  private static Optional<Path> cellFile(Path parent, CellKey cell, String ending) {
    String name =
        String.join(
            "_",
            cell.benchmark(),
            cell.problem(),
            cell.solver(),
            cell.config(),
            "seed" + cell.seed() + ending);
    try {
      Path file = parent.resolve(name);
      return Optional.of(file).filter(it -> parent.equals(it.getParent()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether a text can be the hash of a configuration, and so the name of a file. */
  static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  /**
   * The file with the full text of a solver's configuration.
   *
   * @throws IllegalArgumentException if the hash has characters other than letters, digits, - and _
   */
  public Path configFile(String hash) {
    if (!isHash(hash)) {
      throw new IllegalArgumentException(
          "hash of a configuration must be letters, digits, - and _, found '" + hash + "'");
    }
    return configs().resolve(hash + ".json");
  }
}
