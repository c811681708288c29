package io.otbench.reports.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The points of the cells of a run that are ok and have kept some.
 *
 * @param byCell the points of each such cell
 */
public record PointClouds(Map<CellKey, PointCloud> byCell) {

  public PointClouds {
    byCell = Map.copyOf(byCell);
  }

  /**
   * Reads the files of the cells that are ok.
   *
   * @throws IllegalArgumentException if a file is malformed; names file, line and reason
   */
  public static PointClouds read(RunFolder folder, Results results) throws IOException {
    return read(folder, results.ok());
  }

  /**
   * Reads the files of cells. Names of files cannot be taken apart safely, so it is the cells that
   * say which files there may be.
   *
   * @param ok the cells that are ok
   * @throws IllegalArgumentException if a file is malformed; names file, line and reason
   */
  public static PointClouds read(RunFolder folder, Set<CellKey> ok) throws IOException {
    Map<CellKey, PointCloud> byCell = new HashMap<>();
    for (CellKey cell : ok) {
      Optional<Path> file = folder.pointFile(cell).filter(Files::isRegularFile);
      if (file.isPresent()) {
        byCell.put(cell, PointCloudFile.read(file.get()));
      }
    }
    return new PointClouds(byCell);
  }

  /**
   * Writes the points of a cell, whole or not at all; former ones are replaced. Nothing is written
   * if the names in its key do not make the name of a file.
   */
  public static void write(RunFolder folder, CellKey cell, PointCloud cloud) throws IOException {
    Optional<Path> file = folder.pointFile(cell);
    if (file.isPresent()) {
      Files.createDirectories(folder.points());
      WholeFile.write(file.get(), PointCloudFile.text(cloud));
    }
  }

  /** Removes the points of a cell, if it has kept some. */
  public static void remove(RunFolder folder, CellKey cell) throws IOException {
    Optional<Path> file = folder.pointFile(cell);
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  /** The points of a cell; none if it has kept none. */
  public Optional<PointCloud> of(CellKey cell) {
    return Optional.ofNullable(byCell.get(cell));
  }
}
