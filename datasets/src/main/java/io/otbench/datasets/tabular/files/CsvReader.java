package io.otbench.datasets.tabular.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads tables in CSV, plain or in gzip, line by line: a line of column names, then lines of
 * numbers.
 */
public final class CsvReader {

  private static final int FIRST_ROWS = 4096;

  private final TableSource source;
  private final TableLimits limits;
  private final CsvLayout layout;

  private CsvReader(TableSource source, TableLimits limits, CsvLayout layout) {
    this.source = source;
    this.limits = limits;
    this.layout = layout;
  }

  /**
   * The kept rows and columns.
   *
   * @param source in gzip when its name ends in {@code .gz}
   * @param limits of the columns of the file and of the rows that are kept
   * @throws IllegalArgumentException when the names are missing, repeated or not the expected ones,
   *     a line has another number of cells, a cell is not a finite number, or there is too much
   */
  public static Table read(TableSource source, TableLimits limits, CsvLayout layout) {
    CsvReader reader = new CsvReader(source, limits, layout);
    return source.read(reader::table);
  }

  private Table table(InputStream bytes) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrim(true)
            .setTrailingDelimiter(layout.trailingComma())
            .get();
    InputStream plain =
        source.name().toLowerCase(Locale.ROOT).endsWith(".gz") ? unzipped(bytes) : bytes;
    RecordGuard text =
        new RecordGuard(source, new InputStreamReader(plain, StandardCharsets.UTF_8));
    // Closes nothing but the stream that belongs to the source.
    try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
      return rows(parser, text);
    }
  }

  private InputStream unzipped(InputStream bytes) throws IOException {
    bytes.mark(2);
    boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    if (!gzip) {
      throw source.refusal("must be a gzip file, by its name, but does not begin like one");
    }
    return new GZIPInputStream(bytes, 1 << 16);
  }

  private Table rows(CSVParser parser, RecordGuard text) throws IOException {
    List<String> header = List.of();
    int[] kept = {};
    double[] row = {};
    double[] values = {};
    int rows = 0;
    for (CSVRecord line : parser) {
      text.endRecord();
      if (line.getRecordNumber() == 1) {
        header = header(line);
        kept = keptColumns(header);
        row = new double[kept.length];
        continue;
      }
      if (line.getRecordNumber() - 1 > layout.maxLines()) {
        throw source.refusal("must have at most %d lines of data".formatted(layout.maxLines()));
      }
      if (line.size() != header.size()) {
        throw source.refusal(
            "line %d must have %d cells, as many as the first line, but has %d"
                .formatted(parser.getCurrentLineNumber(), header.size(), line.size()));
      }
      for (int i = 0; i < kept.length; i++) {
        row[i] = number(parser, header.get(kept[i]), line.get(kept[i]));
      }
      if (keeps(parser, row)) {
        limits.requireRows(source, rows + 1L, row.length);
        if ((rows + 1) * row.length > values.length) {
          int room = Math.max(FIRST_ROWS * row.length, values.length + values.length / 2);
          values = Arrays.copyOf(values, room);
        }
        System.arraycopy(row, 0, values, rows * row.length, row.length);
        rows++;
      }
    }
    if (header.isEmpty()) {
      throw source.refusal("must begin with a line of column names but is empty");
    }
    return new Table(Arrays.stream(kept).mapToObj(header::get).toList(), rows, values);
  }

  private boolean keeps(CSVParser parser, double[] row) {
    try {
      return layout.filter().keeps(row);
    } catch (IllegalArgumentException e) {
      throw source.refusal("line %d: %s".formatted(parser.getCurrentLineNumber(), e.getMessage()));
    }
  }

  private List<String> header(CSVRecord line) {
    List<String> names = new ArrayList<>(line.toList());
    // Spreadsheets begin UTF-8 files with a byte order mark.
    names.set(0, names.get(0).replaceFirst("^\uFEFF", ""));
    limits.requireColumns(source, names.size());
    if (names.stream().allMatch(CsvReader::isNumber)) {
      throw source.refusal("must begin with a line of column names but begins with numbers");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty() || !seen.add(name)) {
        throw source.refusal(
            "must give every column a name of its own but has '%s' %s"
                .formatted(name, name.isEmpty() ? "as one" : "twice"));
      }
    }
    return names;
  }

  private int[] keptColumns(List<String> header) {
    for (String name : layout.dropped()) {
      if (!header.contains(name)) {
        throw source.refusal(
            "must have a column '%s' but has %s".formatted(name, String.join(", ", header)));
      }
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (!layout.dropped().contains(header.get(i))) {
        kept.add(i);
      }
    }
    if (kept.isEmpty()) {
      throw source.refusal("must keep at least one column but all are dropped");
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private double number(CSVParser parser, String column, String cell) {
    double value = parse(cell);
    if (!Double.isFinite(value)) {
      String shown = cell.length() > 40 ? cell.substring(0, 40) + "..." : cell;
      throw source.refusal(
          "line %d, column '%s' must be a finite number but is '%s'"
              .formatted(parser.getCurrentLineNumber(), column, shown));
    }
    return value;
  }

  private static boolean isNumber(String cell) {
    return !Double.isNaN(parse(cell));
  }

  /** A decimal number, or NaN for other text; Java alone would take "0x1p3" and "1d" too. */
  private static double parse(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if ((c < '0' || c > '9') && ".+-eE".indexOf(c) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
