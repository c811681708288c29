package io.otbench.reports.paper;

import java.util.Locale;
import java.util.function.Function;

/** What a paper view can be written as. */
public enum PaperFormat {
  /** Sections to put into a page; plain ASCII, so that the page may have any encoding. */
  HTML("html", PaperHtml::render),
  MARKDOWN("md", PaperMarkdown::render),
  /** A whole document for pdflatex with one long table per published table. */
  LATEX("tex", PaperLatex::render),
  /** One line per published row and configuration, with every digit. */
  CSV("csv", PaperCsv::render);

  private final String ending;
  private final Function<PaperView, String> renderer;

  PaperFormat(String ending, Function<PaperView, String> renderer) {
    this.ending = ending;
    this.renderer = renderer;
  }

  /** The word in commands, such as {@code latex}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The ending of file names, without a dot. */
  public String ending() {
    return ending;
  }

  /** The text of the file. */
  public String render(PaperView view) {
    return renderer.apply(view);
  }
}
