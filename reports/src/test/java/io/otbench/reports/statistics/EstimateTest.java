package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void threeValuesUseStudentT() {
    Estimate estimate = Estimate.of(1, 2, 3);

    assertThat(estimate.mean()).isEqualTo(2);
    assertThat(estimate.n()).isEqualTo(3);
    // t(0.975, 2) = 4.3027, standard deviation 1.
    assertThat(estimate.halfWidth().orElseThrow()).isCloseTo(4.3027 / Math.sqrt(3), within(1e-4));
    assertThat(estimate.low()).isCloseTo(-0.4841, within(1e-3));
    assertThat(estimate.high()).isCloseTo(4.4841, within(1e-3));
  }

  @Test
  void twoValuesUseStudentT() {
    // t(0.975, 1) = 12.7062, standard deviation sqrt(2).
    assertThat(Estimate.of(1, 3).halfWidth().orElseThrow()).isCloseTo(12.7062, within(1e-4));
  }

  @Test
  void oneValueHasNoInterval() {
    Estimate estimate = Estimate.of(0.5);

    assertThat(estimate.halfWidth()).isEmpty();
    assertThat(estimate.low()).isEqualTo(0.5);
    assertThat(estimate.high()).isEqualTo(0.5);
  }

  @Test
  void noValueIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(Estimate::of).withMessageContaining("values");
  }
}
