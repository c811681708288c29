package io.otbench.datasets.tabular.preparation;

import io.otbench.datasets.tabular.Scaling;
import io.otbench.datasets.tabular.files.Table;
import java.util.List;

/**
 * Any complete table, in the form of the published sets: rows shuffled with a fixed seed, tenths
 * split off, columns scaled by the train and validation part.
 */
public final class PlainPreparation {

  private static final int SEED = 42;

  private PlainPreparation() {}

  /**
   * Prepares the rows in place.
   *
   * @param scaling z-score with the population deviation, or min-max
   */
  public static Prepared prepare(Table table, Scaling scaling) {
    Split split = Split.of(table.rows());
    new NumpyRandomState(SEED).shuffleRows(table.values(), table.rows(), table.width());
    RowRange known = new RowRange(table, 0, split.known());
    ColumnScale scale =
        scaling == Scaling.MINMAX ? ColumnScale.minmax(known) : ColumnScale.populationZscore(known);
    List<String> integers = table.integerColumns();
    scale.apply(table);
    return Prepared.of(scaling, integers, table, split);
  }
}
