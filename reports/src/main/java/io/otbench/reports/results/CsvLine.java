package io.otbench.reports.results;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The fields of one line of a CSV file.
 *
 * @param origin file and line number, for messages
 */
record CsvLine(String origin, List<String> columns, List<String> fields) {

  String text(String column) {
    return fields.get(columns.indexOf(column));
  }

  int integer(String column) {
    try {
      return Integer.parseInt(text(column));
    } catch (NumberFormatException e) {
      throw notA("whole number", column, e);
    }
  }

  long wholeNumber(String column) {
    try {
      return Long.parseLong(text(column));
    } catch (NumberFormatException e) {
      throw notA("whole number", column, e);
    }
  }

  double number(String column) {
    try {
      return Double.parseDouble(text(column));
    } catch (NumberFormatException e) {
      throw notA("number", column, e);
    }
  }

  OptionalDouble optionalNumber(String column) {
    return text(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(column));
  }

  /** An error of what this line means, with the place added. */
  IllegalArgumentException at(IllegalArgumentException error) {
    return new IllegalArgumentException(origin + ": " + error.getMessage(), error);
  }

  private IllegalArgumentException notA(String kind, String column, NumberFormatException cause) {
    return new IllegalArgumentException(
        column + " must be a " + kind + ", found '" + text(column) + "'", cause);
  }
}
