package io.otbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.reports.Runs;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
  private final PublishedValues published = PublishedValues.load();

  @Test
  void plainTextOfThreeSeeds() throws IOException {
    String text = table("three-seeds").toPlainText();

    assertThat(text)
        .isEqualTo(
            """
            gaussian: uvp_forward, percent
            solver                             d=2                         d=4
            identity                           5.12                        5.25
            constant                           100                         100
            linear                             0.00146 [0.00131, 0.00165]  0.00314 [0.00298, 0.00325]
            <script>alert("x")</script>, Ωπ’s  2.02 [1.84, 2.28]           out_of_memory
            implicit                           0.0192 [0.0165, 0.0212]     0.0184 [0.0170, 0.0209]
              published                        0.013                       0.016
              ours / published                 1.5                         1.1
            w2gn                               0.242 [0.201, 0.262]        0.543 [0.531, 0.557]
              published                        <1                          <1
              ours / published                 below bound                 below bound
            solver                             d=8
            identity                           5.50
            constant                           100
            linear                             0.00597 [0.00485, 0.00675]
            <script>alert("x")</script>, Ωπ’s  1.89 [1.75, 2.02]
            implicit                           0.0701 [0.0635, 0.0818]
              published                        0.046
              ours / published                 1.5
            w2gn                               0.645 [0.616, 0.675] n=2 1 diverged
              published                        <1
              ours / published                 below bound
            Mean of 3 seeds [their range, a 75 % interval].
            Published Implicit: direction assumed forward; scored on the training batch; pool of 100 000 rows.
            Published W2GN: other covariances: eigenvalues 1/4 to 4; the protocol differs; direction unstated.
            """);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
  }

  @Test
  void markdownEscapesNames() throws IOException {
    assertThat(table("three-seeds").toMarkdown())
        .contains("**gaussian: uvp\\_forward, percent**")
        .contains("| solver | d=2 | d=4 | d=8 |\n|---|---:|---:|---:|\n")
        .contains(
            "| &lt;script>alert(\"x\")&lt;/script>, Ωπ’s | 2.02 \\[1.84, 2.28\\] | out\\_of\\_memory |")
        .contains("| &emsp;published | 0.013 | 0.016 | 0.046 |");
  }

  @Test
  void eachNoteBelowMarkdownIsAParagraph() throws IOException {
    String markdown = table("three-seeds").toMarkdown();

    assertThat(markdown.substring(markdown.indexOf("Mean of 3 seeds")).split("\n\n"))
        .satisfiesExactly(
            note -> assertThat(note).startsWith("Mean of 3 seeds"),
            note -> assertThat(note).startsWith("Published Implicit: "),
            note -> assertThat(note).startsWith("Published W2GN: ").endsWith(".\n"));
  }

  @Test
  void oneSeedHasNoInterval() throws IOException {
    assertThat(table("one-seed").toPlainText())
        .doesNotContain("bootstrap")
        .contains("One seed: no interval.");
  }

  @Test
  void differencesAreFromExactValuesOnly() throws IOException {
    List<Comparison> comparisons = table("three-seeds").comparisons();

    Comparison implicit = comparison(comparisons, "implicit", 2);
    double ours = implicit.ours().orElseThrow().mean();
    assertThat(implicit.difference().orElseThrow()).isCloseTo(ours - 0.013, within(1e-12));
    assertThat(implicit.ratio().orElseThrow()).isCloseTo(ours / 0.013, within(1e-12));
    assertThat(implicit.ratioToLinear().orElseThrow())
        .isCloseTo(ours / implicit.linear().orElseThrow().mean(), within(1e-12));
    assertThat(comparison(comparisons, "w2gn", 2).ratio()).isEmpty();
    assertThat(comparison(comparisons, "w2gn", 2).difference()).isEmpty();
    assertThat(comparison(comparisons, "linear", 2).ratioToLinear()).isEmpty();
  }

  @Test
  void columnsThatDoNotFitFollowBelow() {
    List<ResultRow> rows = new ArrayList<>();
    for (int dim = 1; dim <= 40; dim++) {
      rows.add(row(dim));
    }
    String text = SummaryTable.of(rows, "uvp_forward", published).toPlainText();

    assertThat(text.lines().filter(line -> line.startsWith("solver")).count()).isGreaterThan(1);
    assertThat(text).contains("d=1 ", "d=40");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
  }

  @Test
  void metricThatNobodyMeasuredHasNoLines() throws IOException {
    SummaryTable table = SummaryTable.of(Runs.read("one-seed").rows(), "mmd_u@median", published);

    assertThat(table.comparisons()).isEmpty();
    assertThat(table.toPlainText()).isEmpty();
  }

  private SummaryTable table(String run) throws IOException {
    return SummaryTable.of(Runs.read(run).rows(), "uvp_forward", published);
  }

  private static Comparison comparison(List<Comparison> all, String solver, int dim) {
    return all.stream()
        .filter(c -> c.group().solver().equals(solver) && c.group().dim() == dim)
        .findFirst()
        .orElseThrow();
  }

  private static ResultRow row(int dim) {
    return new ResultRow(
        "run",
        "mixtures",
        "mixtures-" + dim,
        dim,
        "implicit",
        "c0ffee",
        0,
        "uvp_forward",
        OptionalDouble.of(dim),
        "percent",
        CellStatus.OK,
        "",
        1,
        1,
        1,
        1,
        1,
        1);
  }
}
