package io.otbench.benchmarks.metrics.twosample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.solvers.api.RandomStreams;
import org.junit.jupiter.api.Test;

class MedianRuleTest {

  @Test
  void theMedianOfAnEvenNumberOfPairsIsTheLowerOne() {
    // Squared distances 1, 4, 9, 16, 36, 49 of the points 0, 1, 3, 7.
    assertThat(MedianRule.alpha(new Rows(new double[] {0, 1, 3, 7}, 1))).isEqualTo(1 / 18.0);
    // 1, 4, 9: the middle one.
    assertThat(MedianRule.alpha(new Rows(new double[] {0, 1, 3}, 1))).isEqualTo(1 / 8.0);
  }

  @Test
  void normalRowsHaveTheMedianOfAChiSquareLaw() {
    Rows rows = Rows.normal(10_000, 2, RandomStreams.ofSeed(1).stream("rows"));
    // |a - b|^2 / 2 has two degrees of freedom, median 2 log 2.
    assertThat(MedianRule.alpha(rows)).isCloseTo(1 / (8 * Math.log(2)), within(0.006));
  }

  @Test
  void refusesRowsOfWhichMostAreEqual() {
    assertThatThrownBy(() -> MedianRule.alpha(new Rows(new double[] {5, 5, 5, 5, 6}, 1)))
        .hasMessage("the median distance of the rows must be above 0, but most of them are equal");
  }
}
