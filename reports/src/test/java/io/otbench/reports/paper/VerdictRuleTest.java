package io.otbench.reports.paper;

import static io.otbench.reports.paper.Verdict.BETTER;
import static io.otbench.reports.paper.Verdict.CANNOT_TELL;
import static io.otbench.reports.paper.Verdict.SAME;
import static io.otbench.reports.paper.Verdict.WORSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.published.Difference;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerdictRuleTest {

  private static Verdict verdict(String published, double... ours) {
    return VerdictRule.of(ours, Published.value(published)).verdict();
  }

  @Test
  void lowerIsBetterWhereTheSeedsAgree() {
    assertThat(verdict("2.00", 1.0, 1.05, 0.95)).isEqualTo(BETTER);
    assertThat(verdict("0.50", 1.0, 1.05, 0.95)).isEqualTo(WORSE);
    assertThat(verdict("1.00", 1.0, 1.05, 0.95)).isEqualTo(SAME);
  }

  @Test
  void seedsThatDisagreeCannotTell() {
    assertThat(verdict("2.00", 0.3, 3.0, 1.0)).isEqualTo(CANNOT_TELL);
    assertThat(verdict("1.00", 0.3, 3.0, 1.0)).isEqualTo(CANNOT_TELL);
  }

  @Test
  void aSmallDifferenceIsNoneHoweverSureItIs() {
    assertThat(verdict("1.00", 1.1, 1.1001, 1.0999)).isEqualTo(SAME);
    assertThat(verdict("1.00", 1.3, 1.3001, 1.2999)).isEqualTo(WORSE);
    assertThat(verdict("1.00", 0.9, 0.9001, 0.8999)).isEqualTo(SAME);
    assertThat(verdict("1.00", 0.77, 0.7701, 0.7699)).isEqualTo(BETTER);
  }

  @Test
  void roundingOfThePrintedNumberIsNoDifference() {
    assertThat(verdict("1", 1.45, 1.4501, 1.4499)).isEqualTo(CANNOT_TELL);
    assertThat(verdict("1.0", 1.45, 1.4501, 1.4499)).isEqualTo(WORSE);
    assertThat(verdict("43E3", 43325, 43325, 43325)).isEqualTo(SAME);
  }

  @Test
  void fewerThanThreeSeedsCannotTell() {
    assertThat(verdict("5.0", 1.0, 1.0)).isEqualTo(CANNOT_TELL);
    assertThat(VerdictRule.of(new double[] {1}, Published.value("5.0")).reason())
        .isEqualTo("fewer than 3 seeds are too few to tell");
    assertThat(verdict("5.0", 1.0, 1.0, 1.0)).isEqualTo(BETTER);
  }

  @Test
  void aBoundDecidesOnlyBeyondItself() {
    assertThat(verdict("<1", 0.1, 0.11, 0.09)).isEqualTo(CANNOT_TELL);
    assertThat(verdict("<1", 3, 3.1, 2.9)).isEqualTo(WORSE);
    assertThat(verdict(">50", 3, 3.1, 2.9)).isEqualTo(BETTER);
    assertThat(verdict(">50", 80, 81, 79)).isEqualTo(CANNOT_TELL);
    assertThat(VerdictRule.of(new double[] {80, 81, 79}, Published.value(">50")).reason())
        .isEqualTo("the paper prints only a bound");
  }

  @Test
  void valuesThatAreNotPositiveAreComparedByDifferences() {
    assertThat(verdict("0.010", -0.001, 0.001, 0)).isEqualTo(BETTER);
    assertThat(verdict("0.0", 0.5, 0.51, 0.49)).isEqualTo(WORSE);
    assertThat(verdict("-0.100", -0.1, -0.101, -0.099)).isEqualTo(SAME);
  }

  @Test
  void anotherQuantityIsNeverHeldAgainstOurs() {
    assertThat(
            VerdictRule.of(
                    new double[] {1, 1, 1},
                    Published.value(
                        "Method",
                        "solver",
                        "target_error",
                        "5",
                        List.of(new Difference(false, "another unit"))))
                .verdict())
        .isEqualTo(CANNOT_TELL);
  }

  @Test
  void equalSolversAreSeldomCalledBetterOrWorse() {
    Random noise = new Random(7);
    int wrong = 0;
    int found = 0;
    for (int i = 0; i < 2000; i++) {
      double[] ours = noise.doubles(3).map(u -> Math.exp(0.3 * noise.nextGaussian())).toArray();
      Verdict equal = verdict("1.000", ours);
      wrong += equal == BETTER || equal == WORSE ? 1 : 0;
      found += verdict("4.000", ours) == BETTER ? 1 : 0;
    }
    // Two tests of 2.5 %, of which the factor takes some away.
    assertThat(wrong).isBetween(40, 120);
    assertThat(found).isGreaterThan(1800);
  }
}
