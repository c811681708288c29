package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankTestsTest {

  @Test
  void sixPairsInOneDirectionReachTheLevelAndFiveDoNot() {
    assertThat(RankTests.paired(1, 2, 3, 4, 5)).isEqualTo(0.0625);
    assertThat(RankTests.paired(1, 2, 3, 4, 5, 6)).isEqualTo(0.03125);
    assertThat(RankTests.paired(-1, -2, -3, -4, -5, -6)).isEqualTo(0.03125);
    assertThat(RankTests.leastPaired(6)).isEqualTo(0.03125);
  }

  /** scipy.stats.wilcoxon([3, -1, 4, 5, -2, 6, 7, 8], method="exact"): 5 sign patterns a side. */
  @Test
  void signedRanksCount() {
    assertThat(RankTests.paired(3, -1, 4, 5, -2, 6, 7, 8)).isCloseTo(10 / 256.0, within(1e-12));
  }

  @Test
  void pairsWithoutADifferenceDoNotCount() {
    assertThat(RankTests.paired(0, 0, 0)).isEqualTo(1);
    assertThat(RankTests.paired(0, 1, 2, 3, 4, 5)).isEqualTo(0.0625);
  }

  @Test
  void tiedPairsCannotShowMoreThanTheyAre() {
    assertThat(RankTests.paired(1, 1, 1)).isGreaterThanOrEqualTo(0.25);
  }

  /** 2 of the C(10, 5) = 252 orders are as extreme. */
  @Test
  void fiveAgainstFiveSeparatedSeeds() {
    double[] below = {1, 2, 3, 4, 5};
    double[] above = {6, 7, 8, 9, 10};

    assertThat(RankTests.unpaired(below, above)).isCloseTo(2 / 252.0, within(1e-12));
    assertThat(RankTests.leastUnpaired(5, 5)).isCloseTo(2 / 252.0, within(1e-12));
    assertThat(RankTests.leastUnpaired(4, 4)).isCloseTo(2 / 70.0, within(1e-12));
    assertThat(RankTests.leastUnpaired(1, 1)).isEqualTo(1);
  }

  @Test
  void equalValuesAreNoDifference() {
    assertThat(RankTests.unpaired(new double[] {2, 2, 2}, new double[] {2, 2})).isEqualTo(1);
  }
}
