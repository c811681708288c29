package io.otbench.reports.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction: among all tests of a family the chance of a single false rejection stays below
 * the level, whatever the dependence between them (Holm, "A simple sequentially rejective multiple
 * test procedure", 1979).
 */
public final class Holm {

  private Holm() {}

  /**
   * The adjusted p-values, in the order of the given ones: a test rejects if its value is at most
   * the level of the family.
   */
  public static double[] adjust(double... pValues) {
    int[] ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    double least = 0;
    for (int rank = 0; rank < ascending.length; rank++) {
      least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[ascending[rank]]));
      adjusted[ascending[rank]] = least;
    }
    return adjusted;
  }
}
