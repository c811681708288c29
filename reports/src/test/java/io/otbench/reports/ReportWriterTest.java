package io.otbench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.otbench.reports.results.CellStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportWriterTest {
  private static final Pattern IMAGE =
      Pattern.compile("<div class=\"card\"[^>]*><img src=\"([^\"]*)\"");

  @TempDir Path temp;

  @Test
  void pageSaysWhatTheRowsSay() throws IOException {
    Path report = ReportWriter.write(copy("three-seeds"));
    String html = Files.readString(report);

    assertThat(report).isEqualTo(temp.resolve("report.html"));
    assertThat(html)
        .contains(
            "54 cells of 6 solvers on 3 problems with 3 seeds: 50 ok, 1 diverged, 3 out_of_memory.")
        .contains(
            "gaussian-2: implicit has the lowest forward UVP of the trained solvers, 0.0192 [0.0165, 0.0212] %"
                + " (n = 3), 13 times the linear reference, 1.5 times the published 0.013.")
        .contains("other covariances: eigenvalues 1/4 to 4; the protocol differs")
        .contains("loss is not finite at step 812")
        .contains("05175d2f3a, with uncommitted changes")
        .contains("mvn -q exec:java -Dexec.args=\"run gaussian --profile quick --seeds 3\"<")
        .contains("arXiv:2605.10792v2 Table 1");
  }

  @Test
  void namesAreTextNotMarkup() throws IOException {
    String html = Files.readString(ReportWriter.write(copy("three-seeds")));

    assertThat(html)
        .contains("&lt;script&gt;alert(", "\\u003cscript\\u003ealert(")
        .doesNotContain("<script>alert", "<0.1>");
  }

  @Test
  void pageNeedsNoNetworkAndNoOtherFile() throws IOException {
    String html = Files.readString(ReportWriter.write(copy("three-seeds")));

    assertThat(html)
        .contains("default-src 'none'")
        .doesNotContain("<link", "@import", "src=\"http");
    Matcher images = IMAGE.matcher(html);
    int count = 0;
    while (images.find()) {
      String prefix = "data:image/png;base64,";
      assertThat(images.group(1)).startsWith(prefix);
      byte[] png = Base64.getDecoder().decode(images.group(1).substring(prefix.length()));
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1720);
      count++;
    }
    assertThat(count).isEqualTo(8);
    assertThat(temp.resolve("charts")).isDirectoryContaining("glob:**/uvp-forward-gaussian.svg");
    assertThat(temp.resolve("charts")).isDirectoryContaining("glob:**/uvp-forward-gaussian.png");
  }

  @Test
  void everyStatusIsALineOfTheTableOfCells() throws IOException {
    List<String> problems = IntStream.range(0, 7).mapToObj(i -> "matrix-" + i).toList();
    new MatrixRun(temp, List.of("linear", "unlucky"), problems, 1).write();
    String html = Files.readString(ReportWriter.write(temp));

    for (CellStatus status : CellStatus.values()) {
      assertThat(html).contains(">" + status.text() + "</td>");
    }
    assertThat(html)
        .contains("why \"it\" ended, &lt;i&gt;at step 3&lt;/i&gt; &amp; no later: Ωπ’s</td>");
  }

  @Test
  void singleSolverAndEmptyRunHaveAPage() throws IOException {
    new MatrixRun(temp.resolve("one"), List.of("mine"), List.of("matrix-2"), 1).write();
    assertThat(Files.readString(ReportWriter.write(temp.resolve("one"))))
        .contains("No winner can be named on matrix-2: no other trained solver has numbers.");

    new MatrixRun(temp.resolve("none"), List.of(), List.of(), 1).write();
    assertThat(Files.readString(ReportWriter.write(temp.resolve("none"))))
        .contains(
            "No cell of the run has finished yet.", "otbench run \"&lt;a&amp;b&gt;\" --seeds 1")
        .doesNotContain("id=\"cells\"", "id=\"charts\"", "<h2>All metrics</h2>")
        .doesNotContain("#not-ok", "Every cell has numbers.");
  }

  @Test
  void rowsAloneAreEnough() throws IOException {
    copy("one-seed");
    Files.delete(temp.resolve("curves.csv"));

    String html = Files.readString(ReportWriter.write(temp));

    assertThat(html)
        .contains("Every cell has numbers.")
        .doesNotContain(
            "<h2>Environment</h2>", "Repeat this run", "Accuracy against training time");
    assertThat(temp.resolve("report.html.new")).doesNotExist();
  }

  @Test
  void pageOfARunThatIsStillGoingSaysWhatIsMissing() throws IOException {
    copy("three-seeds");
    Path rows = temp.resolve("results.csv");
    String remark = "Not every cell is in this page: the run is still going or was killed.";
    assertThat(Files.readString(ReportWriter.write(temp))).doesNotContain(remark);
    String text = Files.readString(rows);
    Files.writeString(rows, text.substring(0, text.length() - 5));

    assertThat(Files.readString(ReportWriter.write(temp)))
        .contains("53 cells of 6 solvers")
        .contains(remark + " " + rows + " line 200: the line must be whole, it is torn.");
  }

  @Test
  void pageOfARunThatWasInterruptedBetweenCellsSaysSoFirst() throws IOException {
    new MatrixRun(temp, List.of("linear", "mine", "unlucky"), List.of("one"), 2).write();
    String html = Files.readString(ReportWriter.write(temp));
    assertThat(html).doesNotContain("Everything here is of the cells that are there");
    Files.writeString(
        temp.resolve("state.json"),
        "{\"cells\":91,\"completeBefore\":60,\"lastNumber\":0,\"phase\":\"INTERRUPTED\"}");

    html = Files.readString(ReportWriter.write(temp));
    assertThat(html)
        .containsPattern(
            "<ul class=\"headline\">\\s*<li>66 of 91 cells: the run was interrupted. Everything here"
                + " is of the cells that are there.</li>\\s*<li>");
  }

  @ParameterizedTest
  @MethodSource("io.otbench.reports.CutCurves#all")
  void pageSaysThatTheCurvesWereCut(CutCurves cut) throws IOException {
    copy("three-seeds");
    Path curves = temp.resolve("curves.csv");
    String remark = "Not every curve in this page is whole: ";
    assertThat(Files.readString(ReportWriter.write(temp))).doesNotContain(remark);
    cut.write(curves);

    assertThat(Files.readString(ReportWriter.write(temp)))
        .contains("54 cells of 6 solvers")
        .contains(remark + curves + cut.reason() + ".");
  }

  @Test
  void skippedCellIsNoFailure() throws IOException {
    copy("three-seeds");
    Path rows = temp.resolve("results.csv");
    Files.writeString(
        rows,
        Files.readString(rows).replaceAll("out_of_memory,\"[^\"]*\",", "skipped,one to many,"));

    String html = Files.readString(ReportWriter.write(temp));

    assertThat(html)
        .contains("50 ok, 3 skipped, 1 diverged.")
        .contains("<td class=\"muted\">skipped</td><td class=\"message\">one to many</td>")
        .contains("<td class=\"bad\">diverged</td>");
  }

  @Test
  void remarksOfOkCellsAreListedOncePerSentence() throws IOException {
    copy("one-seed");
    Path rows = temp.resolve("results.csv");
    assertThat(Files.readString(ReportWriter.write(temp))).doesNotContain("<h2>Remarks</h2>");
    Files.writeString(rows, Files.readString(rows).replace(",ok,,", ",ok,\"small, but <fine>\","));

    String html = Files.readString(ReportWriter.write(temp));

    assertThat(html)
        .contains("<h2>Remarks</h2>")
        .containsOnlyOnce("gaussian-2, identity, seed 0: small, but &lt;fine&gt;");
  }

  @Test
  void folderThatIsNoRunIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportWriter.write(temp))
        .withMessage(
            "a report needs the rows of a run, there is no " + temp.resolve("results.csv"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportWriter.write(temp.resolve("nowhere")))
        .withMessageContaining("must exist");
  }

  @Test
  void allCellsMayHaveFailed() throws IOException {
    copy("three-seeds");
    List<String> lines = Files.readAllLines(temp.resolve("results.csv"));
    List<String> failed =
        lines.stream()
            .filter(line -> line.startsWith("run,") || line.contains(",out_of_memory,"))
            .toList();
    Files.write(temp.resolve("results.csv"), failed);

    assertThat(Files.readString(ReportWriter.write(temp)))
        .contains("3 cells of 1 solver on 1 problem with 3 seeds: 3 out_of_memory.");
  }

  private Path copy(String run) throws IOException {
    try (var files = Files.list(Runs.folder(run))) {
      for (Path file : files.toList()) {
        Files.copy(file, temp.resolve(file.getFileName().toString()));
      }
    }
    return temp;
  }
}
