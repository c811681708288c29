package io.otbench.benchmarks.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.RunFolder;
import java.io.CharConversionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files in {@code cells/}, for reading; they may be read while a run goes on. Each is one line
 * of JSON that begins with its {@link CellHead}.
 */
public final class CellFiles {

  /** A whole file. */
  record Content(CellHead head, CellRecord record) {}

  private CellFiles() {}

  /**
   * The beginnings of all files in the order in which they were written. Where a killed process
   * left two files of a cell, the later one counts.
   *
   * @throws IllegalArgumentException for a file that is none of ours
   */
  public static List<CellHead> heads(RunFolder folder) throws IOException {
    return latest(all(folder));
  }

  static List<CellHead> latest(List<CellHead> all) {
    Map<CellKey, CellHead> latest = new HashMap<>();
    for (CellHead head : all) {
      latest.merge(head.key(), head, (a, b) -> a.number() > b.number() ? a : b);
    }
    return latest.values().stream().sorted(Comparator.comparingLong(CellHead::number)).toList();
  }

  static List<CellHead> all(RunFolder folder) throws IOException {
    List<CellHead> heads = new ArrayList<>();
    if (Files.isDirectory(folder.cells())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.cells(), "*.json")) {
        for (Path file : files) {
          readHead(file, heads);
        }
      }
    }
    return heads;
  }

  private static void readHead(Path file, List<CellHead> heads) throws IOException {
    try (JsonParser parser = Json.MAPPER.createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT || !"head".equals(parser.nextFieldName())) {
        throw new IllegalArgumentException(
            file + " must be the file of a cell, it is not; without it the cell runs again");
      }
      parser.nextToken();
      heads.add(Json.read(parser, CellHead.class));
    } catch (JsonProcessingException | CharConversionException e) {
      throw new IllegalArgumentException(
          file
              + " must be the file of a cell, its beginning is damaged; without it the cell runs again",
          e);
    } catch (FileNotFoundException | NoSuchFileException e) {
      // Replaced by a run that goes on.
    }
  }

  /**
   * The whole of a cell.
   *
   * @throws UsageException for a file that is damaged, or of another version of this suite
   */
  public static CellRecord read(RunFolder folder, CellHead head) throws IOException {
    Path file = path(folder, head);
    try {
      return Json.read(Files.readString(file), Content.class).record();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new UsageException(
          file
              + " must be the file of a cell of this version, it is not; without it the cell runs again");
    }
  }

  static Path path(RunFolder folder, CellHead head) {
    return folder.cells().resolve(head.fileName());
  }
}
