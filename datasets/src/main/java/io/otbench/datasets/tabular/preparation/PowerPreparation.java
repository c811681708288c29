package io.otbench.datasets.tabular.preparation;

import io.otbench.datasets.tabular.Scaling;
import io.otbench.datasets.tabular.files.Table;
import java.util.List;

/**
 * POWER, household electric power: rows shuffled, two columns dropped, noise against the steps of
 * the meters, scaled by the train and validation part.
 */
public final class PowerPreparation {

  /** Columns of the file. */
  public static final List<String> RAW_COLUMNS =
      List.of(
          "global_active_power",
          "global_reactive_power",
          "voltage",
          "global_intensity",
          "sub_metering_1",
          "sub_metering_2",
          "sub_metering_3",
          "time");

  private static final List<Integer> KEPT = List.of(0, 2, 4, 5, 6, 7);
  private static final int SEED = 42;

  private PowerPreparation() {}

  /**
   * Prepares the rows in place.
   *
   * @param raw 8 columns in the order of {@link #RAW_COLUMNS}
   * @param scaling z-score with the population deviation, or min-max
   */
  public static Prepared prepare(Table raw, Scaling scaling) {
    Split split = Split.of(raw.rows());
    NumpyRandomState random = new NumpyRandomState(SEED);
    random.shuffleRows(raw.values(), raw.rows(), raw.width());
    Table table = raw.keepColumns(KEPT);
    // The order of these draws is that of the published code.
    addNoise(table, random, 1, 1, 0.01);
    addNoise(table, random, 0, 1, 0.001);
    addNoise(table, random, 2, 3, 1);
    RowRange known = new RowRange(table, 0, split.known());
    ColumnScale scale =
        scaling == Scaling.MINMAX ? ColumnScale.minmax(known) : ColumnScale.populationZscore(known);
    List<String> integers = table.integerColumns();
    scale.apply(table);
    return Prepared.of(scaling, integers, table, split);
  }

  private static void addNoise(
      Table table, NumpyRandomState random, int firstColumn, int columns, double width) {
    for (int i = 0; i < table.rows(); i++) {
      for (int j = 0; j < columns; j++) {
        table.values()[i * table.width() + firstColumn + j] += width * random.nextDouble();
      }
    }
  }
}
