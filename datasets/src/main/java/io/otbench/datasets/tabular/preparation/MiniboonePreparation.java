package io.otbench.datasets.tabular.preparation;

import io.otbench.datasets.tabular.Scaling;
import io.otbench.datasets.tabular.files.Table;
import java.util.List;

/**
 * MINIBOONE, particle identification: the file is shuffled and thinned already, so only scaling and
 * split are left.
 */
public final class MiniboonePreparation {

  private MiniboonePreparation() {}

  /**
   * Prepares the rows in place.
   *
   * @param scaling z-score with the population deviation of the train and validation part, or
   *     min-max of the train part alone: the published codes differ in that too
   */
  public static Prepared prepare(Table table, Scaling scaling) {
    Split split = Split.of(table.rows());
    ColumnScale scale =
        scaling == Scaling.MINMAX
            ? ColumnScale.minmax(new RowRange(table, 0, split.train()))
            : ColumnScale.populationZscore(new RowRange(table, 0, split.known()));
    List<String> integers = table.integerColumns();
    scale.apply(table);
    return Prepared.of(scaling, integers, table, split);
  }
}
