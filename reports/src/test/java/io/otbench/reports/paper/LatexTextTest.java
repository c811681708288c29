package io.otbench.reports.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatexTextTest {

  @Test
  void commasInARowAreNoQuotationMark() {
    assertThat(LatexText.of("a,,b,,,c")).isEqualTo("a,{},b,{},{},c");
  }

  @Test
  void aCommaWithinANumberStaysTextAndTakesNoSpace() {
    // In formulas it would need braces around it; no number is set as one.
    assertThat(LatexText.of("1,234 rows, 5")).isEqualTo("1,234 rows, 5");
  }
}
