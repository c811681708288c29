package io.otbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.statistics.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.012345, 0.01123, 0.01342, '0.0123 [0.0112, 0.0134]'",
    "12.345, 11.7, 13.7, '12.3 [11.7, 13.7]'",
    "250.3, 222, 284.4, '250 [222, 284]'",
    "0.001, -0.96, 0.94, '0.00 [-0.96, 0.94]'",
    "1234, 500, 2474, '1234 [500, 2474]'",
    "0.00002, 0.000018, 0.000024, '2.00e-05 [1.80e-05, 2.40e-05]'"
  })
  void meanHasTheDecimalsOfItsInterval(double mean, double low, double high, String text) {
    assertThat(Numbers.text(new Estimate(mean, low, high, 3))).isEqualTo(text);
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
