package io.otbench.reports.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Scores of two solvers, or of one solver twice, paired over what they share: the same seed on the
 * same problem; or scores of one solver against a number in print. Lower scores are better.
 *
 * <p>Positive scores are compared as ratios, that is by the differences of their logarithms, for
 * the errors of this field spread over orders of magnitude. Where any score is zero or negative,
 * such as the U-statistic of an MMD that chance made negative, the differences themselves are
 * compared.
 */
public final class PairedScores {

  /** How two scores are set against each other. */
  public enum Scale {
    /** Ours divided by the other: 1 is no difference. */
    RATIO,
    /** Ours minus the other: 0 is no difference. */
    DIFFERENCE
  }

  private final Scale scale;

  /** Ours minus the other, of logarithms on the scale of ratios. */
  private final double[] differences;

  /** How far the other may lie below what the differences are taken from; 0 if it is exact. */
  private final double below;

  /** How far the other may lie above what the differences are taken from; 0 if it is exact. */
  private final double above;

  /** Ratio of our arithmetic mean to a number in print; none against other scores. */
  private final Optional<Estimate> meanRatio;

  private PairedScores(
      Scale scale, double[] differences, double below, double above, Optional<Estimate> meanRatio) {
    this.scale = scale;
    this.differences = differences;
    this.below = below;
    this.above = above;
    this.meanRatio = meanRatio;
  }

  /**
   * Pairs the scores of the seeds that both have.
   *
   * @param ours score of each seed
   * @param others score of each seed of what ours is compared with
   */
  public static PairedScores ofSeeds(Map<Long, Double> ours, Map<Long, Double> others) {
    List<Long> seeds = ours.keySet().stream().filter(others::containsKey).sorted().toList();
    return of(
        seeds.stream().mapToDouble(ours::get).toArray(),
        seeds.stream().mapToDouble(others::get).toArray());
  }

  /**
   * Pairs each score with one number in print. The test and the interval hold for every number that
   * print may stand for: ours must differ from the nearest of them.
   */
  public static PairedScores against(PrintedScore printed, double... ours) {
    if (printed.isPositive() && Arrays.stream(ours).allMatch(it -> it > 0)) {
      double value = Math.log(printed.value());
      return new PairedScores(
          Scale.RATIO,
          Arrays.stream(ours).map(it -> Math.log(it) - value).toArray(),
          value - Math.log(Math.max(0, printed.least())),
          Math.log(printed.most()) - value,
          Optional.of(
              LogNormalMean.of(Arrays.stream(ours).map(it -> it / printed.value()).toArray())));
    }
    return new PairedScores(
        Scale.DIFFERENCE,
        Arrays.stream(ours).map(it -> it - printed.value()).toArray(),
        printed.value() - printed.least(),
        printed.most() - printed.value(),
        Optional.empty());
  }

  private static PairedScores of(double[] ours, double[] others) {
    boolean positive =
        DoubleStream.concat(Arrays.stream(ours), Arrays.stream(others)).allMatch(it -> it > 0);
    double[] differences = new double[ours.length];
    for (int i = 0; i < ours.length; i++) {
      differences[i] = positive ? Math.log(ours[i] / others[i]) : ours[i] - others[i];
    }
    return new PairedScores(
        positive ? Scale.RATIO : Scale.DIFFERENCE, differences, 0, 0, Optional.empty());
  }

  /**
   * The pairs of several problems as one sample.
   *
   * @throws IllegalArgumentException if there are none, if not all are ratios, for differences of
   *     several problems have no common size, or if any are against a number that is not exact
   */
  public static PairedScores joined(List<PairedScores> problems) {
    if (problems.isEmpty() || problems.stream().anyMatch(it -> it.scale != Scale.RATIO)) {
      throw new IllegalArgumentException("scores of joined problems must all be ratios");
    }
    if (problems.stream().anyMatch(it -> it.below > 0 || it.above > 0)) {
      throw new IllegalArgumentException("scores of joined problems must all be exact");
    }
    return new PairedScores(
        Scale.RATIO,
        problems.stream().flatMapToDouble(it -> Arrays.stream(it.differences)).toArray(),
        0,
        0,
        Optional.empty());
  }

  public Scale scale() {
    return scale;
  }

  /** Number of pairs. */
  public int n() {
    return differences.length;
  }

  /**
   * The mean effect with its bootstrap interval: the geometric mean of the ratios ours to other, or
   * the mean of the differences ours minus other. The interval is as much wider as the other is not
   * exact; it has no end where the other is a bound.
   *
   * @throws IllegalArgumentException if there is no pair
   */
  public Estimate effect() {
    Estimate exact = Estimate.of(differences);
    Estimate effect =
        new Estimate(exact.mean(), exact.low() - above, exact.high() + below, exact.n());
    return scale == Scale.RATIO ? effect.exp() : effect;
  }

  /**
   * Whether the arithmetic mean of ours agrees with a ratio from {@code low} to {@code high} of a
   * number in print. Print is an arithmetic mean, and where scores scatter widely the geometric
   * mean of the very same scores lies below it.
   */
  boolean meanAgrees(double low, double high) {
    return meanRatio
        .filter(mean -> mean.low() * Math.exp(-above) < low || mean.high() * Math.exp(below) > high)
        .isEmpty();
  }

  /** Whether the mean of ours lies where an other that is not exact may lie: no test can tell. */
  public boolean isOpen() {
    double mean = mean();
    return -below < mean && mean < above;
  }

  /** Whether the other is known from one side only. */
  public boolean isAgainstBound() {
    return Double.isInfinite(below) || Double.isInfinite(above);
  }

  /**
   * The two-sided p-value of Wilcoxon's signed-rank test, against the nearest number that the other
   * may be; 1 where ours may be the other.
   */
  public double pValue() {
    if (isOpen()) {
      return 1;
    }
    double nearest = mean() >= above ? above : -below;
    return RankTests.paired(Arrays.stream(differences).map(it -> it - nearest).toArray());
  }

  /** The median of the differences, ours minus the other; of logarithms for ratios. */
  public double median() {
    return Median.withDefaults().evaluate(differences);
  }

  private double mean() {
    return Arrays.stream(differences).average().orElse(0);
  }
}
