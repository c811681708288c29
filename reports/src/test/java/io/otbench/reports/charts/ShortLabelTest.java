package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

  @Test
  void settingsThatAllVariantsShareGoBeforeAnythingIsCut() {
    String common = ", batchSize=1024, widths=[64, 64, 64], adam={beta1=0.5, beta2=0.9}";
    String one = "implicit learningRate=0.001" + common;
    String other = "implicit learningRate=1.0E-4" + common;

    assertThat(ShortLabel.of(List.of("linear", one, other), 24))
        .containsExactly(
            entry("linear", "linear"),
            entry(one, "implicit 0.001"),
            entry(other, "implicit 1.0E-4"));
  }

  @Test
  void labelsThatDifferInTheMiddleStayDistinct() {
    List<String> labels = new ArrayList<>(List.of("linear"));
    for (String rate : List.of("0.001", "3.0E-4", "1.0E-4")) {
      for (int size : new int[] {64, 1024}) {
        for (String rest : List.of("widths=[64, 64, 64], steps=500", "widths=[32], steps=1000")) {
          labels.add("implicit learningRate=%s, batchSize=%d, %s".formatted(rate, size, rest));
        }
      }
    }
    Map<String, String> names = ShortLabel.of(labels, 24);

    assertThat(names.keySet()).containsExactlyElementsOf(labels);
    assertThat(names.values())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() <= 24)
        .contains("linear");
  }
}
