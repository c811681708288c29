package io.otbench.reports.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows and curves of the complete cells of a run, in the order in which they were written.
 *
 * @param rows every metric value, and one row of metric {@code status} per cell that is not ok
 * @param curves the checkpoints of these cells
 * @param stamps the stamp of each cell, see {@link CellRows}
 * @param incomplete file, line and reason where cells are left out because their rows are not
 *     whole, or how many cells of {@code cells/} have none: the run was killed or is still going
 * @param cutCurves file, line and reason where the file of the curves was cut
 */
public record Results(
    List<ResultRow> rows,
    List<CurvePoint> curves,
    Map<CellKey, String> stamps,
    Optional<String> incomplete,
    Optional<String> cutCurves) {

  public Results {
    rows = List.copyOf(rows);
    curves = List.copyOf(curves);
    stamps = Map.copyOf(stamps);
  }

  /** Those of a run whose rows are whole, without stamps. */
  public Results(List<ResultRow> rows, List<CurvePoint> curves) {
    this(rows, curves, Map.of(), Optional.empty(), Optional.empty());
  }

  /**
   * Reads a run folder without changing it; a run that is still going may be read.
   *
   * @throws IllegalArgumentException if there is no such folder, or if a file is malformed; names
   *     file, line and reason
   */
  public static Results read(Path runFolder) throws IOException {
    RunFolder folder = RunFolder.existing(runFolder);
    ResultFile results = ResultFile.read(folder.results());
    Optional<String> lacking = CellFolder.lacking(folder, results.blocks().keySet());
    CurveFile curves = CurveFile.read(folder.curves(), results.blocks().keySet());
    return new Results(
        results.blocks().values().stream().flatMap(List::stream).toList(),
        curves.points(),
        results.stamps(),
        results.firstIncomplete().or(() -> lacking),
        curves.cut());
  }

  /** The cells that are ok. */
  Set<CellKey> ok() {
    return rows.stream()
        .filter(row -> row.status() == CellStatus.OK)
        .map(ResultRow::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The stamp of each complete cell of a folder, without its curves; none where there is no run.
   *
   * @throws IllegalArgumentException if results.csv is malformed; names file, line and reason
   */
  public static Map<CellKey, String> stamps(RunFolder folder) throws IOException {
    return ResultFile.read(folder.results()).stamps();
  }
}
