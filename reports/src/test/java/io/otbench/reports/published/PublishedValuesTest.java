package io.otbench.reports.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedValuesTest {
  private final PublishedValues values = PublishedValues.load();

  @Test
  void allRowsAreThereWithASource() {
    assertThat(values.all()).hasSize(42 + 12 + 26);
    assertThat(values.all()).allSatisfy(value -> assertThat(value.source()).isNotBlank());
    assertThat(values.all())
        .allSatisfy(value -> assertThat(value.qualifier()).isIn("", "<", ">", "~"));
  }

  @Test
  void digitsAreThoseThatWerePrinted() {
    assertThat(text("gaussian-64", "implicit", "uvp_forward")).contains("0.0822");
    assertThat(
            values.all().stream()
                .filter(value -> value.method().equals("NCF") && value.dim() == 2)
                .map(PublishedValue::text))
        .containsExactly("0.010");
  }

  @Test
  void boundsKeepTheirQualifierAndNote() {
    PublishedValue value = values.of("gaussian-8", "w2gn", "uvp_forward").orElseThrow();

    assertThat(value.text()).isEqualTo("<1");
    assertThat(value.isBound()).isTrue();
    assertThat(value.note()).contains("eigenvalues 1/4 to 4", "protocol differs");
    assertThat(text("gaussian-1024", "w2gn", "uvp_backward")).contains("~1.5");
    assertThat(text("gaussian-1024", "w2gn", "uvp_forward")).contains("1.7");
  }

  @Test
  void nothingIsPublishedForOtherProblems() {
    assertThat(text("gaussian-generated-8", "implicit", "uvp_forward")).isEmpty();
    assertThat(text("gaussian-8", "linear", "uvp_forward")).isEmpty();
    assertThat(text("gaussian-8", "implicit", "uvp_backward")).isEmpty();
  }

  private Optional<String> text(String problem, String solver, String metric) {
    return values.of(problem, solver, metric).map(PublishedValue::text);
  }
}
