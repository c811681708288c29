package io.otbench.reports.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final Map<CellKey, String> stamps;
  private AppendFile results;

  /** Opened and repaired when it is first written: it may be large and is often only looked at. */
  private Optional<AppendFile> curves = Optional.empty();

  private ResultStore(RunFolder folder, FileChannel lock, Map<CellKey, String> stamps)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.stamps = stamps;
    this.results = appendFile(folder.results());
  }

  /**
   * Opens a run folder, with files that hold only their headers if it is new. What a killed process
   * left half-written is removed from results.csv now and from curves.csv before a cell is added.
   *
   * @throws IllegalArgumentException if results.csv is malformed (names file, line and reason) or
   *     if another process has the folder open
   */
  public static ResultStore open(RunFolder folder) throws IOException {
    FileChannel lock = lock(folder);
    try {
      ResultFile results = ResultFile.read(folder.results());
      if (results.dropped()) {
        WholeFile.write(folder.results(), text(results.blocks(), results.stamps()));
      }
      if (!Files.exists(folder.curves())) {
        WholeFile.write(folder.curves(), CurveFile.header());
      }
      return new ResultStore(folder, lock, new LinkedHashMap<>(results.stamps()));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Whether another process, or another store of this one, has a run folder open. */
  public static boolean isOpen(RunFolder folder) throws IOException {
    Path file = lockFile(folder);
    if (!Files.exists(file)) {
      return false;
    }
    // For reading and shared, so that a folder that cannot be written to can be asked about.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  private static Path lockFile(RunFolder folder) {
    return folder.path().resolve(".lock");
  }

  /** The cells that have all their rows, whatever their status. */
  public synchronized Set<CellKey> finished() {
    return Set.copyOf(stamps.keySet());
  }

  /** The stamp of each cell that has all its rows. */
  public synchronized Map<CellKey, String> stamps() {
    return Map.copyOf(stamps);
  }

  /**
   * Adds one whole cell that is not finished yet: its curve first, then its rows.
   *
   * @throws IOException if the cell could not be written, such as on a full disk; the files are
   *     then as they were
   */
  public synchronized void append(CellRows cell) throws IOException {
    if (stamps.containsKey(cell.key())) {
      throw new IllegalArgumentException(
          "cell " + cell.key() + " must be removed before it is added again, it is finished");
    }
    AppendFile points = curves();
    long formerCurves = points.length();
    points.append(CurveFile.block(cell.curve()));
    try {
      results.append(ResultFile.block(cell.rows(), cell.stamp()));
    } catch (IOException e) {
      try {
        points.cutTo(formerCurves);
      } catch (IOException cut) {
        e.addSuppressed(cut);
      }
      throw e;
    }
    stamps.put(cell.key(), cell.stamp());
  }

  /** Removes the rows and curves of these cells, so that they can be run and added again. */
  public synchronized void remove(Set<CellKey> keys) throws IOException {
    Map<CellKey, List<ResultRow>> blocks =
        new LinkedHashMap<>(ResultFile.read(folder.results()).blocks());
    blocks.keySet().removeAll(keys);
    CurveFile kept = CurveFile.read(folder.curves(), blocks.keySet());
    rewrite(text(blocks, stamps), CurveFile.header() + CurveFile.block(kept.points()));
    stamps.keySet().removeAll(keys);
  }

  /** Makes both files anew from these cells, in their order. */
  public synchronized void replaceAll(List<CellRows> cells) throws IOException {
    StringBuilder rows = new StringBuilder(ResultFile.header());
    StringBuilder points = new StringBuilder(CurveFile.header());
    for (CellRows cell : cells) {
      rows.append(ResultFile.block(cell.rows(), cell.stamp()));
      points.append(CurveFile.block(cell.curve()));
    }
    rewrite(rows.toString(), points.toString());
    stamps.clear();
    cells.forEach(cell -> stamps.put(cell.key(), cell.stamp()));
  }

  @Override
  public synchronized void close() throws IOException {
    closeFiles();
    lock.close();
  }

  private AppendFile curves() throws IOException {
    if (curves.isEmpty()) {
      CurveFile read = CurveFile.read(folder.curves(), stamps.keySet());
      if (read.dropped()) {
        WholeFile.write(folder.curves(), CurveFile.header() + CurveFile.block(read.points()));
      }
      curves = Optional.of(appendFile(folder.curves()));
    }
    return curves.get();
  }

  private void closeFiles() throws IOException {
    try (Closeable rows = results) {
      if (curves.isPresent()) {
        curves.get().close();
      }
    }
    curves = Optional.empty();
  }

  private static AppendFile appendFile(Path file) throws IOException {
    return new AppendFile(FileChannel.open(file, StandardOpenOption.WRITE));
  }

  private static String text(Map<CellKey, List<ResultRow>> blocks, Map<CellKey, String> stamps) {
    return blocks.entrySet().stream()
        .map(
            cell ->
                ResultFile.block(
                    cell.getValue(), Objects.requireNonNull(stamps.get(cell.getKey()))))
        .collect(Collectors.joining("", ResultFile.header(), ""));
  }

  /** Rows are replaced before curves: a curve without rows is dropped later on, not the reverse. */
  private void rewrite(String rows, String points) throws IOException {
    Path newResults = WholeFile.writeBeside(folder.results(), rows);
    Path newCurves = WholeFile.writeBeside(folder.curves(), points);
    closeFiles();
    WholeFile.move(newResults, folder.results());
    WholeFile.move(newCurves, folder.curves());
    results = appendFile(folder.results());
  }

  private static FileChannel lock(RunFolder folder) throws IOException {
    FileChannel channel =
        FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
