package io.otbench.datasets.tabular.preparation;

import io.otbench.datasets.tabular.Scaling;
import io.otbench.datasets.tabular.files.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * HEPMASS, particle collisions: signal rows only, columns with a much repeated smallest value
 * dropped, scaled by the train and validation part.
 */
public final class HepmassPreparation {

  /** Columns of the train file: the label and 27 features. */
  public static final int TRAIN_COLUMNS = 28;

  /** Columns of the test file: one more, which is not used. */
  public static final int TEST_COLUMNS = 29;

  private static final int MOST_EQUAL = 5;
  private static final double LEAST_EIGENVALUE = 1e-4;

  private HepmassPreparation() {}

  /**
   * Whether a row is signal, by its first number.
   *
   * @throws IllegalArgumentException when the label is neither 0 nor 1
   */
  public static boolean isSignal(double[] row) {
    if (row[0] != 0 && row[0] != 1) {
      throw new IllegalArgumentException("the label must be 0 or 1 but is " + row[0]);
    }
    return row[0] == 1;
  }

  /**
   * Prepares the rows in place.
   *
   * @param train signal rows of the train file, label first
   * @param test signal rows of the test file, label first and the extra column last
   * @param scaling z-score with the sample deviation, min-max, or whitening then min-max; the
   *     equal-value rule comes after the whitening, as published, and then drops hardly anything
   */
  public static Prepared prepare(Table train, Table test, Scaling scaling) {
    Split split = Split.of(train.rows(), test.rows());
    List<Integer> features = IntStream.range(1, train.width()).boxed().toList();
    Table known = train.keepColumns(features);
    Table held = new Table(known.columns(), test.rows(), test.keepColumns(features).values());
    ColumnScale.requireSpread(RowRange.all(known));
    if (scaling == Scaling.SVD) {
      Whitening whitening = Whitening.of(RowRange.all(known));
      known = whitening.apply(known);
      held = whitening.apply(held);
    }
    // Scaling changes no order and no equality, so the rule may come before it.
    List<Integer> kept = columnsOfDistinctMinimum(known);
    known = known.keepColumns(kept);
    held = held.keepColumns(kept);
    ColumnScale scale =
        scaling == Scaling.ZSCORE
            ? ColumnScale.sampleZscore(RowRange.all(known))
            : ColumnScale.minmax(RowRange.all(known));
    List<String> integers = known.integerColumns();
    scale.apply(known);
    scale.apply(held);
    return new Prepared(
        scaling,
        integers,
        new RowRange(known, 0, split.train()),
        new RowRange(known, split.train(), split.known()),
        RowRange.all(held));
  }

  /** Columns whose smallest value occurs at most five times; the largest may occur more often. */
  private static List<Integer> columnsOfDistinctMinimum(Table table) {
    double[] minimum = ColumnScale.requireSpread(RowRange.all(table))[0];
    List<Integer> kept = new ArrayList<>();
    for (int j = 0; j < table.width(); j++) {
      int equal = 0;
      for (int i = 0; i < table.rows(); i++) {
        if (table.get(i, j) == minimum[j]) {
          equal++;
        }
      }
      if (equal <= MOST_EQUAL) {
        kept.add(j);
      }
    }
    return kept;
  }

  /**
   * Projection on the eigenvectors of a covariance, each divided by the root of its eigenvalue.
   *
   * @param mean what is subtracted first
   * @param directions one a row, already divided
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Whitening(double[] mean, double[][] directions) {

    static Whitening of(RowRange rows) {
      DMatrixRMaj covariance = new DMatrixRMaj(Covariance.of(rows));
      int width = covariance.getNumRows();
      EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
      if (!eigen.decompose(covariance)) {
        throw new IllegalArgumentException("the covariance of the rows has no eigenvectors");
      }
      double[][] directions =
          IntStream.range(0, width)
              .boxed()
              .filter(i -> eigen.getEigenvalue(i).getReal() > LEAST_EIGENVALUE)
              .sorted((i, k) -> Double.compare(value(eigen, k), value(eigen, i)))
              .map(i -> direction(eigen, i))
              .toArray(double[][]::new);
      return new Whitening(ColumnScale.means(rows), directions);
    }

    private static double value(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
      return eigen.getEigenvalue(index).getReal();
    }

    private static double[] direction(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
      double[] direction = eigen.getEigenVector(index).getData().clone();
      double root = Math.sqrt(value(eigen, index));
      for (int j = 0; j < direction.length; j++) {
        direction[j] /= root;
      }
      return direction;
    }

    Table apply(Table table) {
      int width = directions.length;
      double[] projected = new double[table.rows() * width];
      for (int i = 0; i < table.rows(); i++) {
        for (int k = 0; k < width; k++) {
          double sum = 0;
          for (int j = 0; j < mean.length; j++) {
            sum += (table.get(i, j) - mean[j]) * directions[k][j];
          }
          projected[i * width + k] = sum;
        }
      }
      List<String> names = IntStream.rangeClosed(1, width).mapToObj(k -> "e" + k).toList();
      return new Table(names, table.rows(), projected);
    }
  }
}
