package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {

  private static Verdict of(PairedScores... family) {
    return Verdicts.of(List.of(family)).get(0);
  }

  private static PairedScores times(double... factors) {
    return PairedScores.against(
        new PrintedScore(0.5, 0.5, 0.5), Arrays.stream(factors).map(f -> 0.5 * f).toArray());
  }

  @Test
  void theRatioIsOursToTheOther() {
    PairedScores scores =
        PairedScores.ofSeeds(Map.of(1L, 2.0, 2L, 8.0, 3L, 1.0), Map.of(1L, 1.0, 2L, 1.0, 4L, 1.0));

    assertThat(scores.n()).isEqualTo(2);
    assertThat(scores.scale()).isEqualTo(PairedScores.Scale.RATIO);
    // Geometric mean of 2 and 8, the seeds of both.
    assertThat(scores.effect().mean()).isCloseTo(4, within(1e-12));
    assertThat(scores.effect().low()).isCloseTo(2, within(1e-12));
    assertThat(scores.effect().high()).isCloseTo(8, within(1e-12));
  }

  @Test
  void scoresThatAreNotPositiveAreComparedByDifferences() {
    PairedScores scores = PairedScores.ofSeeds(Map.of(1L, -0.5, 2L, 2.0), Map.of(1L, 0.0, 2L, 1.0));

    assertThat(scores.scale()).isEqualTo(PairedScores.Scale.DIFFERENCE);
    assertThat(scores.effect().mean()).isCloseTo(0.25, within(1e-12));
    assertThatIllegalArgumentException().isThrownBy(() -> PairedScores.joined(List.of(scores)));
  }

  @Test
  void lowerIsBetterAndHigherIsWorse() {
    assertThat(of(times(0.5, 0.6, 0.55, 0.45, 0.7, 0.65))).isInstanceOf(Verdict.Better.class);
    assertThat(of(times(1.5, 1.6, 1.55, 1.45, 1.7, 1.65))).isInstanceOf(Verdict.Worse.class);
  }

  @Test
  void fiveSeedsCannotTellHoweverLargeTheDifference() {
    Verdict verdict = of(times(90, 91, 92, 93, 94));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.CannotTell.class,
            it -> {
              assertThat(it.reason()).isEqualTo("n = 5: a test needs at least 6");
              assertThat(it.evidence().effect().mean()).isCloseTo(92, within(0.1));
            });
    assertThat(verdict.text()).isEqualTo("cannot tell");
  }

  @Test
  void sixSeedsAreTooFewForTwoTests() {
    PairedScores half = times(0.5, 0.6, 0.55, 0.45, 0.7, 0.65);

    assertThat(of(half, half))
        .isInstanceOfSatisfying(
            Verdict.CannotTell.class,
            it -> assertThat(it.reason()).isEqualTo("n = 6: a family of 2 tests needs at least 7"));
    PairedScores seven = times(0.5, 0.6, 0.55, 0.45, 0.7, 0.65, 0.52);
    assertThat(of(seven, seven)).isInstanceOf(Verdict.Better.class);
    assertThat(of(times(0.5, 0.6, 0.7), half))
        .extracting(Verdict::reason)
        .isEqualTo("n = 3: a family of 2 tests needs at least 7");
  }

  @Test
  void aDifferenceWithinTheBandIsTheSameThoughATestSeesIt() {
    Verdict verdict = of(times(1.02, 1.03, 1.025, 1.035, 1.04, 1.015));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Same.class, it -> assertThat(it.evidence().pValue()).isEqualTo(0.03125));
  }

  @Test
  void mixedSignsCannotTell() {
    assertThat(of(times(0.5, 2, 0.4, 2.2, 0.9, 1.4)))
        .isInstanceOfSatisfying(
            Verdict.CannotTell.class, it -> assertThat(it.reason()).startsWith("p = "));
  }

  /** One seed in twelve is ten times as large as the others. */
  @Test
  void aTestThatTheIntervalOfTheMeanStandsAgainstSaysSo() {
    PairedScores tail = times(0.3, 0.4, 0.5, 0.35, 0.45, 0.6, 0.3, 5, 0.4, 0.5, 0.55, 0.3);

    assertThat(tail.pValue()).isLessThan(0.05);
    assertThat(tail.effect().high()).isLessThan(1);
    assertThat(of(tail))
        .isInstanceOf(Verdict.CannotTell.class)
        .extracting(Verdict::reason)
        .isEqualTo("the interval of the mean holds the printed number");
  }

  @Test
  void aTestThatTheIntervalOfTheRatioStandsAgainstSaysSo() {
    PairedScores outlier =
        times(0.97, 0.96, 0.95, 0.94, 0.93, 0.92, 0.91, 0.9, 0.89, 0.88, 0.87, 0.86, 40);

    assertThat(outlier.pValue()).isLessThan(0.05);
    assertThat(of(outlier))
        .extracting(Verdict::reason)
        .isEqualTo("the interval of the ratio holds 1");
  }

  @Test
  void withoutPairsNothingWasRun() {
    assertThat(Verdicts.of(List.of(PairedScores.ofSeeds(new TreeMap<>(), Map.of(1L, 1.0)))))
        .containsExactly(new Verdict.NotRun("no seed has both scores"));
  }

  @Test
  void problemsJoinToMorePairs() {
    PairedScores three = times(0.5, 0.6, 0.7);

    assertThat(of(three)).isInstanceOf(Verdict.CannotTell.class);
    assertThat(of(PairedScores.joined(List.of(three, times(0.4, 0.55, 0.65)))))
        .isInstanceOf(Verdict.Better.class);
  }

  @Test
  void roundingOfAPrintedNumberIsNoDifference() {
    double[] ours = {1.45, 1.451, 1.449, 1.452, 1.448, 1.453};

    assertThat(of(PairedScores.against(new PrintedScore(1, 0.5, 1.5), ours)))
        .isInstanceOfSatisfying(
            Verdict.CannotTell.class,
            it -> {
              assertThat(it.reason())
                  .isEqualTo("ours is within the precision of the printed number");
              assertThat(it.evidence().pValue()).isEqualTo(1);
              assertThat(it.evidence().effect().mean()).isCloseTo(1.45, within(0.01));
              // From 1.45 / 1.5 to 1.45 / 0.5: as much as the digits leave open.
              assertThat(it.evidence().effect().low()).isCloseTo(0.967, within(0.003));
              assertThat(it.evidence().effect().high()).isCloseTo(2.9, within(0.01));
            });
    assertThat(of(PairedScores.against(new PrintedScore(1, 0.95, 1.05), ours)))
        .isInstanceOf(Verdict.Worse.class);
    assertThat(of(PairedScores.against(new PrintedScore(2, 1.5, 2.5), ours)))
        .isInstanceOf(Verdict.Better.class);
    // Ours is within a factor of 1.1 of 1.35 and of 1.46, and not of 1.3.
    assertThat(of(PairedScores.against(new PrintedScore(1.4, 1.35, 1.46), ours)))
        .isInstanceOf(Verdict.Same.class);
    assertThat(of(PairedScores.against(new PrintedScore(1.4, 1.3, 1.46), ours)))
        .isInstanceOf(Verdict.CannotTell.class);
  }

  @Test
  void theSeedsAreTestedAgainstTheNearestNumberThatRoundsToThePrintedOne() {
    // All six exceed 1.0, and only four 1.05: 5 sign patterns a side are as extreme.
    double[] ours = {1.03, 1.04, 1.3, 1.31, 1.32, 1.33};

    assertThat(PairedScores.against(new PrintedScore(1, 1, 1), ours).pValue()).isEqualTo(0.03125);
    assertThat(PairedScores.against(new PrintedScore(1, 0.95, 1.05), ours).pValue())
        .isCloseTo(10 / 64.0, within(1e-12));
    assertThat(PairedScores.against(new PrintedScore(2, 1.5, 2.5), ours).pValue())
        .isEqualTo(0.03125);
  }

  @Test
  void aBoundDecidesOnlyBeyondItself() {
    PrintedScore below = new PrintedScore(1, Double.NEGATIVE_INFINITY, 1);
    PrintedScore above = new PrintedScore(1, 1, Double.POSITIVE_INFINITY);
    double[] small = {0.1, 0.11, 0.09, 0.12, 0.08, 0.13};
    double[] large = {3, 3.1, 2.9, 3.2, 2.8, 3.3};

    assertThat(of(PairedScores.against(below, small)).reason())
        .isEqualTo("only a bound is known, and ours is on its open side");
    assertThat(of(PairedScores.against(below, small))).isInstanceOf(Verdict.CannotTell.class);
    assertThat(of(PairedScores.against(below, large))).isInstanceOf(Verdict.Worse.class);
    assertThat(of(PairedScores.against(above, small))).isInstanceOf(Verdict.Better.class);
    assertThat(of(PairedScores.against(above, large))).isInstanceOf(Verdict.CannotTell.class);
    for (PrintedScore bound : List.of(below, above)) {
      assertThat(PairedScores.against(bound, 1, 1, 1, 1, 1, 1).pValue()).isEqualTo(1);
    }
  }

  @Test
  void printedNumbersThatMayBeZeroAreComparedByDifferences() {
    PrintedScore zero = new PrintedScore(0, -0.05, 0.05);

    assertThat(of(PairedScores.against(zero, 0.5, 0.51, 0.49, 0.52, 0.48, 0.53)))
        .isInstanceOfSatisfying(
            Verdict.Worse.class,
            it -> {
              assertThat(it.evidence().scale()).isEqualTo(PairedScores.Scale.DIFFERENCE);
              assertThat(it.evidence().effect().low()).isBetween(0.43, 0.46);
            });
    assertThat(of(PairedScores.against(zero, -0.01, 0.02, 0.01, -0.02, 0.03, 0.04)))
        .isInstanceOf(Verdict.CannotTell.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrintedScore(1, 1.5, 2))
        .withMessage(
            "a printed score must be a number within its range, was 1.0 within 1.5 to 2.0");
  }

  @Test
  void roundedNumbersDoNotJoin() {
    PairedScores rounded = PairedScores.against(new PrintedScore(1, 0.5, 1.5), 2, 3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedScores.joined(List.of(rounded, times(2, 3))))
        .withMessage("scores of joined problems must all be exact");
  }

  /** A table of six rows of which none differs, with eight seeds: the fewest that can tell. */
  @Test
  void aTableOfEqualSolversSeldomHasABetterOrWorse() {
    Random noise = new Random(7);
    int wrong = 0;
    int found = 0;
    for (int i = 0; i < 600; i++) {
      // The true value is the uppermost that rounds to 1.0, the worst case.
      wrong += Verdicts.of(table(noise, 1.05)).stream().anyMatch(VerdictsTest::decides) ? 1 : 0;
      found +=
          Verdicts.of(table(noise, 0.25)).stream().allMatch(Verdict.Better.class::isInstance)
              ? 1
              : 0;
    }
    assertThat(Verdicts.leastPairs(6)).isEqualTo(8);
    // At most 5 % of 600; the rounding takes about half of it.
    assertThat(wrong).isBetween(5, 42);
    assertThat(found).isGreaterThan(570);
  }

  private static List<PairedScores> table(Random noise, double centre) {
    return Stream.generate(
            () ->
                PairedScores.against(
                    new PrintedScore(1, 0.95, 1.05),
                    DoubleStream.generate(() -> centre * Math.exp(0.3 * noise.nextGaussian()))
                        .limit(8)
                        .toArray()))
        .limit(6)
        .toList();
  }

  private static boolean decides(Verdict verdict) {
    return verdict instanceof Verdict.Better || verdict instanceof Verdict.Worse;
  }

  @Test
  void metricsHaveDirections() {
    assertThat(MetricDirection.of("uvp_forward")).isEqualTo(MetricDirection.LOWER_IS_BETTER);
    assertThat(MetricDirection.of("mmd_u@median")).isEqualTo(MetricDirection.LOWER_IS_BETTER);
    assertThat(MetricDirection.of("mmd_u@median_sd")).isEqualTo(MetricDirection.NEITHER);
    assertThat(MetricDirection.of("target_error_floor")).isEqualTo(MetricDirection.NEITHER);
    assertThat(MetricDirection.of("transport_cost")).isEqualTo(MetricDirection.NEITHER);
    assertThat(MetricDirection.of("w2_squared")).isEqualTo(MetricDirection.NEITHER);
    assertThat(MetricDirection.of("w2_squared_matched")).isEqualTo(MetricDirection.LOWER_IS_BETTER);
    assertThat(MetricDirection.isNoScore("parameters")).isTrue();
    assertThat(MetricDirection.isNoScore("network_passes")).isTrue();
    assertThat(MetricDirection.isNoScore("target_error_floor")).isTrue();
    assertThat(MetricDirection.isNoScore("of_another_project")).isFalse();
    assertThat(MetricDirection.of("cosine_forward").error(0.75)).isEqualTo(0.25);
    assertThat(MetricDirection.of("uvp_forward").error(0.75)).isEqualTo(0.75);
  }

  /**
   * Print is an arithmetic mean; the geometric mean of widely scattered scores lies below it. The
   * rates are those of the Javadoc of {@link Verdicts}; with the bootstrap interval alone they are
   * 14.4 % of 8 and 11.6 % of 20 scores that scatter by 1. Of 2 000 rows 0.012 is about two
   * deviations.
   */
  @ParameterizedTest
  @CsvSource({"8, 1, 0.063", "20, 1, 0.039", "8, 0.5, 0.044", "20, 0.5, 0.030"})
  void scoresWhoseMeanIsThePrintedOneAreSeldomBetterHoweverTheyScatter(
      int seeds, double scatter, double measured) {
    Random random = new Random(5);
    int rows = 2_000;
    long better =
        Stream.generate(
                () ->
                    DoubleStream.generate(
                            () -> Math.exp(scatter * random.nextGaussian() - scatter * scatter / 2))
                        .limit(seeds)
                        .toArray())
            .limit(rows)
            .map(ours -> of(PairedScores.against(new PrintedScore(1, 1, 1), ours)))
            .filter(Verdict.Better.class::isInstance)
            .count();
    assertThat((double) better / rows).isCloseTo(measured, within(0.012));
  }
}
