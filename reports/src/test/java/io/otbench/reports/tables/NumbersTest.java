package io.otbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.statistics.Estimate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.012345, 0.0123",
    "12.345, 12.3",
    "6, 6.00",
    "1234.5, 1230",
    "0.00001234, 1.23e-05",
    "2e9, 2.00e+09",
    "-0.5, -0.500",
    "0, 0",
    "Infinity, Infinity"
  })
  void threeSignificantDigits(double value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.012345, 0.00111, 0.0123 ±0.0011",
    "12.345, 1.0, 12.3 ±1.0",
    "250.3, 31.2, 250 ±31",
    "0.001, 0.96, 0.00 ±0.96",
    "1234, 987, 1234 ±990",
    "0.00002, 0.000001, 2.00e-05 ±1.00e-06"
  })
  void meanHasTheDecimalsOfItsInterval(double mean, double half, String text) {
    assertThat(Numbers.text(new Estimate(mean, OptionalDouble.of(half), 3))).isEqualTo(text);
  }

  @Test
  void oneRunHasNoInterval() {
    assertThat(Numbers.text(Estimate.of(0.5))).isEqualTo("0.500");
    assertThat(Numbers.text(Estimate.of(5, 5, 5))).isEqualTo("5.00");
  }

  @Test
  void countsAndRatios() {
    assertThat(Numbers.count(2048000)).isEqualTo("2,048,000");
    assertThat(Numbers.ratio(1.234)).isEqualTo("1.2");
    assertThat(Numbers.ratio(1234)).isEqualTo("1230");
  }
}
