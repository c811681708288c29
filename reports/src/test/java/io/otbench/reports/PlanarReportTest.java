package io.otbench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.otbench.reports.charts.Figure;
import io.otbench.reports.charts.Figures;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.TableSamples;
import io.otbench.reports.tables.SummaryTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of runs of two-dimensional problems. */
class PlanarReportTest {
  private static final List<String> PROBLEMS = List.of("square", "shift", "cond", "hard");
  private static final List<String> SOLVERS = PlanarRun.SOLVERS.subList(0, 8);
  private static final int LARGEST_SHEET = 250 * 1024;

  @TempDir Path temp;

  @Test
  void mapsComeFirstAndEachKindOfFigureOncePerBenchmark() throws IOException {
    write(PROBLEMS, SOLVERS, 1, 40);

    assertThat(figures())
        .extracting(Figure::name)
        .containsExactly(
            "maps-planar-cond",
            "maps-planar-hard",
            "maps-planar-shift",
            "maps-planar-square",
            "relative-error-planar",
            "target-error-planar",
            "convergence-planar-cond",
            "convergence-planar-hard",
            "convergence-planar-shift",
            "convergence-planar-square",
            "cost-seconds-planar",
            "cost-memory-planar",
            "cost-parameters-planar");
  }

  @Test
  void captionsSayWhatIsSeen() throws IOException {
    write(PROBLEMS, SOLVERS, 1, 40);
    List<Figure> figures = figures();

    assertThat(figures.get(1).caption())
        .contains("40 points of the source (light blue) and 40 of the target (grey)")
        .contains("no true map is known", "first 64 pairs", "seed 1");
    assertThat(figures.get(3).caption())
        .contains("21 x 21 nodes", "over the true one in grey", "10 times as long as they are");
  }

  @Test
  void pageHasMapsAfterTheSummary() throws IOException {
    write(PROBLEMS, SOLVERS, 1, 40);
    String html = Files.readString(ReportWriter.write(temp));

    assertThat(html.indexOf("<h2>Summary</h2>")).isPositive();
    assertThat(html.indexOf("<h2>Maps</h2>"))
        .isGreaterThan(html.indexOf("<h2>Summary</h2>"))
        .isLessThan(html.indexOf("<h2>Accuracy</h2>"));
    assertThat(html)
        .contains("32 cells of 8 solvers on 4 problems with 1 seed: 27 ok, 4 skipped, 1 diverged.")
        .contains("square: diotm has the lowest relative error of the trained solvers")
        .contains("hard: diotm has the lowest target error of the trained solvers, 0.0270 (n = 1),")
        .contains("where the floor is 0.0180.")
        .contains("not whether they took the cheapest way")
        .contains("<th class=\"number\">floor</th>")
        .doesNotContain("ours ÷ published");
    assertThat(temp.resolve("charts")).isDirectoryContaining("glob:**/maps-planar-square.png");
  }

  @Test
  void pageWithoutPointsHasNoMaps() throws IOException {
    write(List.of("moons"), SOLVERS, 1, 1);
    try (var files = Files.list(temp.resolve("points"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    assertThat(Files.readString(ReportWriter.write(temp))).doesNotContain("Maps</h2>", "#maps\"");
  }

  @Test
  void sheetsOfAllSolversStaySmall() throws IOException {
    write(List.of("moons"), PlanarRun.SOLVERS, 1, 512);
    figures().get(0).writeTo(temp);

    assertThat(Files.size(temp.resolve("maps-planar-moons.png"))).isLessThan(LARGEST_SHEET);
  }

  @Test
  void malformedPointsStopTheReport() throws IOException {
    write(List.of("moons"), SOLVERS, 1, 3);
    Path file =
        new RunFolder(temp)
            .pointFile(new CellKey("planar", "moons", "linear", "c2", 1))
            .orElseThrow();
    Files.writeString(file, "role,x1,x2,y1,y2\npair,1,2,3,here\npair,1,2,3,4\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportWriter.write(temp))
        .withMessage(file + " line 2: y2 must be a number, found 'here'");
  }

  @Test
  void awkwardNamesAreTextInMapsToo() throws IOException {
    write(List.of("<b>&moons"), List.of("identity", "<i>mine"), 1, 3);
    String html = Files.readString(ReportWriter.write(temp));

    assertThat(html).contains("&lt;b>&amp;moons").doesNotContain("<b>&", "<i>mine");
  }

  @Test
  void listOfProblemsIsOneTable() throws IOException {
    write(PROBLEMS, SOLVERS.subList(0, 2), 1, 1);
    SummaryTable table =
        SummaryTable.of(Results.read(temp).rows(), "target_error", PublishedValues.load());

    assertThat(table.toPlainText())
        .isEqualTo(
            """
            planar: target_error
            solver    cond     hard    shift   square
            identity  skipped  0.0201  0.0201  0.0201
            constant  0.0203   0.0203  0.0203  0.0203
            One seed: no interval.
            """);
  }

  private void write(List<String> problems, List<String> solvers, int seeds, int points)
      throws IOException {
    PlanarRun.write(temp, problems, solvers, seeds, points);
  }

  private List<Figure> figures() throws IOException {
    Results results = Results.read(temp);
    return Figures.of(
        results,
        new Figures.Drawn(
            PointClouds.read(new RunFolder(temp), results), new TableSamples(Map.of())),
        PublishedValues.load(),
        List.of());
  }
}
