package io.otbench.reports.charts;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A drawn figure.
 *
 * @param kind what it shows, to put figures of a kind together
 * @param name file name without ending
 * @param caption what is seen, in words
 */
public record Figure(Kind kind, String name, String caption, Drawing drawing) {

  /** What a figure shows. */
  public enum Kind {
    MAPS,
    ROWS,
    COLUMNS,
    ACCURACY,
    CONVERGENCE,
    COST
  }

  /** Writes the files of the figure. */
  public void writeTo(Path folder) throws IOException {
    drawing.writeTo(folder, name);
  }
}
