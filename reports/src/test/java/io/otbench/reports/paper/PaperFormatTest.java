package io.otbench.reports.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.TestTool;
import io.otbench.reports.published.Difference;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperFormatTest {
  private static final PaperView VIEW =
      PaperView.of(
          "gaussian",
          List.of(
              Published.row(Published.AWKWARD, "a", 1, 0.1),
              Published.row(Published.AWKWARD, "a", 2, 0.11),
              Published.row(Published.AWKWARD, "a", 3, 0.09),
              Published.row(Published.AWKWARD, "a", 4, 0.105),
              Published.row(Published.AWKWARD, "a", 5, 0.095),
              Published.row(Published.AWKWARD, "a", 6, 0.1),
              Published.row(
                  Published.AWKWARD,
                  "a",
                  7,
                  ResultRow.STATUS,
                  OptionalDouble.empty(),
                  CellStatus.OUT_OF_MEMORY)),
          Published.values(
              Published.value(
                  Published.AWKWARD,
                  Published.AWKWARD,
                  "uvp_forward",
                  "0.20",
                  List.of(new Difference(Difference.Leaves.VERDICT, Published.AWKWARD))),
              Published.value("[bracket]", "", "uvp_forward", "<1", List.of()),
              Published.value("Lost", "", "uvp_backward", "", List.of())));

  @TempDir private Path folder;

  @Test
  void namesAreTextInHtml() {
    String html = PaperFormat.HTML.render(VIEW);

    assertThat(html)
        .contains(
            "<th scope=\"row\">&lt;script&gt;\"a\", 'b'&lt;/script&gt; x_y &amp; 50% $1 #2 {3} ~^\\ |p| `q`"
                + " [r] *s* --t &#937;&#960;&#8217;&#233;&#20013;</th>")
        .contains("<td>0.100, 1 out_of_memory</td>", "<td>better</td>", "<td>&lt;1</td>")
        .doesNotContain("<script", "& ")
        .matches(text -> text.chars().allMatch(c -> c < 128));
  }

  @Test
  void namesAreTextInMarkdown() {
    String markdown = PaperFormat.MARKDOWN.render(VIEW);
    List<String> table = markdown.lines().filter(line -> line.startsWith("|")).toList();

    assertThat(markdown)
        .contains(
            "&lt;script>\"a\", 'b'&lt;/script> x\\_y &amp; 50% \\$1 \\#2 {3} \\~^\\\\ \\|p\\| \\`q\\`"
                + " \\[r\\] \\*s\\* --t Ωπ’é中")
        .doesNotContain("<script");
    assertThat(table)
        .hasSize(2 + 3)
        .allSatisfy(line -> assertThat(line.split("(?<!\\\\)\\|", -1)).hasSize(11 + 2));
    assertThat(table.get(2)).contains("| 0.20 |", "| 6 |", "| 0.50 |", "| better |");
  }

  @Test
  void namesAreTextInCsv() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(new StringReader(PaperFormat.CSV.render(VIEW)))) {
      List<CSVRecord> records = parser.getRecords();

      assertThat(records).hasSize(3).allSatisfy(r -> assertThat(r.isConsistent()).isTrue());
      CSVRecord first = records.get(0);
      assertThat(first.get("method")).isEqualTo(Published.AWKWARD);
      assertThat(first.get("solver")).isEqualTo(Published.AWKWARD);
      assertThat(first.get("notes"))
          .isEqualTo(
              Published.AWKWARD
                  + "; the verdict rests on 6 of 7 seeds: the others did not end well");
      assertThat(first.get("paper")).isEqualTo("0.20");
      assertThat(Double.parseDouble(first.get("ours_mean"))).isBetween(0.0999999, 0.1000001);
      assertThat(Double.parseDouble(first.get("ours_low"))).isBetween(0.09, 0.1);
      assertThat(Double.parseDouble(first.get("ratio"))).isBetween(0.4999999, 0.5000001);
      assertThat(first.get("verdict")).isEqualTo("better");
      assertThat(first.get("not_ok")).isEqualTo("1 out_of_memory");
      assertThat(records.get(1).get("qualifier") + records.get(1).get("paper")).isEqualTo("<1");
      assertThat(records.get(2).get("paper")).isEmpty();
      assertThat(records.get(2).get("n")).isEqualTo("0");
    }
  }

  @Test
  void theCsvTellsTheVariantsOfASweepApart() throws IOException {
    PaperView view =
        PaperView.of(
            "gaussian",
            List.of(
                Published.variant("a", "batchSize=64", 0.1),
                Published.variant("b", "batchSize=256", 0.2)),
            Published.values(Published.value("0.20")));

    assertThat(records(view))
        .extracting(line -> line.get("config") + " " + line.get("variant"))
        .containsExactly("a batchSize=64", "b batchSize=256");
  }

  @Test
  void theCsvSaysWhatTheIntervalIs() throws IOException {
    assertThat(confidence(0.10)).isEmpty();
    assertThat(confidence(0.10, 0.12, 0.11)).isEqualTo("0.75");
    assertThat(confidence(0.10, 0.12, 0.11, 0.13, 0.14)).isEqualTo("0.9375");
    assertThat(confidence(0.10, 0.12, 0.11, 0.13, 0.14, 0.15)).isEqualTo("0.95");
  }

  private static String confidence(double... ours) throws IOException {
    PaperView view =
        PaperView.of(
            "gaussian",
            IntStream.range(0, ours.length)
                .mapToObj(i -> Published.row("solver", "a", i + 1, ours[i]))
                .toList(),
            Published.values(Published.value("0.20")));
    return records(view).get(0).get("confidence");
  }

  private static List<CSVRecord> records(PaperView view) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(new StringReader(PaperFormat.CSV.render(view)))) {
      return parser.getRecords();
    }
  }

  @Test
  void namesAreTextInLatex() {
    String latex = PaperFormat.LATEX.render(VIEW);

    assertThat(latex)
        .startsWith("\\documentclass")
        .endsWith("\\end{document}\n")
        .contains(
            "\\textless{}script\\textgreater{}\\textquotedbl{}a\\textquotedbl{},",
            "x\\_y \\& 50\\% \\$1 \\#2 \\{3\\} \\textasciitilde{}\\textasciicircum{}\\textbackslash{}",
            "\\textbar{}p\\textbar{} \\textasciigrave{}q\\textasciigrave{} [r] *s* -{}-{}t",
            "\\ensuremath{\\Omega}\\ensuremath{\\pi}\\textquoteright{}éU+4E2D",
            "\\usepackage{booktabs}");
    List<String> rows =
        latex.lines().filter(line -> line.startsWith("{}") && line.endsWith(" \\\\")).toList();
    assertThat(rows)
        .hasSize(1 + 3)
        .allSatisfy(row -> assertThat(row.split("(?<!\\\\)&", -1)).hasSize(11));
    assertThat(latex).contains("\\begin{longtable}{lllrlrrrrll}");
    assertThat(depths(latex)).allMatch(depth -> depth >= 0).last().isEqualTo(0);
    for (String rule : List.of("\\toprule", "\\midrule", "\\bottomrule")) {
      assertThat(latex).containsOnlyOnce(rule);
    }
  }

  /** How many braces are open after each of them. */
  private static List<Integer> depths(String latex) {
    String braces = latex.replaceAll("\\\\[{}]", "").replaceAll("[^{}]", "");
    int[] depths = braces.chars().map(c -> c == '{' ? 1 : -1).toArray();
    Arrays.parallelPrefix(depths, Integer::sum);
    return Arrays.stream(depths).boxed().toList();
  }

  @Test
  void theLatexDocumentCompilesWherePdflatexIs() throws IOException, InterruptedException {
    TestTool.needs(
        Files.exists(Path.of("/usr/bin/pdflatex")), "LaTeX compiles where there is pdflatex");
    Files.writeString(folder.resolve("paper.tex"), PaperFormat.LATEX.render(VIEW));
    Process compiler =
        new ProcessBuilder(
                "/usr/bin/pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();

    assertThat(compiler.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(compiler.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
    assertThat(folder.resolve("paper.pdf")).isNotEmptyFile();
  }

  @Test
  void aRunWithoutSeedsToTellHasNoInterval() {
    PaperView one =
        PaperView.of(
            "gaussian",
            List.of(Published.row("solver", "a", 1, 0.1)),
            Published.values(Published.value("0.20")));

    assertThat(PaperFormat.MARKDOWN.render(one))
        .contains("| 0.20 | solver | 0.100 |  | 1 | 0.5 | cannot tell | 1 |");
  }
}
