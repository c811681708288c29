package io.otbench.reports.charts;

import io.otbench.reports.results.PointCloud.Point;
import io.otbench.reports.results.TableRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Two directions in which the rows of a table are looked at. */
record RowAxes(Axis first, Axis second) {

  /**
   * A direction.
   *
   * @param name what it is, in words
   * @param weights a factor per column; the coordinate of a row is the sum of its numbers times
   *     these
   */
  record Axis(String name, double[] weights) {
    double of(TableRows rows, int row) {
      double sum = 0;
      for (int column = 0; column < weights.length; column++) {
        sum += weights[column] * rows.at(row, column);
      }
      return sum;
    }
  }

  /** What is seen of one row. */
  Point of(TableRows rows, int row) {
    return new Point(first.of(rows, row), second.of(rows, row));
  }

  /**
   * The pairs of axes to look at a table by.
   *
   * @param test rows of the table
   * @param wanted names of columns, two per pair; where the table has not all of them, its
   *     principal axes are taken
   */
  static List<RowAxes> of(TableRows test, List<String> wanted) {
    boolean named = !wanted.isEmpty() && test.columns().containsAll(wanted);
    return pairs(named ? named(test, wanted) : principal(test));
  }

  private static List<RowAxes> pairs(List<Axis> axes) {
    List<RowAxes> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < axes.size(); i += 2) {
      pairs.add(new RowAxes(axes.get(i), axes.get(i + 1)));
    }
    return pairs;
  }

  private static List<Axis> named(TableRows test, List<String> wanted) {
    return wanted.stream()
        .map(
            name -> {
              double[] weights = new double[test.columns().size()];
              weights[test.columns().indexOf(name)] = 1;
              return new Axis(name, weights);
            })
        .toList();
  }

  /**
   * The directions of the largest variance of the rows, four where there are so many columns. All
   * columns of a table have one variance after scaling, so columns would be an arbitrary choice.
   */
  private static List<Axis> principal(TableRows test) {
    int dim = test.columns().size();
    DMatrixRMaj covariance = covariance(test);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(dim, true, true);
    if (!eigen.decompose(covariance)) {
      return named(test, test.columns().subList(0, Math.min(2, dim)));
    }
    double total = IntStream.range(0, dim).mapToDouble(i -> covariance.get(i, i)).sum();
    List<Integer> order =
        IntStream.range(0, dim)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).real))
            .limit(4)
            .toList();
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      double share = 100 * eigen.getEigenvalue(order.get(i)).real / total;
      axes.add(
          new Axis(
              "principal axis %d (%d %% of the variance)".formatted(i + 1, Math.round(share)),
              upright(eigen.getEigenVector(order.get(i)).getData())));
    }
    return axes;
  }

  /** The largest weight is positive, so that a picture is not mirrored by chance. */
  private static double[] upright(double[] weights) {
    double largest = 0;
    for (double weight : weights) {
      largest = Math.abs(weight) > Math.abs(largest) ? weight : largest;
    }
    double sign = Math.signum(largest);
    return IntStream.range(0, weights.length).mapToDouble(i -> sign * weights[i]).toArray();
  }

  private static DMatrixRMaj covariance(TableRows rows) {
    int dim = rows.columns().size();
    double[] mean = new double[dim];
    for (int column = 0; column < dim; column++) {
      for (int row = 0; row < rows.count(); row++) {
        mean[column] += rows.at(row, column) / rows.count();
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(dim, dim);
    for (int i = 0; i < dim; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int row = 0; row < rows.count(); row++) {
          sum += (rows.at(row, i) - mean[i]) * (rows.at(row, j) - mean[j]);
        }
        covariance.set(i, j, sum / rows.count());
        covariance.set(j, i, sum / rows.count());
      }
    }
    return covariance;
  }
}
