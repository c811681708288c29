package io.otbench.reports;

import io.otbench.reports.charts.Figure;
import io.otbench.reports.charts.Figures;
import io.otbench.reports.html.HtmlReport;
import io.otbench.reports.html.ReportPage;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.Configurations;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunEnvironment;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.RunProgress;
import io.otbench.reports.results.TableSamples;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the report of a run from the rows in its folder; nothing is run again. */
public final class ReportWriter {

  private ReportWriter() {}

  /** Writes the report with rows of tables seen along their principal axes. */
  public static Path write(Path runFolder) throws IOException {
    return write(runFolder, List.of());
  }

  /**
   * Writes the figures to {@code charts/} and the page to {@code report.html}.
   *
   * @param axes columns by which rows of tables that have all of them are seen, two per figure;
   *     empty for principal axes
   * @return the page
   * @throws IllegalArgumentException if the folder does not exist, is not of a run or holds a
   *     malformed file
   */
  public static Path write(Path runFolder, List<String> axes) throws IOException {
    RunFolder folder = RunFolder.existing(runFolder);
    Results results = Results.read(runFolder);
    if (results.rows().isEmpty() && !Files.exists(folder.results())) {
      throw new IllegalArgumentException(
          "a report needs the rows of a run, there is no " + folder.results());
    }
    Optional<RunEnvironment> environment =
        Files.exists(folder.environment())
            ? Optional.of(RunEnvironment.read(folder.environment()))
            : Optional.empty();
    PublishedValues published = PublishedValues.load();
    List<Figure> figures =
        Figures.of(
            results,
            new Figures.Drawn(
                PointClouds.read(folder, results), TableSamples.read(folder, results)),
            published,
            axes);
    Files.createDirectories(folder.charts());
    for (Figure figure : figures) {
      figure.writeTo(folder.charts());
    }
    deleteEarlierCharts(folder.charts(), figures);
    ReportPage page =
        ReportPage.of(
            folder,
            results,
            RunProgress.read(folder, results),
            environment,
            Configurations.read(folder, results),
            figures,
            published);
    Path beside = folder.path().resolve("report.html.new");
    Files.writeString(beside, HtmlReport.render(page, figures));
    return Files.move(
        beside,
        folder.report(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** A figure that the rows no longer make must not stand beside those they do. */
  private static void deleteEarlierCharts(Path charts, List<Figure> figures) throws IOException {
    Set<String> names = figures.stream().map(Figure::name).collect(Collectors.toSet());
    try (DirectoryStream<Path> drawn = Files.newDirectoryStream(charts, "*.{png,svg}")) {
      for (Path chart : drawn) {
        String file = chart.getFileName().toString();
        if (!names.contains(file.substring(0, file.length() - ".png".length()))) {
          Files.delete(chart);
        }
      }
    }
  }
}
