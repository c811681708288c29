package io.otbench.reports.published;

import java.util.List;

/**
 * One table of a paper, as far as its numbers belong to problems of this suite.
 *
 * @param name what the paper calls it, such as {@code Table 1}
 * @param rows its cells in the order of the file; some have lost their number
 */
public record PublishedTable(Paper paper, String name, List<PublishedValue> rows) {

  public PublishedTable {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows of the published " + name + " must not be empty");
    }
    rows = List.copyOf(rows);
  }

  /** The benchmark that all rows belong to. */
  public String benchmark() {
    return rows.get(0).benchmark();
  }

  /** Whether any number of the table is known. */
  public boolean hasNumbers() {
    return rows.stream().anyMatch(row -> row.printed().isPresent());
  }
}
