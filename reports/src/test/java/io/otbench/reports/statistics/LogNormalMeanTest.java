package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogNormalMeanTest {

  @Test
  void intervalIsThatOfCox() {
    // Logarithms -1, 0, 1: mean 0, variance 1; exp(1/2 ± 4.302653 sqrt(1/3 + 1/4)).
    Estimate estimate = LogNormalMean.of(Math.exp(-1), 1, Math.E);

    assertThat(estimate.mean()).isCloseTo((Math.exp(-1) + 1 + Math.E) / 3, within(1e-12));
    assertThat(estimate.low()).isCloseTo(0.06166, within(1e-4));
    assertThat(estimate.high()).isCloseTo(44.09, within(0.01));
  }

  @Test
  void oneScoreHasNoInterval() {
    assertThat(LogNormalMean.of(2)).isEqualTo(new Estimate(2, 2, 2, 1));
  }
}
