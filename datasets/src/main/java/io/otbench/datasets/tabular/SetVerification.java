package io.otbench.datasets.tabular;

import io.otbench.datasets.FloatRows;
import io.otbench.datasets.tabular.preparation.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be told of a set to see that it is the right one. Making one reads the whole set, so
 * that everything a loader refuses has been looked for.
 *
 * @param name name of the set
 * @param scaling what was done to the columns
 * @param subset whether the rows are only some of the published set
 * @param files checksums of the files it was read from
 * @param rows numbers of rows of the parts
 * @param columns statistics of the train part as prepared
 */
public record SetVerification(
    String name,
    Scaling scaling,
    boolean subset,
    List<FileChecksum> files,
    Split rows,
    List<ColumnStatistics> columns) {

  /**
   * Statistics of a column.
   *
   * @param column its name
   * @param mean mean
   * @param deviation standard deviation, dividing by the number of rows
   * @param min smallest value
   * @param max largest value
   */
  public record ColumnStatistics(
      String column, double mean, double deviation, double min, double max) {}

  /**
   * Loads a set and describes it.
   *
   * @throws IllegalArgumentException when it cannot be loaded
   */
  public static SetVerification of(CatalogueEntry entry, Scaling scaling, DataFolder folder) {
    TabularSet set = entry.load(scaling, folder);
    List<ColumnStatistics> columns = new ArrayList<>();
    for (int j = 0; j < set.dim(); j++) {
      columns.add(statistics(set.columns().get(j), set.train(), j));
    }
    return new SetVerification(
        set.name(),
        set.scaling(),
        set.subset(),
        entry.checksums(folder),
        new Split(set.train().count(), set.validation().count(), set.test().count()),
        List.copyOf(columns));
  }

  /**
   * Whether every file is the known one; numbers of rows and columns other than those of the set
   * are refused in loading.
   */
  public boolean agrees() {
    return files.stream().allMatch(FileChecksum::agrees);
  }

  private static ColumnStatistics statistics(String name, FloatRows rows, int column) {
    int count = rows.count();
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      float value = rows.values()[i * rows.dim() + column];
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double centred = rows.values()[i * rows.dim() + column] - mean;
      squares += centred * centred;
    }
    return new ColumnStatistics(name, mean, Math.sqrt(squares / count), min, max);
  }
}
