package io.otbench.reports.results;

/**
 * Rows that one cell of a table generated, and test rows to see them beside.
 *
 * @param generated images of fresh source rows
 * @param test rows that no model has seen, of the same columns
 */
public record TableSample(TableRows generated, TableRows test) {

  /** Checks that both have the same columns. */
  public TableSample {
    if (!generated.columns().equals(test.columns())) {
      throw new IllegalArgumentException(
          "generated rows must have the columns of the test rows, %s, found %s"
              .formatted(test.columns(), generated.columns()));
    }
  }
}
