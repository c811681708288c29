package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

  /** R: p.adjust(c(0.03, 0.01, 0.04, 0.005), "holm"). */
  @Test
  void pValuesAreAdjustedFromTheLeastOn() {
    assertThat(Holm.adjust(0.03, 0.01, 0.04, 0.005))
        .containsExactly(new double[] {0.06, 0.03, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void noPValueExceedsOne() {
    assertThat(Holm.adjust(0.6, 0.9)).containsExactly(1, 1);
  }

  @Test
  void oneTestIsNotAdjusted() {
    assertThat(Holm.adjust(0.04)).containsExactly(0.04);
    assertThat(Holm.adjust()).isEmpty();
  }
}
