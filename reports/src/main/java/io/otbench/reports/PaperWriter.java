package io.otbench.reports;

import io.otbench.reports.charts.PaperFigure;
import io.otbench.reports.charts.PaperFigures;
import io.otbench.reports.paper.OurProtocol;
import io.otbench.reports.paper.PaperFormat;
import io.otbench.reports.paper.PaperView;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.RunProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes what a paper needs of a run, from the rows in its folder; nothing is run again. */
public final class PaperWriter {

  private PaperWriter() {}

  /**
   * Writes the tables of published numbers beside ours to {@code paper/} and the figures to {@code
   * figures/}. Tables and figures of the benchmark that an earlier report wrote and this one does
   * not are deleted.
   *
   * @return the files
   * @throws IllegalArgumentException if the folder does not exist, holds no rows of the benchmark
   *     or holds a malformed file or one that was cut; nothing is written then
   */
  public static List<Path> write(Path runFolder, String benchmark, Collection<PaperFormat> formats)
      throws IOException {
    RunFolder folder = RunFolder.existing(runFolder);
    Results results = Results.read(runFolder);
    Optional<String> cut = results.incomplete().or(results::cutCurves);
    if (cut.isPresent()) {
      throw new IllegalArgumentException(cut.get());
    }
    List<String> benchmarks =
        results.rows().stream().map(ResultRow::benchmark).distinct().sorted().toList();
    if (!benchmarks.contains(benchmark)) {
      throw new IllegalArgumentException(
          "a paper table of '%s' needs rows of it, %s has %s"
              .formatted(
                  benchmark,
                  folder.results(),
                  benchmarks.isEmpty() ? "none" : "those of " + String.join(", ", benchmarks)));
    }
    PublishedValues published = PublishedValues.load();
    PaperView view =
        PaperView.of(benchmark, results.rows(), published)
            .with(OurProtocol.read(folder, results))
            .withMissing(RunProgress.read(folder, results).flatMap(RunProgress::missing));
    List<Path> files = new ArrayList<>();
    Files.createDirectories(folder.paper());
    for (PaperFormat format : formats) {
      files.add(Files.writeString(table(folder, benchmark, format), format.render(view)));
    }
    for (PaperFormat other : PaperFormat.values()) {
      if (!formats.contains(other)) {
        Files.deleteIfExists(table(folder, benchmark, other));
      }
    }
    Files.createDirectories(folder.figures());
    List<PaperFigure> figures = PaperFigures.of(benchmark, results, published);
    for (PaperFigure figure : figures) {
      files.addAll(figure.writeTo(folder.figures()));
    }
    PaperFigures.deleteEarlier(folder.figures(), benchmark, figures, benchmarks);
    return files;
  }

  private static Path table(RunFolder folder, String benchmark, PaperFormat format) {
    return folder.paper().resolve(benchmark + "." + format.ending());
  }
}
