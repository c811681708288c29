package io.otbench.reports.regression;

import static io.otbench.reports.regression.SimulatedRun.ended;
import static io.otbench.reports.regression.SimulatedRun.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.Runs;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ComparisonTextTest {

  private static RunComparison comparison(double value) {
    List<ResultRow> before =
        List.of(
            row("identity", "p", 1, "uvp_forward", 5, 1, 200),
            row(Runs.AWKWARD, "p|q", 1, "uvp_forward", 1, 1, 200),
            row("w2gn", "p", 1, "uvp_forward", 1, 1, 200));
    List<ResultRow> after = new ArrayList<>(before.subList(0, 1));
    after.add(row(Runs.AWKWARD, "p|q", 1, "uvp_forward", value, 1, 200));
    after.add(
        value > 1
            ? ended("w2gn", "p", 1, CellStatus.FAILED, "broken \u0000 <b>pipe</b> & [x](y) $1$")
            : before.get(2));
    return RunComparison.of(
        SimulatedRun.of(before), SimulatedRun.of(after), Selection.ALL, Limits.DEFAULT, false);
  }

  @Test
  void markdownShowsWhatGotWorseAndEscapesNames() {
    assertThat(MarkdownSummary.of(comparison(3)))
        .startsWith("## Worse than the baseline\n\nrun against run: 2 regressions, ")
        .contains("### Regressions", "### Lost", "### Notes")
        .contains(
            "| p\\|q | &lt;script>alert(\"x\")&lt;/script>, Ωπ’s | uvp\\_forward | 1.00 | 3.00 | 3.00"
                + " | 1 / 1 | too few seeds")
        .contains("| p | w2gn | seed 1 was ok, is failed: broken")
        .contains("&lt;b>pipe&lt;/b> &amp; \\[x\\](y) \\$1\\$ |")
        .doesNotContain("<script>")
        .endsWith("\n");
  }

  @Test
  void markdownOfEqualRunsIsShort() {
    assertThat(MarkdownSummary.of(comparison(1)))
        .startsWith("## No regression\n")
        .doesNotContain("### Regressions", "| problem |");
  }

  @Test
  void junitHasATestPerNumberAndPerCellThatChanged() throws Exception {
    Document document = parse(JUnitXml.of(comparison(3)));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    NodeList failures = document.getElementsByTagName("failure");

    assertThat(suite.getAttribute("name")).isEqualTo("compare gaussian");
    assertThat(suite.getAttribute("tests"))
        .isEqualTo(String.valueOf(document.getElementsByTagName("testcase").getLength()));
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(failures.getLength()).isEqualTo(2);
    Element first = (Element) failures.item(0).getParentNode();
    assertThat(first.getAttribute("classname")).isEqualTo("gaussian.p|q");
    assertThat(first.getAttribute("name")).isEqualTo(Runs.AWKWARD + " uvp_forward");
    assertThat(((Element) failures.item(1)).getAttribute("message")).contains("broken \uFFFD <b>");
  }

  @Test
  void junitOfEqualRunsHasNoFailure() throws Exception {
    Document document = parse(JUnitXml.of(comparison(1)));

    assertThat(document.getElementsByTagName("testcase").getLength()).isPositive();
    assertThat(document.getElementsByTagName("failure").getLength()).isZero();
  }

  private static Document parse(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
