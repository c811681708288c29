package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerLawTest {

  @Test
  void exactPowersAreFound() {
    PowerLaw law = PowerLaw.fit(new double[] {2, 4, 16, 64}, new double[] {12, 48, 768, 12288});

    assertThat(law.exponent()).isCloseTo(2, within(1e-12));
    assertThat(law.factor()).isCloseTo(3, within(1e-11));
    assertThat(law.halfWidth().orElseThrow()).isLessThan(1e-6);
    assertThat(law.n()).isEqualTo(4);
    assertThat(law.at(10)).isCloseTo(300, within(1e-9));
  }

  @Test
  void theIntervalIsThatOfARegressionOfLogarithms() {
    PowerLaw law =
        PowerLaw.fit(new double[] {2, 4, 8, 16, 32}, new double[] {8.1, 9.4, 10.7, 14.2, 20.5});

    // scipy.stats.linregress of the logarithms, standard error times the quantile of Student's t.
    assertThat(law.exponent()).isCloseTo(0.3274418461068687, within(1e-9));
    assertThat(law.factor()).isCloseTo(6.015868279366933, within(1e-9));
    assertThat(law.halfWidth().orElseThrow()).isCloseTo(0.13718728327723206, within(1e-9));
  }

  @Test
  void twoPointsHaveNoInterval() {
    PowerLaw law = PowerLaw.fit(new double[] {2, 8}, new double[] {1, 2});

    assertThat(law.exponent()).isCloseTo(0.5, within(1e-12));
    assertThat(law.halfWidth()).isEmpty();
  }

  @Test
  void pointsThatHaveNoPowerAreRefused() {
    assertThatThrownBy(() -> PowerLaw.fit(new double[] {2, 2}, new double[] {1, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a power law needs points at two different x, found one");
    assertThatThrownBy(() -> PowerLaw.fit(new double[] {2, 4}, new double[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positive");
  }
}
