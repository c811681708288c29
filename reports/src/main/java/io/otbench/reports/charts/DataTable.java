package io.otbench.reports.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;

/** The numbers of a figure, to be drawn again by other means. */
final class DataTable {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final List<String> lines = new ArrayList<>();

  DataTable(String... columns) {
    add((Object[]) columns);
  }

  /** Adds a line; a number that is missing is an empty field. */
  void add(Object... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = values[i] instanceof OptionalDouble number ? text(number) : values[i];
    }
    lines.add(FORMAT.format(texts) + "\n");
  }

  private static Object text(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : "";
  }

  String toCsv() {
    return String.join("", lines);
  }
}
