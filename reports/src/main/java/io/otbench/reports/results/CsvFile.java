package io.otbench.reports.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with fixed columns in which one record is one line. So a file that was cut at any byte
 * by a killed process is a valid file and one torn line.
 *
 * @param lines the records below the header
 * @param torn whether the file must be written again: a last line was torn, there is no header, or
 *     it lacks a column that was added since
 * @param cut file and line at which the file was cut; none of a file that is whole
 */
record CsvFile(List<CsvLine> lines, boolean torn, Optional<String> cut) {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /** What some editors write before the first letter. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Text of one record, with its line end. */
  static String line(Object... values) {
    return FORMAT.format(values) + "\n";
  }

  static String header(List<String> columns) {
    return line(columns.toArray());
  }

  /**
   * Reads a file; one that is missing or has no whole header yet is empty.
   *
   * @throws IllegalArgumentException if the file is not one of these columns; names file and line
   */
  static CsvFile read(Path file, List<String> columns) throws IOException {
    return read(file, columns, columns);
  }

  /**
   * Reads a file of which earlier versions lack the last column; it is empty in those.
   *
   * @param added name of the last column
   */
  static CsvFile read(Path file, List<String> columns, String added) throws IOException {
    List<String> former = columns.subList(0, columns.indexOf(added));
    return read(file, columns, hasHeader(file, former) ? former : columns);
  }

  private static boolean hasHeader(Path file, List<String> columns) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    byte[] header = header(columns).getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(file)) {
      // A whole line: the header of now begins in the same way.
      return Arrays.equals(in.readNBytes(header.length), header);
    }
  }

  /**
   * @param written columns that the file has; those it lacks at the end are empty
   */
  private static CsvFile read(Path file, List<String> columns, List<String> written)
      throws IOException {
    if (!Files.exists(file)) {
      return new CsvFile(List.of(), true, Optional.empty());
    }
    byte[] bytes = Files.readAllBytes(file);
    List<byte[]> raw = wholeLines(bytes);
    int wholeBytes = raw.stream().mapToInt(line -> line.length + 1).sum();
    byte[] rest = Arrays.copyOfRange(bytes, wholeBytes, bytes.length);
    if (raw.isEmpty() && isStartOf(rest, header(written))) {
      return new CsvFile(List.of(), true, Optional.of(cut(file, 1, "it is torn")));
    }
    checkHeader(file, written, raw.isEmpty() ? rest : raw.get(0));

    Optional<String> cut =
        rest.length > 0 ? Optional.of(cut(file, raw.size() + 1, "it is torn")) : Optional.empty();
    List<CsvLine> lines = new ArrayList<>();
    for (int i = 1; i < raw.size(); i++) {
      String origin = origin(file, i + 1);
      Optional<List<String>> fields = split(decode(origin, raw.get(i)));
      if (fields.isPresent() && fields.get().size() == written.size()) {
        lines.add(new CsvLine(origin, columns, padded(fields.get(), columns.size())));
      } else if (i == raw.size() - 1) {
        cut = cut.or(() -> Optional.of(cut(file, raw.size(), "it has other columns")));
      } else {
        throw new IllegalArgumentException(
            origin
                + ": a line must have "
                + written.size()
                + " columns, found "
                + fields.map(found -> String.valueOf(found.size())).orElse("an open quote"));
      }
    }
    return new CsvFile(lines, cut.isPresent() || written.size() < columns.size(), cut);
  }

  private static String cut(Path file, int line, String reason) {
    return origin(file, line) + ": the line must be whole, " + reason;
  }

  private static List<String> padded(List<String> fields, int columns) {
    List<String> all = new ArrayList<>(fields);
    all.addAll(Collections.nCopies(columns - fields.size(), ""));
    return all;
  }

  private static String origin(Path file, int line) {
    return file + " line " + line;
  }

  private static void checkHeader(Path file, List<String> columns, byte[] first) {
    String origin = origin(file, 1);
    String text = decode(origin, first);
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw new IllegalArgumentException(
          origin + ": the file must begin with its header, it begins with a byte order mark");
    }
    if (!split(text).equals(Optional.of(columns))) {
      throw new IllegalArgumentException(
          origin
              + ": the header must be '"
              + String.join(",", columns)
              + "', found '"
              + text.substring(0, Math.min(80, text.length()))
              + "'");
    }
  }

  private static boolean isStartOf(byte[] bytes, String text) {
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= whole.length && Arrays.equals(bytes, Arrays.copyOf(whole, bytes.length));
  }

  private static List<byte[]> wholeLines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(Arrays.copyOfRange(bytes, start, i));
        start = i + 1;
      }
    }
    return lines;
  }

  private static String decode(String origin, byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(origin + ": the text must be UTF-8, it is not", e);
    }
  }

  /** The fields of a line; empty if a quote is left open. */
  private static Optional<List<String>> split(String line) {
    // Nearly all lines. A parser has buffers of 16 KiB: one for each line took a tenth of a report.
    if (line.indexOf('"') < 0 && line.indexOf('\r') < 0) {
      return Optional.of(List.of(line.split(",", -1)));
    }
    try (CSVParser parser = FORMAT.parse(new StringReader(line))) {
      List<CSVRecord> records = parser.getRecords();
      return Optional.of(records.isEmpty() ? List.of("") : records.get(0).toList());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
