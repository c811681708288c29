package io.otbench.datasets.tabular.preparation;

/**
 * Numbers of rows of the three parts.
 *
 * @param train rows
 * @param validation rows
 * @param test rows
 */
public record Split(int train, int validation, int test) {

  /**
   * The common rule: the last tenth of all rows is the test part, the last tenth of the rest the
   * validation part, both rounded down after a double product.
   *
   * @throws IllegalArgumentException when a part would be empty
   */
  public static Split of(int rows) {
    int test = (int) (0.1 * rows);
    return of(rows - test, test);
  }

  /**
   * The rule where the test part stands in a file of its own: the last tenth of the other rows is
   * the validation part.
   *
   * @throws IllegalArgumentException when a part would be empty
   */
  public static Split of(int otherRows, int test) {
    int validation = (int) (0.1 * otherRows);
    if (validation < 1 || test < 1) {
      throw new IllegalArgumentException(
          "the test and validation parts, a tenth each, must have at least 1 row but %d rows are"
                  .formatted(otherRows + test)
              + " too few");
    }
    return new Split(otherRows - validation, validation, test);
  }

  /** Rows of the train and validation parts together, which come first. */
  public int known() {
    return train + validation;
  }

  /** Rows of all parts. */
  public int total() {
    return train + validation + test;
  }

  @Override
  public String toString() {
    return "%d train, %d validation and %d test rows".formatted(train, validation, test);
  }
}
