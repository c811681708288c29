package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VerdictsTest {

  private static Verdict of(PairedScores... family) {
    return Verdicts.of(List.of(family)).get(0);
  }

  private static PairedScores times(double... factors) {
    return PairedScores.against(0.5, Arrays.stream(factors).map(f -> 0.5 * f).toArray());
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
              assertThat(it.reason()).isEqualTo("n = 5: a test needs 6");
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
            it -> assertThat(it.reason()).isEqualTo("n = 6: too few for a family of 2 tests"));
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
  void metricsHaveDirections() {
    assertThat(MetricDirection.of("uvp_forward")).isEqualTo(MetricDirection.LOWER_IS_BETTER);
    assertThat(MetricDirection.of("mmd_u@median")).isEqualTo(MetricDirection.LOWER_IS_BETTER);
    assertThat(MetricDirection.of("mmd_u@median_sd")).isEqualTo(MetricDirection.NEITHER);
    assertThat(MetricDirection.of("target_error_floor")).isEqualTo(MetricDirection.NEITHER);
    assertThat(MetricDirection.of("transport_cost")).isEqualTo(MetricDirection.NEITHER);
    assertThat(MetricDirection.of("cosine_forward").error(0.75)).isEqualTo(0.25);
    assertThat(MetricDirection.of("uvp_forward").error(0.75)).isEqualTo(0.75);
  }
}
