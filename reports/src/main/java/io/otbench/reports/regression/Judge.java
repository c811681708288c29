package io.otbench.reports.regression;

import io.otbench.reports.statistics.Holm;
import io.otbench.reports.statistics.PairedScores;
import io.otbench.reports.statistics.RankTests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Tells regressions from noise, so that of a hundred comparisons of runs that differ in nothing but
 * chance at most one raises an alarm, however many series they have.
 *
 * <p>A series of enough seeds (four and five are, four and four are not) got worse if the middles
 * differ by the tested limit and one of three tests finds it, which share the level {@value #ALARM}
 * of all series that changed:
 *
 * <ul>
 *   <li>The Mann-Whitney test on its seeds rejects at {@value #RANK_LEVEL}, and the middles differ
 *       by more than the noise explains: Student's t-test on the scale of logarithms. Five against
 *       five seeds reach no rank p-value below 0.008, too large for a hundred series; the t-test
 *       alone relies on a normal law and on noise that problems share.
 *   <li>The Mann-Whitney test rejects by itself. Ten seeds and more can do that, and it does not
 *       mind a training that went astray, which widens what noise explains.
 *   <li>Wilcoxon's signed-rank test on the seeds that both runs have rejects by itself. It sees a
 *       small change of trainings that stayed what they were otherwise.
 * </ul>
 *
 * <p>The medians must then be on the side of the means: ranks do not mind a training that went
 * astray, the means do.
 *
 * <p>A series of fewer seeds needs the untested limit, a change that matters beside what a solver
 * scores that does nothing, and, where noise is known from any repetition, more than noise. Time
 * and memory need no rank test: their noise is that of the machine and is estimated from all series
 * of the runs.
 *
 * <p>Besides, a solver that got a little worse on many problems is found by Wilcoxon's test on all
 * its pairs of problem and seed, with Holm's correction over solvers and metrics.
 */
final class Judge {
  /** Two-sided level of the rank test of one series. */
  static final double RANK_LEVEL = 0.02;

  /** Chance that a comparison without a change calls any series worse. */
  static final double ALARM = 0.0075;

  /**
   * Two-sided level of all tests over problems together; with the above 1 % on the side of worse.
   */
  static final double JOINT_LEVEL = 0.005;

  /** Accuracy: a change smaller than this share of the unit does not matter. */
  private static final double TESTED_SHARE = 1e-5;

  private static final double UNTESTED_SHARE = 1e-2;

  private static final double LEAST_SECONDS = 1;
  private static final double LEAST_MIB = 32;

  private final Limits limits;
  private final Noise noise;

  /** One-sided level of each of the three tests of one series. */
  private final double probability;

  private final List<Series> all;

  Judge(List<Series> all, Limits limits) {
    this.all = List.copyOf(all);
    this.limits = limits;
    this.noise = new Noise(all);
    long changed = all.stream().filter(series -> !series.isIdentical()).count();
    this.probability = ALARM / 3 / Math.max(1, changed);
  }

  /** The changes: one per series, and one per solver and metric that is tested over problems. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>(all.stream().map(this::judge).toList());
    changes.addAll(joinedProblems());
    return changes;
  }

  private Change judge(Series series) {
    if (series.isIdentical()) {
      return change(
          series,
          Change.Outcome.IDENTICAL,
          OptionalDouble.empty(),
          "bit-equal on " + series.shared() + " shared seeds");
    }
    if (series.measure() == Measure.ACCURACY
        && !series.isPositive()
        && series.unit() == 0
        && !needsRanks(series)) {
      return change(
          series,
          Change.Outcome.NOT_JUDGED,
          OptionalDouble.empty(),
          "not all values are positive, the seeds are too few for a rank test, and the baseline has"
              + " no identity or constant to compare with");
    }
    double[] baseline = series.baselineValues();
    double[] candidate = series.candidateValues();
    Change.Outcome outcome =
        isWorse(series, baseline, candidate)
            ? Change.Outcome.REGRESSION
            : isWorse(series, candidate, baseline)
                ? Change.Outcome.IMPROVEMENT
                : Change.Outcome.NOISE;
    return change(series, outcome, countsFrom(series), reason(series));
  }

  /** Whether the second values are worse than the first. */
  private boolean isWorse(Series series, double[] good, double[] bad) {
    double from = series.centre(good);
    double to = series.centre(bad);
    boolean matters =
        to - from >= Math.max((factor(series) - 1) * Math.abs(from), leastDifference(series));
    return matters && isFound(series);
  }

  /** Whether a test tells the difference from chance. */
  private boolean isFound(Series series) {
    boolean beyondNoise = Math.abs(scaledDifference(series)) >= noiseBand(series).orElse(0);
    if (!needsRanks(series)) {
      return beyondNoise;
    }
    double level = beyondNoise ? Math.max(RANK_LEVEL, 2 * probability) : 2 * probability;
    PairedScores pairs = pairs(series);
    return (agrees(series, medianDifference(series))
            && RankTests.unpaired(series.baselineValues(), series.candidateValues()) <= level)
        || (pairs.pValue() <= 2 * probability && agrees(series, pairs.median()));
  }

  private static PairedScores pairs(Series series) {
    return PairedScores.ofSeeds(series.candidate(), series.baseline());
  }

  private static double medianDifference(Series series) {
    Median median = Median.withDefaults();
    return median.evaluate(series.candidateValues()) - median.evaluate(series.baselineValues());
  }

  private static boolean agrees(Series series, double difference) {
    return Math.signum(difference) == Math.signum(scaledDifference(series));
  }

  private double leastDifference(Series series) {
    return switch (series.measure()) {
      case ACCURACY -> (needsRanks(series) ? TESTED_SHARE : UNTESTED_SHARE) * series.unit();
      case TIME -> LEAST_SECONDS;
      case MEMORY -> LEAST_MIB;
    };
  }

  private boolean needsRanks(Series series) {
    return series.measure() == Measure.ACCURACY
        && RankTests.leastUnpaired(series.baseline().size(), series.candidate().size())
            <= RANK_LEVEL;
  }

  /** Whether anything but the size of the difference speaks. */
  private boolean isTested(Series series) {
    return series.measure() == Measure.ACCURACY ? needsRanks(series) : noise.of(series).isPresent();
  }

  /** What noise explains of the difference of the middles, on the scale of the series. */
  private OptionalDouble noiseBand(Series series) {
    return noise
        .of(series)
        .map(it -> it.band(probability, series.baseline().size(), series.candidate().size()))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /**
   * The factor that a change must reach to count by the limit and the noise; none where values are
   * no ratios or the noise is unknown.
   */
  private OptionalDouble countsFrom(Series series) {
    OptionalDouble band = noiseBand(series);
    if (!series.isPositive() || band.isEmpty()) {
      return OptionalDouble.empty();
    }
    double least = 1 + leastDifference(series) / series.centre(series.baselineValues());
    return OptionalDouble.of(
        Math.max(Math.max(factor(series), least), Math.exp(band.getAsDouble())));
  }

  private double factor(Series series) {
    return isTested(series) ? limits.tested() : limits.untested();
  }

  private static double scaledDifference(Series series) {
    double from = series.centre(series.baselineValues());
    double to = series.centre(series.candidateValues());
    return series.isPositive() ? Math.log(to / from) : to - from;
  }

  private String reason(Series series) {
    List<String> parts = new ArrayList<>();
    if (needsRanks(series)) {
      double p = RankTests.unpaired(series.baselineValues(), series.candidateValues());
      parts.add(format("rank test p = %.2g", p));
    } else if (series.measure() == Measure.ACCURACY) {
      parts.add("too few seeds for a rank test");
    }
    if (needsRanks(series) && RankTests.leastPaired(series.shared()) <= 2 * probability) {
      parts.add(format("on %d pairs of seeds p = %.2g", series.shared(), pairs(series).pValue()));
    }
    parts.add(format("limit %.3g times", factor(series)));
    OptionalDouble band = noiseBand(series);
    if (band.isEmpty()) {
      parts.add("noise unknown, nothing was repeated");
    } else if (series.isPositive()) {
      parts.add(format("noise explains up to %.3g times", Math.exp(band.getAsDouble())));
    } else {
      parts.add(format("noise explains a difference up to %.2g", band.getAsDouble()));
    }
    return String.join("; ", parts);
  }

  private static Change change(
      Series series, Change.Outcome outcome, OptionalDouble countsFrom, String reason) {
    double from = series.centre(series.baselineValues());
    double to = series.centre(series.candidateValues());
    return new Change(
        series.place(),
        series.metric(),
        series.measure(),
        from,
        to,
        series.baseline().size(),
        series.candidate().size(),
        series.isPositive() ? OptionalDouble.of(to / from) : OptionalDouble.empty(),
        outcome,
        countsFrom,
        reason);
  }

  /** Solvers over all problems of a benchmark, where there are at least two that changed. */
  private List<Change> joinedProblems() {
    Map<Joined, List<Series>> families =
        all.stream()
            .filter(it -> it.measure() == Measure.ACCURACY && it.isPositive() && !it.isIdentical())
            .collect(Collectors.groupingBy(Joined::of, LinkedHashMap::new, Collectors.toList()));
    families.values().removeIf(family -> family.size() < 2);
    List<Map.Entry<Joined, List<Series>>> tests = List.copyOf(families.entrySet());
    double[] adjusted =
        Holm.adjust(tests.stream().mapToDouble(it -> pairs(it.getValue()).pValue()).toArray());
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] <= JOINT_LEVEL) {
        joined(tests.get(i).getKey(), tests.get(i).getValue(), adjusted[i]).ifPresent(changes::add);
      }
    }
    return changes;
  }

  private Optional<Change> joined(Joined name, List<Series> family, double pValue) {
    PairedScores scores = pairs(family);
    double ratio = scores.effect().mean();
    if (ratio < limits.tested() && ratio > 1 / limits.tested()) {
      return Optional.empty();
    }
    double from =
        Math.exp(
            family.stream()
                .mapToDouble(series -> Math.log(series.centre(series.baselineValues())))
                .average()
                .orElseThrow());
    return Optional.of(
        new Change(
            new Place(name.benchmark(), family.size() + " problems together", name.solver()),
            name.metric(),
            Measure.ACCURACY,
            from,
            from * ratio,
            scores.n(),
            scores.n(),
            OptionalDouble.of(ratio),
            ratio > 1 ? Change.Outcome.REGRESSION : Change.Outcome.IMPROVEMENT,
            OptionalDouble.empty(),
            format(
                "signed-rank test on %d pairs of problem and seed, p = %.2g; limit %.3g times",
                scores.n(), pValue, limits.tested())));
  }

  private static PairedScores pairs(List<Series> family) {
    return PairedScores.joined(family.stream().map(Judge::pairs).toList());
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  /** What problems are joined over. */
  private record Joined(String benchmark, String solver, String metric) {
    static Joined of(Series series) {
      return new Joined(series.place().benchmark(), series.place().solver(), series.metric());
    }
  }
}
