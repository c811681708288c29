package io.otbench.reports.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedValuesTest {
  private final PublishedValues values = PublishedValues.load();

  @Test
  void allRowsAreThereWithASource() {
    assertThat(values.tables())
        .extracting(table -> table.paper().citation() + " " + table.name(), t -> t.rows().size())
        .contains(
            tuple("arXiv:2605.10792v2 Table 1", 42),
            tuple("arXiv:2605.10792v2 Table 2", 50),
            tuple("arXiv:2605.10792v2 Table 5 (fixed-point tolerance)", 24),
            tuple("arXiv:2605.10792v2 Table 6 (activation x convexity)", 12),
            tuple("arXiv:2510.01153 (ICLR 2026) table of Gaussian pairs", 48),
            tuple("arXiv:1909.13082 front page", 24),
            tuple("arXiv:1909.13082 Gaussian notebook, D = 1024", 2),
            tuple("arXiv:2410.03783 (ICLR 2025) Table 1", 16),
            tuple("arXiv:2502.04583 (ICML 2025) synthetic tables", 8));
    assertThat(rows()).allSatisfy(value -> assertThat(value.source()).isNotBlank());
    assertThat(rows()).allSatisfy(value -> assertThat(value.qualifier()).isIn("", "<", ">", "~"));
    assertThat(values.benchmarks()).containsExactly("gaussian", "planar", "uci");
  }

  @Test
  void aNumberThatIsLostIsEmptyAndSaysSo() {
    List<PublishedValue> lost =
        rows().stream()
            .filter(value -> value.printed().isEmpty() && !value.note().contains("diverged"))
            .toList();

    assertThat(lost)
        .hasSize(36 + 25 + 8 + 2 + 1)
        .allSatisfy(value -> assertThat(value.note()).contains("is not known"))
        .allSatisfy(value -> assertThat(value.text()).isEmpty())
        .noneMatch(PublishedValue::isComparable);
    assertThat(values.all()).doesNotContainAnyElementsOf(lost);
    assertThatThrownBy(lost.get(0)::value)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gaussian-32 has no known uvp_forward");
  }

  @Test
  void distancesInAnUnknownUnitAreNotHeldAgainstOurs() {
    assertThat(rows())
        .filteredOn(value -> value.metric().equals("target_error") && value.text().equals("3.72"))
        .hasSize(1)
        .noneMatch(PublishedValue::isComparable);
    assertThat(text("gaussian-8gaussians", "diotm", "target_error")).isEmpty();
    assertThat(text("half-circles-conditional", "dpot", "train_seconds")).contains("1442");
  }

  @Test
  void digitsAreThoseThatWerePrinted() {
    assertThat(text("gaussian-64", "implicit", "uvp_forward")).contains("0.0822");
    assertThat(
            values.all().stream()
                .filter(value -> value.method().equals("NCF") && value.dim() == 2)
                .map(PublishedValue::text))
        .containsExactly("0.010", "0.010");
    assertThat(text("gas", "implicit", "parameters")).contains("8.90K");
    assertThat(rows())
        .filteredOn(value -> value.problem().equals("bsds300") && value.method().equals("FFJORD"))
        .filteredOn(value -> value.metric().equals("parameters"))
        .extracting(PublishedValue::text)
        .containsExactly("6.7M");
    assertThat(rows()).extracting(PublishedValue::text).noneMatch(text -> text.contains("E"));
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

  private List<PublishedValue> rows() {
    return values.tables().stream().flatMap(table -> table.rows().stream()).toList();
  }

  private Optional<String> text(String problem, String solver, String metric) {
    return values.of(problem, solver, metric).map(PublishedValue::text);
  }
}
