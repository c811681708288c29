package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.statistics.PowerLaw;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFigureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.314 | 0.12 | 6 | d^0.31 ±0.12, n=6",
        "-0.001 | 0.49 | 3 | d^0.00 ±0.49, n=3",
        "0.31 | 4.16 | 3 | exponent: cannot tell (±4.16, n=3)",
        "2 | 0.5 | 3 | exponent: cannot tell (±0.50, n=3)",
        "0.31 |  | 2 | d^0.31, n=2",
      })
  void exponentIsSaidAsFarAsItIsKnown(double exponent, Double halfWidth, int n, String text) {
    OptionalDouble width =
        halfWidth == null ? OptionalDouble.empty() : OptionalDouble.of(halfWidth);

    assertThat(TimeFigure.text(new PowerLaw(1, exponent, width, n))).isEqualTo(text);
  }
}
