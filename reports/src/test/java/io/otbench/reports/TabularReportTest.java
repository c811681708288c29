package io.otbench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.otbench.reports.charts.Figure;
import io.otbench.reports.charts.Figures;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.TableSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of runs of tables. */
class TabularReportTest {
  private static final double FAR_FROM_FLOOR = 0.02;

  @TempDir Path temp;

  @Test
  void summarySaysWhoIsBestBesideThePerfectModelAndLinear() throws IOException {
    TabularRun run = new TabularRun(temp);
    run.write("wine", "linear", 0.02, FAR_FROM_FLOOR);
    run.write("wine", "implicit", 0.008, FAR_FROM_FLOOR);
    run.write("wine", "otp", 0.004, FAR_FROM_FLOOR);
    run.write("near", "linear", 0.0021, FAR_FROM_FLOOR);
    run.write("near", "otp", 0.002, FAR_FROM_FLOOR);
    run.write("worse", "linear", 0.02, FAR_FROM_FLOOR);
    run.write("worse", "otp", 0.03, FAR_FROM_FLOOR);
    run.write("lucky", "otp", -0.0002, FAR_FROM_FLOOR);

    // The letters of a picture may make any word.
    assertThat(page().replaceAll("data:image/png[^\"]*", ""))
        .contains(
            "wine (12,345 training and 1,678 test rows; samples of 150 rows): otp has the lowest MMD²"
                + " of the trained solvers, 0.00400 ±0.00040, 4 times the perfect model's 0.00100 ±0.00050;"
                + " lower than linear (0.02000 ±0.00040) by more than its draws scatter;"
                + " trainings were not repeated.")
        .contains(
            "otp has the lowest MMD² of the trained solvers, 0.00200 ±0.00040, 2 times the perfect"
                + " model's 0.00100 ±0.00050, not to be told from it by the draws; lower than linear"
                + " (0.00210 ±0.00040), but not by more than its draws scatter; trainings were not"
                + " repeated.")
        .contains("; not lower than linear (0.02000 ±0.00040); trainings were not repeated.")
        .contains(
            "-0.00020 ±0.00040, where the perfect model has 0.00100 ±0.00050, not to be told from it"
                + " by the draws; trainings were not repeated.")
        .doesNotContain("UVP", "it beats", "not beat");
  }

  @Test
  void theScatterOfDrawsIsNotCalledThatOfTrainings() throws IOException {
    TabularRun run = new TabularRun(temp);
    for (long seed = 1; seed <= 3; seed++) {
      run.write("wine", "linear", seed, 0.02, FAR_FROM_FLOOR);
      run.write("wine", "otp", seed, 0.004, FAR_FROM_FLOOR);
    }

    assertThat(page())
        .contains("by more than its draws scatter; the scatter of its 3 trainings is not counted.")
        .doesNotContain("trainings were not repeated");
  }

  @Test
  void aSubsetIsCalledSoWithItsRowCounts() throws IOException {
    new TabularRun(temp).write("power-subset", "otp", 0.004, FAR_FROM_FLOOR);

    assertThat(page())
        .contains("power-subset (subset of 12,345 training and 1,678 test rows;")
        .contains("<h3>power-subset: d = 6; subset of 12,345 training and 1,678 test rows;");
  }

  @Test
  void overviewHasSetsAcrossAndTheTwoReferencesBelow() throws IOException {
    TabularRun run = new TabularRun(temp);
    run.write("a", "otp", 0.02, FAR_FROM_FLOOR);
    run.write("b", "otp", 0.0019, FAR_FROM_FLOOR);
    run.writeSkipped("b", "w2gn", "it declines");
    String html = page();

    assertThat(html)
        .contains("<th class=\"number\">a, d = 6</th>", "<th class=\"number\">b, d = 6</th>")
        .contains("<td class=\"number\">0.02000 ±0.00040</td>")
        .contains("<td class=\"number good\">0.00190 ±0.00040 ≈ perfect</td>")
        .contains("<td class=\"message muted\">skipped</td>");
    String references = html.substring(html.indexOf("perfect model</th>"));
    assertThat(references).contains("<td class=\"number muted\">0.00100 ±0.00050</td>");
    assertThat(references.indexOf("no model</th>")).isPositive();
  }

  @Test
  void aPublishedStyleScoreAtItsFloorSaysNothing() throws IOException {
    TabularRun run = new TabularRun(temp);
    run.write("a", "implicit", 0.02, 0.0138);
    run.write("a", "otp", 0.02, 0.01312);

    assertThat(page())
        .contains("biased MMD², α = 1; floor 0.0130</th>", "matched W2²; floor 5.43</th>")
        .contains("<td class=\"number\">0.0138</td>")
        .contains("<td class=\"number muted\">0.0131 = floor</td>")
        // The perfect model is at the floor too, and so is noise: the kernel sees nothing.
        .contains("<td class=\"number muted\">0.0130 = floor</td>");
  }

  @Test
  void aSetSaysEverythingOfASolverInOneLine() throws IOException {
    TabularRun run = new TabularRun(temp);
    run.write("a", "otp", 0.02, FAR_FROM_FLOOR);
    run.writeSkipped("a", "w2gn", "it declines <all> tables");
    String html = page();
    String line = html.substring(html.indexOf("<h3>a:"));
    line = line.substring(line.indexOf("<th scope=\"row\">otp"));

    assertThat(
            Stream.of(line.substring(0, line.indexOf("</tr>")).split("</td>|</th>"))
                .map(cell -> cell.replaceAll("<[^>]*>", "").strip()))
        .containsExactly(
            "otp",
            "0.02000 ±0.00040",
            "0.0200",
            "0.321",
            "0.0432",
            "7.65",
            "2.22",
            "",
            "4,321",
            "3.25",
            "210",
            "",
            "");
    assertThat(html).contains("skipped: it declines &lt;all&gt; tables</td>");
    assertThat(html.substring(0, html.indexOf("<script type=")))
        .doesNotContain("All metrics", "mmd_u@median_noise_sd");
  }

  @Test
  void figuresShowRowsAlongTwoPairsOfAxesAndColumnsAndScores() throws IOException {
    TabularRun run = new TabularRun(temp);
    run.write("a", "linear", 0.02, FAR_FROM_FLOOR);
    run.write("a", "otp", 0.004, FAR_FROM_FLOOR);
    List<Figure> figures = figures(List.of());

    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly(
            "rows-uci-a",
            "rows-uci-a-2",
            "columns-uci-a",
            "mmd-u-median-uci",
            "convergence-uci-a",
            "cost-seconds-uci",
            "cost-memory-uci",
            "cost-parameters-uci");
    assertThat(figures.get(0).caption())
        .contains("100 generated rows of each solver", "principal axis 1", "up principal axis 2");
    assertThat(figures.get(1).caption()).contains("principal axis 3", "up principal axis 4");
    assertThat(figures.get(2).caption()).contains("6 of 6 columns");
    figures.get(0).writeTo(temp);
    assertThat(Files.size(temp.resolve("rows-uci-a.png"))).isLessThan(100 * 1024);
  }

  @Test
  void namedColumnsTakeThePlaceOfPrincipalAxesWhereATableHasThem() throws IOException {
    new TabularRun(temp).write("a", "otp", 0.004, FAR_FROM_FLOOR);

    assertThat(figures(List.of("skewed", "flat")))
        .filteredOn(figure -> figure.kind() == Figure.Kind.ROWS)
        .singleElement()
        .satisfies(
            figure -> assertThat(figure.caption()).contains("across skewed, up flat. All panels"));
    assertThat(figures(List.of("skewed", "none")).get(0).caption()).contains("principal axis 1");
  }

  @Test
  void anOldRunWithoutRowsStillHasItsReport() throws IOException {
    new TabularRun(temp).write("a", "otp", 0.004, FAR_FROM_FLOOR);
    try (var files = Files.walk(temp.resolve("rows"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }

    assertThat(page()).contains("otp has the lowest MMD²").doesNotContain("Generated rows</h2>");
  }

  @Test
  void malformedRowsStopTheReport() throws IOException {
    new TabularRun(temp).write("a", "otp", 0.004, FAR_FROM_FLOOR);
    try (var files = Files.walk(temp.resolve("rows"))) {
      Path file = files.filter(it -> it.endsWith("uci_a_otp_c1_seed1.csv.gz")).findFirst().get();
      Files.writeString(file, "plain text");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ReportWriter.write(temp))
          .withMessageStartingWith(file + " must be rows in gzip, it is not");
    }
  }

  @Test
  void awkwardNamesAreText() throws IOException {
    new TabularRun(temp).write("<b>&wine", "<i>mine", 0.004, FAR_FROM_FLOOR);

    assertThat(page()).contains("&lt;b>&amp;wine").doesNotContain("<b>&", "<i>mine");
  }

  @Test
  void sizesOfPublishedModelsStandBesideOursAndTheirScoresAreNotMadeUp() throws IOException {
    new TabularRun(temp).write("miniboone-subset", "otp", 0.004, FAR_FROM_FLOOR);
    String html = page();
    String table = html.substring(html.indexOf("Published models</h2>"));

    assertThat(table.replaceAll("\\s+", " "))
        .contains("OT-Flow</th> <td class=\"number\">18K</td> <td class=\"number\">127K</td>")
        .contains(
            "not recovered", "ours: otp", "4,321", "8.25K", "6.7M", "arXiv:2605.10792v2 Table 2");
  }

  @Test
  void scoresByThePublishedProtocolStandBesideThePublishedOnesWithTheProtocol() throws IOException {
    TabularRun run = new TabularRun(temp);
    run.writePublished("power", "implicit", 1, 0.0016);
    run.writePublished("power", "implicit", 2, 0.0026);
    run.writePublished("power", "otp", 1, 0.000603);
    run.writePublished("power-subset", "implicit", 1, 0.0036);
    String html = page();
    String table = html.substring(html.indexOf("<h2>MMD² by the published protocol</h2>"));
    table = table.substring(0, table.indexOf("</section>"));

    assertThat(table.substring(0, table.indexOf("</tbody>")).split("<tr>"))
        .extracting(line -> line.replaceAll("\\s+", " ").replaceAll("( ?<[^>]*> ?)+", "|"))
        .contains(
            "|implicit|power|0.00210 [0.00160, 0.00260]|2|0.000600|0.00150 [0.00100, 0.00200]|not"
                + " recovered|",
            "|otp|power|0.000603 = floor|1|0.000600|3.00e-06|",
            "|implicit|power-subset|0.00360|1|0.000600|0.00300|");
    assertThat(table)
        .contains("one draw of 100,000 generated rows against all test rows")
        .containsOnlyOnce(
            "Published: FFJORD, RNODE, OT-Flow, NCF, Implicit: arXiv:2605.10792v2 Table 2.")
        .doesNotContain("FFJORD</th>");
  }

  @Test
  void withoutTheirProtocolNothingIsHeldAgainstPublishedScores() throws IOException {
    new TabularRun(temp).write("power", "implicit", 0.004, FAR_FROM_FLOOR);

    assertThat(page()).doesNotContain("published protocol</h2>");
  }

  private String page() throws IOException {
    return Files.readString(ReportWriter.write(temp));
  }

  private List<Figure> figures(List<String> axes) throws IOException {
    Results results = Results.read(temp);
    return Figures.of(
        results,
        new Figures.Drawn(
            new PointClouds(Map.of()), TableSamples.read(new RunFolder(temp), results)),
        PublishedValues.load(),
        axes);
  }
}
