package io.otbench.reports.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.otbench.reports.Runs;
import io.otbench.reports.published.Difference;
import io.otbench.reports.published.PublishedTable;
import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PaperViewTest {

  @Test
  void everyPublishedRowOfTheBenchmarkStandsThere() throws IOException {
    PublishedValues published = PublishedValues.load();
    PaperView view = PaperView.of("gaussian", Runs.read("three-seeds").rows(), published);

    assertThat(view.tables())
        .extracting(PaperTable::title, table -> table.lines().size())
        .containsExactly(
            tuple("arXiv:2605.10792v2, Table 1", 42),
            tuple("arXiv:2510.01153 (ICLR 2026), table of Gaussian pairs", 48),
            tuple("arXiv:1909.13082, front page", 24),
            tuple("arXiv:1909.13082, Gaussian notebook, D = 1024", 2));
    assertThat(view.lost())
        .containsExactly(
            "arXiv:2605.10792v2, Table 5 (fixed-point tolerance): 24 cells about forward UVP,"
                + " backward UVP, seconds per epoch, without a known number.",
            "arXiv:2605.10792v2, Table 6 (activation x convexity): 12 cells about forward UVP,"
                + " backward UVP, without a known number.");
  }

  @Test
  void oursStandBesideTheSolverThatReproducesTheMethod() throws IOException {
    PaperView view =
        PaperView.of("gaussian", Runs.read("three-seeds").rows(), PublishedValues.load());

    assertThat(view.tables().get(0).lines())
        .filteredOn(line -> line.published().method().equals("Implicit (Ours)"))
        .extracting(
            line -> line.published().text(),
            line -> line.estimate().map(ours -> Math.round(ours.mean() * 1e4)).orElse(0L),
            line -> line.estimate().map(ours -> ours.n()).orElse(0),
            line -> Math.round(line.ratio().orElse(0) * 100),
            line -> line.verdict().text())
        .containsExactly(
            tuple("0.013", 192L, 3, 147L, "worse"),
            tuple("0.016", 184L, 3, 115L, "cannot tell"),
            tuple("0.046", 701L, 3, 152L, "worse"),
            tuple("0.053", 0L, 0, 0L, "not run"),
            tuple("0.054", 0L, 0, 0L, "not run"),
            tuple("0.0822", 0L, 0, 0L, "not run"));
    assertThat(view.tables().get(2).lines())
        .filteredOn(line -> line.published().method().equals("W2GN") && line.ours().isPresent())
        .allSatisfy(
            line -> {
              assertThat(line.verdict()).isEqualTo(Verdict.CANNOT_TELL);
              assertThat(line.ratio()).isEmpty();
              assertThat(notes(view, line)).contains("other covariances", "protocol differs");
            })
        .hasSize(3);
  }

  @Test
  void eachConfigurationHasALine() {
    List<ResultRow> rows =
        List.of(Published.row("solver", "a", 1, 1), Published.row("solver", "b", 1, 9));

    assertThat(lines(rows, Published.value("1.0")))
        .extracting(line -> line.estimate().orElseThrow().mean())
        .containsExactly(1.0, 9.0);
  }

  @Test
  void aRowWithoutOursIsNotRunAndSaysWhy() {
    PaperView view =
        PaperView.of(
            "gaussian",
            List.of(Published.row("other", "a", 1, 1)),
            Published.values(
                Published.value("Theirs", "", "uvp_forward", "1", List.of()),
                Published.value("Method", "solver", "uvp_forward", "1", List.of())));

    assertThat(view.tables().get(0).lines())
        .extracting(PaperLine::verdict, line -> notes(view, line))
        .containsExactly(
            tuple(Verdict.NOT_RUN, "no solver of this suite reproduces this row"),
            tuple(Verdict.NOT_RUN, "the run has no such cell"));
  }

  @Test
  void aCellThatFailedWasRunAndCannotTell() {
    ResultRow diverged =
        Published.row(
            "solver", "a", 1, ResultRow.STATUS, OptionalDouble.empty(), CellStatus.DIVERGED);

    assertThat(lines(List.of(diverged), Published.value("1.0")))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.verdict()).isEqualTo(Verdict.CANNOT_TELL);
              assertThat(line.ours().orElseThrow().notOkText()).isEqualTo("diverged");
            });
  }

  @Test
  void costsAreThoseOfTheCells() {
    List<ResultRow> rows =
        List.of(
            Published.row("solver", "a", 1, 5),
            Published.row("solver", "a", 2, 5),
            Published.row("solver", "a", 3, 5));

    assertThat(lines(rows, Published.value("Method", "solver", "train_seconds", "64", List.of())))
        .singleElement()
        .satisfies(line -> assertThat(line.ratio()).hasValue(0.5))
        .extracting(PaperLine::verdict)
        .isEqualTo(Verdict.BETTER);
    assertThat(lines(rows, Published.value("Method", "solver", "parameters", "8.25E3", List.of())))
        .extracting(PaperLine::verdict)
        .containsExactly(Verdict.SAME);
  }

  @Test
  void aNumberThatIsLostOrOfAnotherKindHasNoRatio() {
    PublishedTable table =
        Published.values(
                Published.value("Method", "solver", "uvp_forward", "2", List.of()),
                Published.value(
                    "Method", "solver", "uvp_forward", "", List.of(new Difference(false, "lost"))),
                Published.value(
                    "Method",
                    "solver",
                    "uvp_forward",
                    "4",
                    List.of(new Difference(false, "another unit"))))
            .tables()
            .get(0);
    PaperView view =
        PaperView.of(
            "gaussian",
            List.of(Published.row("solver", "a", 1, 1)),
            new PublishedValues(List.of(table)));

    assertThat(view.tables().get(0).lines())
        .extracting(
            line -> line.published().text(), PaperLine::ratio, line -> line.estimate().isPresent())
        .containsExactly(
            tuple("2", OptionalDouble.of(0.5), true),
            tuple("", OptionalDouble.empty(), true),
            tuple("4", OptionalDouble.empty(), true));
    assertThat(view.footnotes())
        .containsExactly("fewer than 3 seeds are too few to tell", "lost", "another unit");
  }

  private static List<PaperLine> lines(List<ResultRow> rows, PublishedValue value) {
    return PaperView.of("gaussian", rows, Published.values(value)).tables().get(0).lines();
  }

  private static String notes(PaperView view, PaperLine line) {
    return String.join(
        "; ", line.footnotes().stream().map(n -> view.footnotes().get(n - 1)).toList());
  }
}
