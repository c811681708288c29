package io.otbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantOrderTest {
  private final VariantOrder order = new VariantOrder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | batchSize=64",
        "batchSize=64 | batchSize=256",
        "rate=1.0E-4 | rate=3e-4",
        "rate=3e-4 | rate=0.001",
        "rate=-1 | rate=0.5",
        "rate=0.001, batchSize=64 | rate=0.001, batchSize=1024",
        "rate=0.001, batchSize=1024 | rate=0.01, batchSize=64",
        "widths=[8, 8] | widths=[8, 16]",
        "beta1=0.9 | beta2=0.5",
        "convexity=CLAMP | convexity=NONE",
        "rate=1 | rate=auto"
      })
  void theFirstComesFirst(String first, String second) {
    assertThat(order.compare(first, second)).isNegative();
    assertThat(order.compare(second, first)).isPositive();
    assertThat(order.compare(first, first)).isZero();
  }
}
