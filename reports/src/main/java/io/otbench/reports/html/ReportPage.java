package io.otbench.reports.html;

import static io.otbench.reports.statistics.MetricNames.RELATIVE_ERROR;
import static io.otbench.reports.statistics.MetricNames.TARGET_ERROR;
import static io.otbench.reports.statistics.MetricNames.UVP_BACKWARD;
import static io.otbench.reports.statistics.MetricNames.UVP_FORWARD;

import io.otbench.reports.charts.Figure;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.Configurations;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunEnvironment;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.RunProgress;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.TableScores;
import io.otbench.reports.tables.SummaryTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the report of a run says.
 *
 * @param title the name of the run
 * @param headline what is missing of the run, then who wins at what; empty if nothing is missing
 *     and no trained solver has numbers
 * @param summary sentences about the run and its best solvers
 * @param charts what is drawn by the script of the page
 * @param heatMaps every solver on every problem, one map per metric
 * @param cells all cells
 * @param comparisons tables of ours beside published values, floors and references
 * @param published what papers print for the problems of the run; may be absent
 * @param overviews of each benchmark of tables, the scores of all sets
 * @param sets of each table, everything that is said of it
 * @param publishedScores scores of tables by the protocol of the papers; may be absent
 * @param publishedModels sizes of published models of tables; may be absent
 * @param metrics tables of everything that was measured, one per problem; none of tables, which
 *     have too many references
 * @param notOk the rows of cells without numbers
 * @param remarks what solvers said about cells that are ok
 * @param environment name and value of each line about the machine; empty if unknown
 * @param command the command that repeats the run
 */
public record ReportPage(
    String title,
    List<String> headline,
    List<String> summary,
    String charts,
    List<HeatMap> heatMaps,
    CellTable cells,
    List<Section> sections,
    List<ComparisonTable> comparisons,
    Optional<TextTable> published,
    List<MarkedTable> overviews,
    List<MarkedTable> sets,
    Optional<MarkedTable> publishedScores,
    Optional<TextTable> publishedModels,
    List<TextTable> metrics,
    List<ResultRow> notOk,
    List<String> remarks,
    List<List<String>> environment,
    Optional<String> command) {
  private static final String TARGET_ID = "target-error";
  private static final List<String> UVP_IDS = List.of("forward", "backward");

  /** Whether there are intervals over seeds. */
  public boolean comparesSeeds() {
    return comparisons.stream().anyMatch(table -> !table.lines().isEmpty());
  }

  /** Whether a UVP must be explained. */
  public boolean judgesMaps() {
    return comparisons.stream()
        .anyMatch(table -> UVP_IDS.contains(table.id()) && !table.lines().isEmpty());
  }

  /** Whether a target error must be explained. */
  public boolean judgesTarget() {
    return comparisons.stream()
        .anyMatch(table -> table.id().equals(TARGET_ID) && !table.lines().isEmpty());
  }

  /** Figures of one kind under a heading. */
  public record Section(String id, String heading, List<Picture> pictures) {}

  /**
   * A figure in the page.
   *
   * @param width in CSS pixels
   * @param height in CSS pixels
   * @param file beside the page
   * @param data the picture as a data URI; empty if the page has no room for it
   */
  public record Picture(
      String name, String caption, int width, int height, String file, Optional<String> data) {
    static Picture of(Figure figure) {
      return new Picture(
          figure.name(),
          figure.caption(),
          figure.drawing().width(),
          figure.drawing().height(),
          "charts/" + figure.name() + ".png",
          Optional.empty());
    }

    Picture with(Map<String, String> data) {
      return new Picture(name, caption, width, height, file, Optional.ofNullable(data.get(name)));
    }
  }

  /**
   * The same page with pictures in it.
   *
   * @param data data URI by name of figure; a figure that is missing is a link to its file
   */
  ReportPage with(Map<String, String> data) {
    return new ReportPage(
        title,
        headline,
        summary,
        charts,
        heatMaps,
        cells,
        sections.stream()
            .map(
                section ->
                    new Section(
                        section.id(),
                        section.heading(),
                        section.pictures().stream().map(it -> it.with(data)).toList()))
            .toList(),
        comparisons,
        published,
        overviews,
        sets,
        publishedScores,
        publishedModels,
        metrics,
        notOk,
        remarks,
        environment,
        command);
  }

  /**
   * The page of a run, from its rows and what was drawn from them; pictures are links.
   *
   * @param folder of the run, as commands name it
   */
  public static ReportPage of(
      RunFolder folder,
      Results results,
      Optional<RunProgress> progress,
      Optional<RunEnvironment> environment,
      Configurations configurations,
      List<Figure> figures,
      PublishedValues published) {
    List<CellGroup> groups = CellGroup.of(results.rows());
    List<CellLine> cells = CellLine.of(groups);
    Optional<String> command = environment.map(RunEnvironment::commandLine);
    List<TableScores> sets = TableScores.of(groups);
    SummaryTable forward = SummaryTable.of(results.rows(), UVP_FORWARD, published);
    SummaryTable backward = SummaryTable.of(results.rows(), UVP_BACKWARD, published);
    SummaryTable relative = SummaryTable.of(results.rows(), RELATIVE_ERROR, published);
    SummaryTable target = SummaryTable.of(results.rows(), TARGET_ERROR, published);
    return new ReportPage(
        title(results),
        Stream.concat(progress.flatMap(RunProgress::missing).stream(), Headline.of(groups).stream())
            .toList(),
        Stream.concat(
                Summary.of(results, List.of(forward, relative, target)).stream(),
                TabularSummary.of(sets).stream())
            .toList(),
        ChartData.json(
            results,
            groups,
            cells,
            configurations,
            command,
            CellCommands.of(folder, cells, results.stamps())),
        HeatMap.of(groups),
        CellTable.of(cells),
        List.of(
            section("maps", "Maps", Figure.Kind.MAPS, figures),
            section("accuracy", "Accuracy", Figure.Kind.ACCURACY, figures),
            section(
                "convergence", "Accuracy against training time", Figure.Kind.CONVERGENCE, figures),
            section("rows", "Generated rows", Figure.Kind.ROWS, figures),
            section("columns", "Columns", Figure.Kind.COLUMNS, figures),
            section("cost", "Cost", Figure.Kind.COST, figures)),
        List.of(
            ComparisonTable.of("forward", "Forward map: UVP in percent", forward),
            ComparisonTable.of("backward", "Backward map: UVP in percent", backward),
            ComparisonTable.of("relative-error", title("Relative error", relative), relative),
            ComparisonTable.of(TARGET_ID, title("Target error", target), target)),
        PublishedMethods.of(groups, published),
        byBenchmark(sets).stream().map(TabularTables::overview).toList(),
        sets.stream().map(TabularTables::details).toList(),
        PublishedScoreTable.of(sets, published),
        PublishedModelTable.of(sets, published),
        MetricTables.of(
            groups.stream()
                .filter(group -> sets.stream().noneMatch(set -> set.groups().contains(group)))
                .toList()),
        results.rows().stream().filter(row -> row.status() != CellStatus.OK).toList(),
        Remarks.of(groups),
        environment.map(ReportPage::lines).orElse(List.of()),
        command);
  }

  private static String title(Results results) {
    return results.rows().isEmpty()
        ? "run without finished cells"
        : results.rows().stream().map(ResultRow::run).distinct().collect(Collectors.joining(", "));
  }

  private static Collection<List<TableScores>> byBenchmark(List<TableScores> sets) {
    return sets.stream()
        .collect(
            Collectors.groupingBy(TableScores::benchmark, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static String title(String name, SummaryTable table) {
    return table.unit().isEmpty() ? name : name + ", " + table.unit().replace('_', ' ');
  }

  private static Section section(
      String id, String heading, Figure.Kind kind, List<Figure> figures) {
    return new Section(
        id,
        heading,
        figures.stream().filter(figure -> figure.kind() == kind).map(Picture::of).toList());
  }

  private static String otherBuilds(RunEnvironment e) {
    return e.cellsOfOtherBuilds() == 0
        ? ""
        : "; not that of %d cells, which another build made".formatted(e.cellsOfOtherBuilds());
  }

  private static String otherMachines(RunEnvironment e) {
    return e.cellsOfOtherMachines() == 0
        ? ""
        : "; another kind of machine ran %d cells, whose times do not compare with the others"
            .formatted(e.cellsOfOtherMachines());
  }

  private static List<List<String>> lines(RunEnvironment e) {
    return List.of(
        List.of("started", e.started().toString()),
        List.of("otbench", e.suiteVersion()),
        List.of("commit", e.commit() + (e.dirty() ? ", with uncommitted changes" : "")),
        List.of("code fingerprint", e.codeFingerprint() + otherBuilds(e)),
        List.of("JDK", e.jdk() + ", " + e.jvm()),
        List.of("DJL", e.djl()),
        List.of("libtorch", e.libtorch()),
        List.of("operating system", e.os()),
        List.of("processor", e.cpuModel() + ", " + e.cores() + " cores" + otherMachines(e)),
        List.of("memory", e.memoryMib() + " MiB"),
        List.of("workers", e.workers() + ", threads each: " + e.threadsPerWorker()));
  }
}
