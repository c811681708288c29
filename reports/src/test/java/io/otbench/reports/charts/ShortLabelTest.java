package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortLabelTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "implicit | implicit",
        "implicit batchSize=1024 | implicit batchSize=1024",
        "implicit learningRate=0.0003 | implicit 0.0003",
        "implicit learningRate=0.0003, batchSize=128 | implicit 0.0003, 128",
        "implicit adam={beta1=0.5, beta2=0.9} | implicit {0.5, 0.9}",
        "implicit batchSize=512 (20f416b54274) | implicit… (20f416b54274)",
        "a-solver-with-a-very-long-name-1 | a-solver…ery-long-name-1",
        "Ωπ-solver-with-a-very-long-name-𝟙 | Ωπ-solve…ery-long-name-𝟙"
      })
  void whatTellsLabelsApartStays(String label, String expected) {
    assertThat(ShortLabel.of(label, 24)).isEqualTo(expected);
  }
}
