package io.otbench.datasets.tabular.preparation;

import io.otbench.datasets.tabular.Scaling;
import io.otbench.datasets.tabular.files.Table;
import java.util.List;

/**
 * The three parts of a set after its preparation, in float64 before the cast.
 *
 * @param scaling what was done to the columns
 * @param integerColumns names of the columns that held whole numbers only before scaling
 * @param train rows
 * @param validation rows
 * @param test rows, with the same columns
 */
public record Prepared(
    Scaling scaling,
    List<String> integerColumns,
    RowRange train,
    RowRange validation,
    RowRange test) {

  static Prepared of(Scaling scaling, List<String> integerColumns, Table table, Split split) {
    return new Prepared(
        scaling,
        integerColumns,
        new RowRange(table, 0, split.train()),
        new RowRange(table, split.train(), split.known()),
        new RowRange(table, split.known(), split.total()));
  }

  /** Names of the columns. */
  public List<String> columns() {
    return train.table().columns();
  }

  /** Numbers of rows. */
  public Split split() {
    return new Split(train.count(), validation.count(), test.count());
  }
}
