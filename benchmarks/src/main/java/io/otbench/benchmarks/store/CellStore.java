package io.otbench.benchmarks.store;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.otbench.benchmarks.cell.Json;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellRows;
import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.TableSample;
import io.otbench.reports.results.TableSamples;
import io.otbench.reports.results.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The finished cells of a run folder, open for writing by one process. Each cell is one file, moved
 * into place when it is whole and never changed; results.csv and curves.csv are made from these
 * files, after each cell and again on opening where they do not agree.
 */
public final class CellStore implements AutoCloseable {

  private final RunFolder folder;
  private final ResultStore views;
  private final Map<CellKey, CellHead> heads = new LinkedHashMap<>();
  private long lastForced;
  private boolean keptAside;
  private boolean closed;

  private CellStore(RunFolder folder, ResultStore views) {
    this.folder = folder;
    this.views = views;
  }

  /**
   * A folder to write cells to; it is made where it is missing.
   *
   * @throws IllegalArgumentException if it cannot be written to or holds something else than a run
   *     of ours; nothing is made, changed or deleted then
   */
  public static RunFolder folder(Path path) throws IOException {
    check(new RunFolder(path));
    return RunFolder.create(path);
  }

  /** Looks at the cells before anything is written: a folder may be named by mistake. */
  private static void check(RunFolder folder) throws IOException {
    boolean none = CellFiles.all(folder).isEmpty();
    Map<CellKey, String> stamps = Results.stamps(folder);
    // Where every file of a cell was deleted, every cell runs again.
    boolean deleted =
        Files.isDirectory(folder.cells()) && stamps.values().stream().allMatch(CellHead::isStamp);
    if (none && !stamps.isEmpty() && !deleted) {
      throw new IllegalArgumentException(
          "run folder %s holds rows without the files of their cells, as older versions wrote it;"
                  .formatted(folder.path())
              + " report still reads it, for a run name a new folder with --out");
    }
  }

  /**
   * Opens a run folder and repairs what a killed process left.
   *
   * @throws IllegalArgumentException if another process has the folder open, or if it holds
   *     something else than cells of ours
   */
  public static CellStore open(RunFolder folder) throws IOException {
    check(folder);
    ResultStore views = ResultStore.open(folder);
    try {
      CellStore store = new CellStore(folder, views);
      store.read();
      return store;
    } catch (IOException | RuntimeException e) {
      views.close();
      throw e;
    }
  }

  private void read() throws IOException {
    List<CellHead> all = CellFiles.all(folder);
    Files.createDirectories(folder.cells());
    Leftovers.delete(folder);
    List<CellHead> latest = CellFiles.latest(all);
    lastForced = ForcedCells.lastNumber(folder);
    latest.forEach(head -> heads.put(head.key(), head));
    for (CellHead head : all) {
      if (!head.equals(heads.get(head.key()))) {
        Files.deleteIfExists(CellFiles.path(folder, head));
      }
    }
    keptAside = heads.isEmpty() && !views.stamps().isEmpty();
    if (keptAside) {
      Files.copy(folder.results(), folder.resultsWithoutCells(), REPLACE_EXISTING);
      Files.copy(folder.curves(), folder.curvesWithoutCells(), REPLACE_EXISTING);
    }
    makeViews();
  }

  /**
   * Whether the folder had rows and not one file of a cell, so that the rows, which nothing else
   * tells any more, were copied to {@link RunFolder#resultsWithoutCells}.
   */
  public boolean keptAside() {
    return keptAside;
  }

  /** Makes results.csv and curves.csv anew where they do not show the files of the cells. */
  private void makeViews() throws IOException {
    Map<CellKey, String> stamps =
        heads.values().stream().collect(Collectors.toMap(CellHead::key, CellHead::stamp));
    if (!stamps.equals(views.stamps())) {
      List<CellRows> cells = new ArrayList<>();
      for (CellHead head : heads.values()) {
        cells.add(CellFiles.read(folder, head).rows(folder.name(), head.stamp()));
      }
      views.replaceAll(cells);
    }
  }

  /** The cells of the folder in the order in which they were written. */
  public synchronized Map<CellKey, CellHead> heads() {
    return new LinkedHashMap<>(heads);
  }

  /**
   * The highest number of a file, of one that was deleted since too as long as {@link ForcedCells}
   * tells by it which cells have run again; 0 where there is none.
   */
  public synchronized long lastNumber() {
    return heads.values().stream().mapToLong(CellHead::number).reduce(lastForced, Math::max);
  }

  /**
   * Takes cells that will run again out of results.csv and curves.csv, all at once: making these
   * files anew for each of many cells would take longer than the cells. Their own files stay until
   * they are replaced, and what was not replaced is shown again when this is closed.
   */
  public synchronized void withdraw(Set<CellKey> cells) throws IOException {
    Set<CellKey> shown = new HashSet<>(views.finished());
    shown.retainAll(cells);
    if (!shown.isEmpty()) {
      views.remove(shown);
    }
  }

  /**
   * Writes a finished cell; a former result of it is replaced. Its points and rows are written
   * first: a kill before its file is in place leaves them beside the former numbers, or without
   * any, until the cell has run again.
   *
   * @param cloud its points of the plane, if it has some
   * @param sample its generated rows of a table, if it has some
   * @throws IOException if it could not be written; the former numbers are kept then, perhaps with
   *     the new points or rows
   */
  public synchronized void put(
      CellRecord cell, Optional<PointCloud> cloud, Optional<TableSample> sample)
      throws IOException {
    CellHead head = CellHead.of(cell, lastNumber() + 1);
    Optional<CellHead> former = Optional.ofNullable(heads.get(head.key()));
    // Before the cell: one that is there has its points and its rows of a table.
    if (cloud.isPresent()) {
      PointClouds.write(folder, head.key(), cloud.get());
    }
    if (sample.isPresent()) {
      TableSamples.write(folder, head.key(), sample.get());
    }
    WholeFile.write(
        CellFiles.path(folder, head), Json.line(new CellFiles.Content(head, cell)) + "\n");
    heads.put(head.key(), head);
    if (cloud.isEmpty()) {
      PointClouds.remove(folder, head.key());
    }
    if (sample.isEmpty()) {
      TableSamples.remove(folder, head.key());
    }
    if (former.isPresent() && !former.get().fileName().equals(head.fileName())) {
      Files.deleteIfExists(CellFiles.path(folder, former.get()));
    }
    withdraw(Set.of(head.key()));
    views.append(cell.rows(folder.name(), head.stamp()));
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (views) {
      makeViews();
    }
  }
}
