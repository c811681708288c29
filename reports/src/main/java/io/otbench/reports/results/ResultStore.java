package io.otbench.reports.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The results.csv and curves.csv of a run folder, open for appending by the only process that
 * writes them. Whenever that process is killed, the next opening finds each cell whole or not at
 * all. The methods may be called from several threads.
 */
public final class ResultStore implements AutoCloseable {
  private final RunFolder folder;
  private final FileChannel lock;
  private final Set<CellKey> finished;
  private AppendFile results;
  private AppendFile curves;

  private ResultStore(RunFolder folder, FileChannel lock, Set<CellKey> finished)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.finished = finished;
    this.results = appendFile(folder.results());
    this.curves = appendFile(folder.curves());
  }

  /**
   * Opens a run folder, with files that hold only their headers if it is new. What a killed process
   * left half-written is removed from the files.
   *
   * @throws IllegalArgumentException if a file is malformed (names file, line and reason) or if
   *     another process has the folder open
   */
  public static ResultStore open(RunFolder folder) throws IOException {
    FileChannel lock = lock(folder);
    try {
      ResultFile results = ResultFile.read(folder.results());
      CurveFile curves = CurveFile.read(folder.curves(), results.blocks().keySet());
      if (results.dropped() || curves.dropped()) {
        rewrite(folder, results.blocks(), curves.points());
      }
      return new ResultStore(folder, lock, new LinkedHashSet<>(results.blocks().keySet()));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The cells that have all their rows, whatever their status. */
  public synchronized Set<CellKey> finished() {
    return Set.copyOf(finished);
  }

  /**
   * Adds one whole cell: its curve first, then its rows.
   *
   * @param rows at least one row, all of one cell that is not finished yet
   * @param curve the checkpoints of the same cell; may be empty
   * @throws IOException if the cell could not be written, such as on a full disk; the files are
   *     then as they were
   */
  public synchronized void append(List<ResultRow> rows, List<CurvePoint> curve) throws IOException {
    CellKey key = onlyKey(rows, curve);
    if (finished.contains(key)) {
      throw new IllegalArgumentException(
          "cell " + key + " must be removed before it is added again, it is finished");
    }
    long formerCurves = curves.length();
    curves.append(CurveFile.block(curve));
    try {
      results.append(ResultFile.block(rows));
    } catch (IOException e) {
      try {
        curves.cutTo(formerCurves);
      } catch (IOException cut) {
        e.addSuppressed(cut);
      }
      throw e;
    }
    finished.add(key);
  }

  /** Removes the rows and curves of these cells, so that they can be run and added again. */
  public synchronized void remove(Set<CellKey> keys) throws IOException {
    Map<CellKey, List<ResultRow>> blocks =
        new LinkedHashMap<>(ResultFile.read(folder.results()).blocks());
    blocks.keySet().removeAll(keys);
    CurveFile kept = CurveFile.read(folder.curves(), blocks.keySet());
    close(results, curves);
    rewrite(folder, blocks, kept.points());
    results = appendFile(folder.results());
    curves = appendFile(folder.curves());
    finished.removeAll(keys);
  }

  @Override
  public synchronized void close() throws IOException {
    close(results, curves, lock);
  }

  private static void close(Closeable... files) throws IOException {
    IOException failure = new IOException("files of a run folder could not be closed");
    for (Closeable file : files) {
      try {
        file.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  private static CellKey onlyKey(List<ResultRow> rows, List<CurvePoint> curve) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows of a cell must not be empty");
    }
    Set<CellKey> keys = rows.stream().map(ResultRow::key).collect(Collectors.toSet());
    curve.forEach(point -> keys.add(point.key()));
    if (keys.size() > 1) {
      throw new IllegalArgumentException("rows and curve must be of one cell, found " + keys);
    }
    return rows.get(0).key();
  }

  private static AppendFile appendFile(Path file) throws IOException {
    return new AppendFile(FileChannel.open(file, StandardOpenOption.WRITE));
  }

  /**
   * Rows are replaced before curves: a curve without rows is dropped on opening, not the reverse.
   */
  private static void rewrite(
      RunFolder folder, Map<CellKey, List<ResultRow>> blocks, List<CurvePoint> points)
      throws IOException {
    List<String> rows = new ArrayList<>(List.of(ResultFile.header()));
    blocks.values().forEach(block -> rows.add(ResultFile.block(block)));
    Path newResults = WholeFile.writeBeside(folder.results(), String.join("", rows));
    Path newCurves =
        WholeFile.writeBeside(folder.curves(), CurveFile.header() + CurveFile.block(points));
    WholeFile.move(newResults, folder.results());
    WholeFile.move(newCurves, folder.curves());
  }

  private static FileChannel lock(RunFolder folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.path().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IllegalArgumentException(
          "run folder "
              + folder.path()
              + " must be written by one process at a time, another one has it open");
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
