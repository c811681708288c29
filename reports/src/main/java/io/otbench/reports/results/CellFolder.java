package io.otbench.reports.results;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which cells have a file in {@code cells/}. results.csv is made from these files and lacks some
 * where a run was killed, or goes on, that runs them again. Who writes the files knows more of them
 * than that they begin with a head and its key.
 */
final class CellFolder {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CellFolder() {}

  /**
   * Says how many cells are in {@code cells/} alone.
   *
   * @param shown the cells of results.csv
   * @return the sentence; none where all are shown, or where there is no {@code cells/}
   */
  static Optional<String> lacking(RunFolder folder, Set<CellKey> shown) throws IOException {
    Set<CellKey> cells = keys(folder);
    long lacking = cells.stream().filter(cell -> !shown.contains(cell)).count();
    return lacking == 0
        ? Optional.empty()
        : Optional.of(
            "%s lacks %d of the %d cells of %s; the command of the run, started again, brings them back"
                .formatted(folder.results(), lacking, cells.size(), folder.cells()));
  }

  private static Set<CellKey> keys(RunFolder folder) throws IOException {
    Set<CellKey> keys = new HashSet<>();
    if (Files.isDirectory(folder.cells())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.cells(), "*.json")) {
        for (Path file : files) {
          key(file).ifPresent(keys::add);
        }
      }
    }
    return keys;
  }

  /** The cell of a file; none of a file that is damaged, is of something else or has just gone. */
  private static Optional<CellKey> key(Path file) throws IOException {
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT || !"head".equals(parser.nextFieldName())) {
        return Optional.empty();
      }
      parser.nextToken();
      JsonNode head = JSON.readTree(parser);
      return Optional.ofNullable(JSON.treeToValue(head.path("key"), CellKey.class));
    } catch (JsonProcessingException | CharConversionException | FileNotFoundException e) {
      return Optional.empty();
    }
  }
}
