package io.otbench.reports.paper;

import io.otbench.reports.tables.MarkdownText;
import java.util.List;
import java.util.stream.Collectors;

/** A paper view as Markdown with pipe tables. */
final class PaperMarkdown {

  private PaperMarkdown() {}

  static String render(PaperView view) {
    StringBuilder text =
        new StringBuilder("## ")
            .append(MarkdownText.of(view.heading()))
            .append("\n\n")
            .append(MarkdownText.of(view.legend()))
            .append("\n\n");
    PaperGrids.of(view).forEach(grid -> text.append(grid.toMarkdown()).append('\n'));
    List<String> footnotes = view.footnotes();
    for (int i = 0; i < footnotes.size(); i++) {
      text.append(i + 1).append(". ").append(MarkdownText.of(footnotes.get(i))).append('\n');
    }
    text.append(
        view.lost().stream().map(MarkdownText::of).collect(Collectors.joining("\n\n", "\n", "\n")));
    return text.toString();
  }
}
