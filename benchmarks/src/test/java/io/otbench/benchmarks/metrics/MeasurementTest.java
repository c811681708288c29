package io.otbench.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MeasurementTest {

  @Test
  @SuppressWarnings("NullAway") // As a plug-in that nobody checks.
  void namesAndUnitsAreOneLineEach() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measurement(null, 1, "1"))
        .withMessage("a metric must be one line of text but is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measurement("a\nb", 1, "1"))
        .withMessage("a metric must be one line of text but is 'a / b'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measurement("a", 1, " "))
        .withMessage("a unit of a must be one line of text but is ' '");
  }
}
