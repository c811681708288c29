package io.otbench.reports.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Two-sided rank tests, exact where no values are tied, and the least p-value that so many values
 * can have: below that a test says nothing, however large the difference.
 */
public final class RankTests {

  private RankTests() {}

  /**
   * The p-value of Wilcoxon's signed-rank test that differences of pairs are symmetric around 0.
   *
   * @param differences one number per pair; pairs without a difference do not count
   */
  public static double paired(double... differences) {
    double[] changed = Arrays.stream(differences).filter(it -> it != 0).toArray();
    if (changed.length == 0) {
      return 1;
    }
    double p = WilcoxonSignedRankTest.withDefaults().test(changed).getPValue();
    // With ties the library's value is asymptotic, and could be less than so few pairs can show.
    return Math.max(p, leastPaired(changed.length));
  }

  /** The p-value of n pairs of which all differ in one direction. */
  public static double leastPaired(int n) {
    return Math.min(1, Math.pow(2, 1 - n));
  }

  /** The p-value of the Mann-Whitney test that two independent samples have one distribution. */
  public static double unpaired(double[] first, double[] second) {
    boolean oneValue =
        DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).distinct().count() == 1;
    if (oneValue) {
      return 1;
    }
    double p = MannWhitneyUTest.withDefaults().test(first, second).getPValue();
    return Math.max(p, leastUnpaired(first.length, second.length));
  }

  /** The p-value of two samples of which one lies wholly below the other. */
  public static double leastUnpaired(int first, int second) {
    double[] below = IntStream.range(0, first).asDoubleStream().toArray();
    double[] above = IntStream.range(first, first + second).asDoubleStream().toArray();
    return MannWhitneyUTest.withDefaults().test(below, above).getPValue();
  }
}
