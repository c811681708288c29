package io.otbench.reports.regression;

import io.otbench.reports.tables.MarkdownText;
import io.otbench.reports.tables.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A comparison for a pull request, in GitHub's Markdown. */
public final class MarkdownSummary {

  private MarkdownSummary() {}

  /** The text, with a line break at its end. */
  public static String of(RunComparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append(
        comparison.hasRegression() ? "## Worse than the baseline\n\n" : "## No regression\n\n");
    text.append(MarkdownText.of(comparison.candidate()))
        .append(" against ")
        .append(MarkdownText.of(comparison.baseline()))
        .append(": ")
        .append(comparison.summary())
        .append(".\n");
    changes(text, "Regressions", comparison.with(Change.Outcome.REGRESSION));
    cells(text, "Lost", comparison.cellChanges().stream().filter(CellChange::regression).toList());
    changes(text, "Improvements", comparison.with(Change.Outcome.IMPROVEMENT));
    cells(
        text,
        "Other cells",
        comparison.cellChanges().stream().filter(change -> !change.regression()).toList());
    changes(text, "Not judged", comparison.with(Change.Outcome.NOT_JUDGED));
    if (!comparison.notes().isEmpty()) {
      text.append("\n### Notes\n\n");
      comparison
          .notes()
          .forEach(note -> text.append("- ").append(MarkdownText.of(note)).append('\n'));
    }
    return text.toString();
  }

  private static void changes(StringBuilder text, String title, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    text.append("\n### ").append(title).append("\n\n");
    text.append("| problem | solver | error | baseline | candidate | ratio | seeds | why |\n");
    text.append("|---|---|---|---:|---:|---:|---:|---|\n");
    for (Change change : changes) {
      line(
          text,
          change.place().problem(),
          change.place().solver(),
          change.metric(),
          Numbers.text(change.baseline()),
          Numbers.text(change.candidate()),
          ratio(change.ratio()),
          change.baselineSeeds() + " / " + change.candidateSeeds(),
          change.reason());
    }
  }

  private static void cells(StringBuilder text, String title, List<CellChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    text.append("\n### ").append(title).append("\n\n");
    text.append("| problem | solver | what |\n");
    text.append("|---|---|---|\n");
    for (CellChange change : changes) {
      line(text, change.place().problem(), change.place().solver(), change.text());
    }
  }

  private static String ratio(OptionalDouble ratio) {
    return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : "";
  }

  private static void line(StringBuilder text, String... cells) {
    for (String cell : cells) {
      text.append("| ").append(MarkdownText.of(cell)).append(' ');
    }
    text.append("|\n");
  }
}
