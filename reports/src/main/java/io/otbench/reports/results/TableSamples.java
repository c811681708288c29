package io.otbench.reports.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The rows that the cells of tables generated. In the folder {@link RunFolder#rows} there is one
 * for every table, named after its test rows, so that the same set under another scaling is
 * another; it holds the test rows once and a file per cell.
 *
 * @param byCell the rows of each cell that is ok and has kept some
 */
public record TableSamples(Map<CellKey, TableSample> byCell) {
  private static final String TEST = "test.csv.gz";

  public TableSamples {
    byCell = Map.copyOf(byCell);
  }

  /**
   * Reads the files of the cells that are ok.
   *
   * @throws IllegalArgumentException if a file is malformed; names file, line and reason
   */
  public static TableSamples read(RunFolder folder, Results results) throws IOException {
    return read(folder, results.ok());
  }

  /**
   * Reads the files of cells.
   *
   * @param ok the cells that are ok
   * @throws IllegalArgumentException if a file is malformed; names file, line and reason
   */
  public static TableSamples read(RunFolder folder, Set<CellKey> ok) throws IOException {
    Map<CellKey, TableSample> byCell = new HashMap<>();
    for (Path table : tables(folder)) {
      Optional<TableRows> test = Optional.empty();
      for (CellKey cell : ok) {
        Optional<Path> file = folder.rowsFile(table, cell).filter(Files::isRegularFile);
        if (file.isPresent()) {
          if (test.isEmpty()) {
            test = Optional.of(readTest(table));
          }
          byCell.put(cell, sample(file.get(), test.get()));
        }
      }
    }
    return new TableSamples(byCell);
  }

  private static TableRows readTest(Path table) throws IOException {
    Path file = table.resolve(TEST);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + " must exist beside the rows of cells");
    }
    return TableRowsFile.read(file);
  }

  private static TableSample sample(Path file, TableRows test) throws IOException {
    TableRows generated = TableRowsFile.read(file);
    try {
      return new TableSample(generated, test);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes the rows of a cell, and the test rows where they are not there yet. Nothing is written
   * if the names in its key do not make the name of a file.
   */
  public static void write(RunFolder folder, CellKey cell, TableSample sample) throws IOException {
    String test = TableRowsFile.text(sample.test());
    Path table = folder.rows().resolve(id(test));
    Optional<Path> file = folder.rowsFile(table, cell);
    if (file.isPresent()) {
      Files.createDirectories(table);
      if (!Files.exists(table.resolve(TEST))) {
        WholeFile.write(table.resolve(TEST), TableRowsFile.compressed(test));
      }
      WholeFile.write(file.get(), TableRowsFile.compressed(TableRowsFile.text(sample.generated())));
    }
  }

  /** Removes the rows of a cell, if it has kept some. */
  public static void remove(RunFolder folder, CellKey cell) throws IOException {
    for (Path table : tables(folder)) {
      Optional<Path> file = folder.rowsFile(table, cell);
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    }
  }

  /** The rows of a cell; none if it has kept none. */
  public Optional<TableSample> of(CellKey cell) {
    return Optional.ofNullable(byCell.get(cell));
  }

  private static List<Path> tables(RunFolder folder) throws IOException {
    List<Path> tables = new ArrayList<>();
    if (Files.isDirectory(folder.rows())) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.rows())) {
        found.forEach(tables::add);
      }
    }
    return tables;
  }

  private static String id(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }
}
