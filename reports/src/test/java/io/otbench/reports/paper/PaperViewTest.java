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
import io.otbench.reports.statistics.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
        .filteredOn(line -> line.published().method().equals("Implicit"))
        .extracting(
            line -> line.published().text(),
            line -> line.estimate().map(ours -> Math.round(ours.mean() * 1e4)).orElse(0L),
            line -> line.estimate().map(ours -> ours.n()).orElse(0),
            line -> Math.round(line.ratio().orElse(0) * 100),
            line -> line.verdict().text())
        .containsExactly(
            tuple("0.013", 192L, 3, 147L, "cannot tell"),
            tuple("0.016", 184L, 3, 115L, "cannot tell"),
            tuple("0.046", 701L, 3, 152L, "cannot tell"),
            tuple("0.053", 0L, 0, 0L, "not run"),
            tuple("0.054", 0L, 0, 0L, "not run"),
            tuple("0.0822", 0L, 0, 0L, "not run"));
    assertThat(view.tables().get(2).lines())
        .filteredOn(line -> line.published().method().equals("W2GN") && line.ours().isPresent())
        .allSatisfy(
            line -> {
              assertThat(line.verdict()).isInstanceOf(Verdict.NotComparable.class);
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
        .extracting(line -> line.verdict().text(), line -> notes(view, line))
        .containsExactly(
            tuple("not run", "no solver of this suite reproduces this row"),
            tuple("not run", "the run has no such cell"));
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
              assertThat(line.verdict()).isEqualTo(new Verdict.NotComparable("ours has no number"));
              assertThat(line.verdict().text()).isEqualTo("cannot tell");
              assertThat(line.ours().orElseThrow().notOkText()).isEqualTo("diverged");
            });
  }

  @Test
  void costsAndSizesHaveARatioAndNoVerdict() {
    List<ResultRow> rows = seeds(5, 5, 5, 5, 5, 5);

    // Seconds are 30 and the seed.
    assertThat(lines(rows, Published.value("Method", "solver", "train_seconds", "67", List.of())))
        .singleElement()
        .satisfies(line -> assertThat(line.ratio()).hasValue(0.5))
        .extracting(PaperLine::verdict)
        .isEqualTo(new Verdict.NotJudged());
    assertThat(lines(rows, Published.value("Method", "solver", "parameters", "8.25E3", List.of())))
        .singleElement()
        .satisfies(line -> assertThat(line.ratio()).hasValue(1))
        .extracting(PaperLine::verdict)
        .isEqualTo(new Verdict.NotJudged());
  }

  @Test
  void whatIsNotJudgedTakesNothingFromTheLevel() {
    PublishedValue twice = Published.value("2.00");
    PublishedValue size = Published.value("Method", "solver", "parameters", "9E3", List.of());

    // A second test in the family would leave six seeds too few.
    assertThat(verdicts(seeds(1, 1.05, 0.95, 1.02, 0.98, 1.01), Published.values(twice, size)))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Verdict.Better.class),
            second -> assertThat(second.text()).isEqualTo("not judged"));
  }

  @Test
  void aNumberThatIsLostOrOfAnotherKindHasNoRatio() {
    PublishedTable table =
        Published.values(
                Published.value("Method", "solver", "uvp_forward", "2", List.of()),
                Published.value(
                    "Method",
                    "solver",
                    "uvp_forward",
                    "",
                    List.of(new Difference(Difference.Leaves.NOTHING, "lost"))),
                Published.value(
                    "Method",
                    "solver",
                    "uvp_forward",
                    "4",
                    List.of(new Difference(Difference.Leaves.NOTHING, "another unit"))))
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
        .containsExactly("n = 1: a test needs at least 6", "lost", "another unit");
    assertThat(view.tables().get(0).lines())
        .extracting(PaperLine::footnotes)
        .containsExactly(List.of(1), List.of(2), List.of(3));
  }

  /** W2GN prints 1 for d = 128 of other covariances; ours of 0.29 is of this suite's. */
  @Test
  void aNumberOfAnotherProblemHasARatioAndDecidesNothing() {
    double[] ours = {0.29, 0.28, 0.3, 0.27, 0.31, 0.29, 0.28, 0.3, 0.29, 0.27, 0.31, 0.3};
    List<ResultRow> rows =
        IntStream.range(0, ours.length)
            .mapToObj(i -> Published.row("gaussian-128", 128, "w2gn", i + 1, ours[i]))
            .toList();
    PaperView view = PaperView.of("gaussian", rows, PublishedValues.load());

    assertThat(view.tables())
        .flatExtracting(PaperTable::lines)
        .filteredOn(line -> line.ours().isPresent())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.published().text()).isEqualTo("1");
              assertThat(line.ratio().orElseThrow()).isBetween(0.28, 0.3);
              assertThat(line.verdict().text()).isEqualTo("cannot tell");
              assertThat(notes(view, line))
                  .isEqualTo(
                      "other covariances: eigenvalues 1/4 to 4; the protocol differs; direction"
                          + " unstated; the paper's number is of another problem and decides"
                          + " nothing about ours");
            });
  }

  @Test
  void aDirectionThatThePaperDoesNotStateIsACautionOfTheVerdict() {
    double[] ours = {0.0019, 0.0018, 0.002, 0.0017, 0.0021, 0.0019, 0.0018, 0.002};
    List<ResultRow> rows =
        IntStream.range(0, ours.length)
            .mapToObj(i -> Published.row("gaussian-2", 2, "implicit", i + 1, ours[i]))
            .toList();
    PaperView view = PaperView.of("gaussian", rows, PublishedValues.load());

    assertThat(view.tables().get(0).lines())
        .filteredOn(line -> line.ours().isPresent())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.verdict()).isInstanceOf(Verdict.Better.class);
              assertThat(notes(view, line)).startsWith("direction assumed forward; ");
            });
  }

  @Test
  void seedsAreHeldAgainstThePrintedNumberUpToItsDigits() {
    assertThat(verdict("2.00", 1, 1.05, 0.95, 1.02, 0.98, 1.01)).isInstanceOf(Verdict.Better.class);
    assertThat(verdict("0.50", 1, 1.05, 0.95, 1.02, 0.98, 1.01)).isInstanceOf(Verdict.Worse.class);
    assertThat(verdict("1.00", 1, 1.05, 0.95, 1.02, 0.98, 1.01)).isInstanceOf(Verdict.Same.class);
    assertThat(verdict("2.00", 0.3, 3, 1, 4, 2.5, 0.5)).isInstanceOf(Verdict.CannotTell.class);

    double[] tight = {1.45, 1.451, 1.449, 1.452, 1.448, 1.453};
    assertThat(verdict("1.0", tight)).isInstanceOf(Verdict.Worse.class);
    assertThat(verdict("1", tight).reason())
        .isEqualTo("ours is within the precision of the printed number");
    assertThat(verdict("43E3", 43325, 43325, 43325, 43325, 43325, 43325))
        .isInstanceOf(Verdict.Same.class);
  }

  @Test
  void aPrintedBoundDecidesOnlyBeyondItself() {
    double[] three = {3, 3.1, 2.9, 3.2, 2.8, 3.3};
    String open = "only a bound is known, and ours is on its open side";

    assertThat(verdict("<1", three)).isInstanceOf(Verdict.Worse.class);
    assertThat(verdict(">50", three)).isInstanceOf(Verdict.Better.class);
    assertThat(verdict("<5", three).reason()).isEqualTo(open);
    assertThat(verdict(">1", three).reason()).isEqualTo(open);
  }

  @Test
  void aNumberReadOffAFigureHasAMargin() {
    double[] above = {1.07, 1.071, 1.069, 1.072, 1.068, 1.073};
    double[] far = {1.27, 1.271, 1.269, 1.272, 1.268, 1.273};
    String caution = "the number is read off a figure: it stands for all within 10 % of it";

    assertThat(verdict("1.00", 1.27, 1.271, 1.269, 1.272, 1.268, 1.273))
        .isInstanceOf(Verdict.Worse.class);
    assertThat(verdict("~1.00", above).reason())
        .isEqualTo("ours is within the precision of the printed number");
    assertThat(verdict("~1.00", far)).isInstanceOf(Verdict.Worse.class);
    PaperView view =
        PaperView.of("gaussian", seeds(far), Published.values(Published.value("~1.00")));
    assertThat(view.footnotes()).containsExactly(caution);
    assertThat(view.tables().get(0).lines().get(0).ours().orElseThrow().ratioText())
        .isEqualTo("~1.3");
  }

  @Test
  void aVerdictOnTheSeedsThatAreLeftSaysHowMany() {
    List<ResultRow> rows = new ArrayList<>(seeds(1, 1.05, 0.95, 1.02, 0.98, 1.01));
    PublishedValues twice = Published.values(Published.value("2.00"));
    assertThat(PaperView.of("gaussian", rows, twice).footnotes()).isEmpty();
    for (long seed : List.of(7L, 8L)) {
      rows.add(
          Published.row(
              "solver", "a", seed, ResultRow.STATUS, OptionalDouble.empty(), CellStatus.DIVERGED));
    }

    PaperView view = PaperView.of("gaussian", rows, twice);

    assertThat(view.tables().get(0).lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.verdict()).isInstanceOf(Verdict.Better.class);
              assertThat(notes(view, line))
                  .isEqualTo("the verdict rests on 6 of 8 seeds: the others did not end well");
            });
  }

  @Test
  void theRowsOfATableAreOneFamily() {
    List<ResultRow> rows = seeds(1, 1.05, 0.95, 1.02, 0.98, 1.01);
    PublishedValue twice = Published.value("2.00");
    PublishedValue other =
        Published.value(
            "Method",
            "solver",
            "uvp_forward",
            "2.00",
            List.of(new Difference(Difference.Leaves.NOTHING, "lost")));

    // What cannot be compared is not tested, so it takes nothing from the level.
    assertThat(verdicts(rows, Published.values(twice, other)))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Verdict.Better.class),
            second -> assertThat(second).isEqualTo(new Verdict.NotComparable("lost")));
    assertThat(verdicts(rows, Published.values(twice, other, twice)))
        .extracting(Verdict::reason)
        .containsExactly(
            "n = 6: a family of 2 tests needs at least 7",
            "lost",
            "n = 6: a family of 2 tests needs at least 7");
    // Another table is another family.
    assertThat(
            verdicts(
                rows,
                new PublishedValues(
                    List.of(
                        new PublishedTable(Published.PAPER, "Table 1", List.of(twice)),
                        new PublishedTable(Published.PAPER, "Table 2", List.of(twice))))))
        .hasSize(2)
        .allMatch(Verdict.Better.class::isInstance);
  }

  private static Verdict verdict(String printed, double... ours) {
    return verdicts(seeds(ours), Published.values(Published.value(printed))).get(0);
  }

  private static List<Verdict> verdicts(List<ResultRow> rows, PublishedValues published) {
    return PaperView.of("gaussian", rows, published).tables().stream()
        .flatMap(table -> table.lines().stream())
        .map(PaperLine::verdict)
        .toList();
  }

  private static List<ResultRow> seeds(double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> Published.row("solver", "a", i + 1, values[i]))
        .toList();
  }

  private static List<PaperLine> lines(List<ResultRow> rows, PublishedValue value) {
    return PaperView.of("gaussian", rows, Published.values(value)).tables().get(0).lines();
  }

  private static String notes(PaperView view, PaperLine line) {
    return String.join(
        "; ", line.footnotes().stream().map(n -> view.footnotes().get(n - 1)).toList());
  }
}
