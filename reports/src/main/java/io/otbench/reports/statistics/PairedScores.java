package io.otbench.reports.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Scores of two solvers, or of one solver twice, paired over what they share: the same seed on the
 * same problem. Lower scores are better.
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

  private PairedScores(Scale scale, double[] differences) {
    this.scale = scale;
    this.differences = differences;
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

  /** Pairs each score with one fixed number, such as a published one. */
  public static PairedScores against(double fixed, double... ours) {
    double[] others = new double[ours.length];
    Arrays.fill(others, fixed);
    return of(ours, others);
  }

  private static PairedScores of(double[] ours, double[] others) {
    boolean positive =
        DoubleStream.concat(Arrays.stream(ours), Arrays.stream(others)).allMatch(it -> it > 0);
    double[] differences = new double[ours.length];
    for (int i = 0; i < ours.length; i++) {
      differences[i] = positive ? Math.log(ours[i] / others[i]) : ours[i] - others[i];
    }
    return new PairedScores(positive ? Scale.RATIO : Scale.DIFFERENCE, differences);
  }

  /**
   * The pairs of several problems as one sample.
   *
   * @throws IllegalArgumentException if there are none, or not all are ratios: differences of
   *     several problems have no common size
   */
  public static PairedScores joined(List<PairedScores> problems) {
    if (problems.isEmpty() || problems.stream().anyMatch(it -> it.scale != Scale.RATIO)) {
      throw new IllegalArgumentException("scores of joined problems must all be ratios");
    }
    return new PairedScores(
        Scale.RATIO,
        problems.stream().flatMapToDouble(it -> Arrays.stream(it.differences)).toArray());
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
   * the mean of the differences ours minus other.
   *
   * @throws IllegalArgumentException if there is no pair
   */
  public Estimate effect() {
    Estimate mean = Estimate.of(differences);
    return scale == Scale.RATIO ? mean.exp() : mean;
  }

  /** The two-sided p-value of Wilcoxon's signed-rank test. */
  public double pValue() {
    return RankTests.paired(differences);
  }
}
