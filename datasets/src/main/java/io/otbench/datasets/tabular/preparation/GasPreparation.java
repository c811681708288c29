package io.otbench.datasets.tabular.preparation;

import io.otbench.datasets.tabular.Scaling;
import io.otbench.datasets.tabular.files.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * GAS, sensors under dynamic mixtures: sensors that nearly repeat another one are dropped, the rest
 * is scaled by all rows, test rows included, as published. Both published codes use the z-score.
 */
public final class GasPreparation {

  private static final double TOO_CORRELATED = 0.98;

  private GasPreparation() {}

  /**
   * Prepares the rows in place.
   *
   * @param sensors sensor columns only
   */
  public static Prepared prepare(Table sensors) {
    Split split = Split.of(sensors.rows());
    ColumnScale.requireSpread(RowRange.all(sensors));
    Table table = sensors.keepColumns(uncorrelated(sensors));
    List<String> integers = table.integerColumns();
    ColumnScale.sampleZscore(RowRange.all(table)).apply(table);
    return Prepared.of(Scaling.ZSCORE, integers, table, split);
  }

  /**
   * While a column has a correlation above 0.98 with another, the first such column goes: of a
   * group the last survives. Correlation is signed.
   */
  private static List<Integer> uncorrelated(Table table) {
    double[][] covariance = Covariance.of(RowRange.all(table));
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < table.width(); i++) {
      boolean repeated = false;
      // Columns before i with such a partner are gone already, so only those behind it count.
      for (int j = i + 1; j < table.width(); j++) {
        double scale = Math.sqrt(covariance[i][i] * covariance[j][j]);
        repeated |= covariance[i][j] / scale > TOO_CORRELATED;
      }
      if (!repeated) {
        kept.add(i);
      }
    }
    return kept;
  }
}
