package io.otbench.reports.paper;

import io.otbench.reports.published.Paper;
import java.util.List;

/**
 * A table of a paper with ours beside it.
 *
 * @param name what the paper calls it
 */
public record PaperTable(Paper paper, String name, List<PaperLine> lines) {

  public PaperTable {
    lines = List.copyOf(lines);
  }

  /** The citation and the name of the table. */
  public String title() {
    return paper.citation() + ", " + name;
  }

  /** The one metric of all lines; empty if there are several. */
  public String metric() {
    List<String> metrics =
        lines.stream().map(line -> line.published().metric()).distinct().toList();
    return metrics.size() == 1 ? metrics.get(0) : "";
  }
}
