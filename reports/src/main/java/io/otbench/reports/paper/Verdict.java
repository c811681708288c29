package io.otbench.reports.paper;

import java.util.Locale;

/** How ours stands to a published number; of all metrics here lower is better. */
public enum Verdict {
  BETTER,
  SAME,
  WORSE,
  /** Ours has numbers or was tried, but they do not decide. */
  CANNOT_TELL,
  /** The run has no cell for the published row. */
  NOT_RUN;

  /** The word in tables, such as {@code cannot tell}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
