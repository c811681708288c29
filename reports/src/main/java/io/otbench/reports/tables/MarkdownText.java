package io.otbench.reports.tables;

/** A text as Markdown of GitHub that shows it, whatever Markdown or HTML would make of it. */
public final class MarkdownText {

  private MarkdownText() {}

  /** The text; one that is indented stays so. */
  public static String of(String text) {
    String indent = text.startsWith(" ") ? "&emsp;" : "";
    return indent
        + text.strip()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replaceAll("([\\\\`*_\\[\\]|~$#@])", "\\\\$1");
  }
}
