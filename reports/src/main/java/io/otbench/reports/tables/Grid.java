package io.otbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of texts; the first column holds the names of the lines.
 *
 * @param notes sentences below the table
 */
public record Grid(
    String title, List<String> header, List<List<String>> lines, List<String> notes) {
  private static final int MAX_WIDTH = 110;
  private static final String GAP = "  ";

  /** Columns that do not fit the width follow below in a second table. */
  String toPlainText() {
    StringBuilder text = new StringBuilder(title).append('\n');
    int first = 1;
    while (first < header.size()) {
      int end = fitting(first);
      appendColumns(text, first, end);
      first = end;
    }
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  /** Markdown in which every text is text, whatever characters it has. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder("**").append(MarkdownText.of(title)).append("**\n\n");
    text.append(markdownLine(header));
    text.append("|---|").append("---:|".repeat(header.size() - 1)).append('\n');
    lines.forEach(line -> text.append(markdownLine(line)));
    text.append('\n');
    if (!notes.isEmpty()) {
      // A line break alone would make one paragraph of them.
      text.append(
          notes.stream().map(MarkdownText::of).collect(Collectors.joining("\n\n", "", "\n")));
    }
    return text.toString();
  }

  private int fitting(int first) {
    int width = width(0);
    int end = first;
    while (end < header.size()
        && (end == first || width + GAP.length() + width(end) <= MAX_WIDTH)) {
      width += GAP.length() + width(end);
      end++;
    }
    return end;
  }

  private void appendColumns(StringBuilder text, int first, int end) {
    List<List<String>> all = new ArrayList<>(List.of(header));
    all.addAll(lines);
    for (List<String> line : all) {
      if (line.subList(first, end).stream().allMatch(String::isEmpty)) {
        continue;
      }
      StringBuilder out = new StringBuilder(pad(line.get(0), width(0)));
      for (int i = first; i < end; i++) {
        out.append(GAP).append(pad(line.get(i), width(i)));
      }
      text.append(out.toString().stripTrailing()).append('\n');
    }
  }

  private int width(int column) {
    return IntStream.concat(
            IntStream.of(length(header.get(column))),
            lines.stream().mapToInt(line -> length(line.get(column))))
        .max()
        .orElse(0);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - length(text));
  }

  private static String markdownLine(List<String> cells) {
    return cells.stream().map(MarkdownText::of).collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
