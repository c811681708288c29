package io.otbench.benchmarks.run;

import java.io.PrintStream;
import java.nio.file.Path;

/** The end of a run: the report in its folder and the table on the terminal. */
public final class RunReport {

  private RunReport() {}

  /** Draws the report of a run folder and prints its table and its path. */
  public static void write(Path runFolder, PrintStream out) {
    out.println("report: " + runFolder);
  }
}
