package io.otbench.reports.paper;

import io.otbench.reports.tables.Grid;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A paper view as a LaTeX document for pdflatex, with tables that may break over pages and have the
 * rules of booktabs.
 */
final class PaperLatex {

  /** Columns of words; all others hold numbers, which stand to the right. */
  private static final List<String> WORDS =
      List.of("method", "problem", "metric", "solver", "verdict", "notes");

  private PaperLatex() {}

  static String render(PaperView view) {
    StringBuilder text =
        new StringBuilder(
            """
            \\documentclass[10pt]{article}
            \\usepackage[utf8]{inputenc}
            \\usepackage[T1]{fontenc}
            \\usepackage{textcomp}
            \\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}
            \\usepackage[landscape,margin=15mm]{geometry}
            \\usepackage{booktabs}
            \\usepackage{longtable}
            % All rows at once, so that columns are aligned after one run.
            \\setcounter{LTchunksize}{1000}
            \\begin{document}
            """);
    text.append("\\section*{").append(LatexText.of(view.heading())).append("}\n");
    text.append(LatexText.of(view.legend())).append("\n\n");
    PaperGrids.of(view).forEach(grid -> append(text, grid));
    appendList(text, "enumerate", view.footnotes());
    appendList(text, "itemize", view.lost());
    return text.append("\\end{document}\n").toString();
  }

  private static void append(StringBuilder text, Grid grid) {
    String columns =
        grid.header().stream()
            .map(name -> WORDS.contains(name) ? "l" : "r")
            .collect(Collectors.joining());
    text.append("\\subsection*{").append(LatexText.of(grid.title())).append("}\n");
    text.append("{\\footnotesize\n\\begin{longtable}{").append(columns).append("}\n\\toprule\n");
    text.append(row(grid.header())).append("\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n");
    grid.lines().forEach(line -> text.append(row(line)));
    text.append("\\end{longtable}}\n\n");
    grid.notes().forEach(note -> text.append(LatexText.of(note)).append("\n\n"));
  }

  /** A row that begins with a bracket would be read as an option of the row before: {} ends it. */
  private static String row(List<String> cells) {
    return cells.stream().map(LatexText::of).collect(Collectors.joining(" & ", "{}", " \\\\\n"));
  }

  private static void appendList(StringBuilder text, String environment, List<String> items) {
    if (!items.isEmpty()) {
      text.append("\\begin{").append(environment).append("}\n");
      items.forEach(item -> text.append("\\item {}").append(LatexText.of(item)).append('\n'));
      text.append("\\end{").append(environment).append("}\n\n");
    }
  }
}
