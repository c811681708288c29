package io.otbench.benchmarks.run;

import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.PaperWriter;
import io.otbench.reports.paper.PaperFormat;
import io.otbench.reports.published.PublishedValues;
import java.awt.AWTError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Published numbers beside those of a finished or stopped run, as tables and figures. */
public final class PaperReport {

  private PaperReport() {}

  /**
   * Writes the tables and figures of a benchmark into a run folder and prints their paths.
   *
   * @param formats names of the formats of the tables; all of them if empty
   * @throws UsageException when the folder does not hold a run of the benchmark, nothing is
   *     published for the benchmark or a format is not known
   * @throws RunFailedException when a file cannot be written
   */
  public static void write(
      Path runFolder, String benchmark, List<String> formats, PrintStream out) {
    List<String> known = PublishedValues.load().benchmarks();
    if (!known.contains(benchmark)) {
      throw new UsageException(
          NearestName.message("benchmark with published values", benchmark, "in --paper", known));
    }
    List<PaperFormat> asked =
        formats.isEmpty()
            ? List.of(PaperFormat.values())
            : formats.stream().distinct().map(PaperReport::format).toList();
    try {
      PaperWriter.write(runFolder, benchmark, asked)
          .forEach(file -> out.println("paper: " + file.toAbsolutePath().normalize()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (LinkageError | AWTError | InternalError e) {
      throw new RunFailedException(
          "cannot draw the figures of %s: %s; the rows are kept".formatted(runFolder, e), e);
    } catch (IOException e) {
      throw new RunFailedException(
          "cannot write the paper tables of %s: %s".formatted(runFolder, e), e);
    }
  }

  private static PaperFormat format(String name) {
    return Arrays.stream(PaperFormat.values())
        .filter(format -> format.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    NearestName.message(
                        "format",
                        name,
                        "in --format",
                        Arrays.stream(PaperFormat.values()).map(PaperFormat::text).toList())));
  }
}
