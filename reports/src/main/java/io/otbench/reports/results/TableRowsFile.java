package io.otbench.reports.results;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of rows: CSV in gzip, a line of column names and a line per row. */
final class TableRowsFile {

  private TableRowsFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is malformed; names file, line and reason
   */
  static TableRows read(Path file) throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180.parse(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<CSVRecord> lines = parser.getRecords();
      List<String> columns = lines.isEmpty() ? List.of() : lines.get(0).toList();
      float[] numbers = new float[Math.max(0, lines.size() - 1) * columns.size()];
      for (int i = 1; i < lines.size(); i++) {
        CSVRecord line = lines.get(i);
        if (line.size() != columns.size()) {
          throw new IllegalArgumentException(
              "line %d: a line must have %d columns, found %d"
                  .formatted(i + 1, columns.size(), line.size()));
        }
        for (int j = 0; j < columns.size(); j++) {
          numbers[(i - 1) * columns.size() + j] = number(line.get(j), columns.get(j), i + 1);
        }
      }
      return new TableRows(columns, numbers);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          "%s must be rows in gzip, it is not: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static float number(String text, String column, int line) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "line %d: %s must be a number, found '%s'".formatted(line, column, text), e);
    }
  }

  /** The text of a file, before it is put in gzip, that {@link #read} gives the same rows of. */
  static String text(TableRows rows) {
    StringBuilder text = new StringBuilder(CsvFile.header(rows.columns()));
    for (int row = 0; row < rows.count(); row++) {
      List<Object> numbers = new ArrayList<>();
      for (int column = 0; column < rows.columns().size(); column++) {
        numbers.add((float) rows.at(row, column));
      }
      text.append(CsvFile.line(numbers.toArray()));
    }
    return text.toString();
  }

  static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
