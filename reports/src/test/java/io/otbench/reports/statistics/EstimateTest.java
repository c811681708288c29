package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
  private static final int TRIALS = 2_000;

  @Test
  void theIntervalOfThreeValuesIsTheirRange() {
    Estimate estimate = Estimate.of(1, 2, 6);

    assertThat(estimate).isEqualTo(new Estimate(3, 1, 6, 3));
    assertThat(estimate.hasInterval()).isTrue();
    assertThat(estimate.confidence()).isEqualTo(0.75);
  }

  @Test
  void fewRunsAreNotWorth95Percent() {
    assertThat(Estimate.of(1, 3).confidence()).isEqualTo(0.5);
    assertThat(Estimate.confidence(5)).isEqualTo(0.9375);
    assertThat(Estimate.confidence(6)).isEqualTo(0.95);
  }

  @Test
  void theIntervalOfManyNormalValuesIsStudents() {
    double[] values = new double[30];
    for (int i = 0; i < values.length; i++) {
      values[i] = 5 + 2 * NormalDistribution.of(0, 1).inverseCumulativeProbability((i + 0.5) / 30);
    }
    Estimate estimate = Estimate.of(values);

    // Student's half width is 2.045 s / sqrt(30), s = 1.97 of these values: 0.735.
    assertThat(estimate.mean()).isCloseTo(5, within(1e-9));
    assertThat(estimate.high() - estimate.mean()).isCloseTo(0.735, within(0.03));
    assertThat(estimate.mean() - estimate.low()).isCloseTo(0.735, within(0.03));
  }

  @Test
  void theIntervalLeansToWhereTheValuesAreSpread() {
    Estimate estimate = Estimate.of(1, 1.1, 1.2, 1.1, 1, 1.2, 1.1, 9);

    assertThat(estimate.high() - estimate.mean()).isGreaterThan(estimate.mean() - estimate.low());
  }

  @Test
  void theSameValuesHaveTheSameInterval() {
    double[] values = {0.3, 0.1, 0.4, 0.1, 0.5, 0.9, 0.2};

    assertThat(Estimate.of(values)).isEqualTo(Estimate.of(values.clone()));
  }

  /** Exact are 75 and 94 % for the ranges of three and five; the others may lack 4 points. */
  @ParameterizedTest
  @CsvSource({
    "3, 0.72, 0.78",
    "5, 0.92, 0.96",
    "6, 0.90, 0.97",
    "10, 0.91, 0.97",
    "30, 0.92, 0.97"
  })
  void intervalsOfNormalValuesHoldTheMeanAsOftenAsTheySay(int n, double least, double most) {
    assertThat(coverage(n, 0, random -> normal(random))).isBetween(least, most);
  }

  private static double coverage(int n, double mean, ToDoubleFunction<UniformRandomProvider> draw) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(17L);
    int held = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] values = new double[n];
      Arrays.setAll(values, i -> draw.applyAsDouble(random));
      Estimate estimate = Estimate.of(values);
      held += estimate.low() <= mean && mean <= estimate.high() ? 1 : 0;
    }
    return held / (double) TRIALS;
  }

  private static double normal(UniformRandomProvider random) {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(random.nextDouble());
  }

  @Test
  void oneValueHasNoInterval() {
    Estimate estimate = Estimate.of(0.5);

    assertThat(estimate.hasInterval()).isFalse();
    assertThat(estimate.low()).isEqualTo(0.5);
    assertThat(estimate.high()).isEqualTo(0.5);
  }

  @Test
  void noValueIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(Estimate::of).withMessageContaining("values");
  }
}
