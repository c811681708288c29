package io.otbench.benchmarks.store;

import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cells that {@code --force} asked for, kept in {@code forced.json} until they have run, so
 * that an interrupted run does not have to begin anew. The file is written once: which cells have
 * run since is seen by the numbers of their files.
 */
public final class ForcedCells {

  /**
   * What is in the file.
   *
   * @param lastNumber the highest number of the file of a cell when they were asked for
   * @param cells to be run again
   */
  record Content(long lastNumber, Set<CellKey> cells) {}

  private ForcedCells() {}

  /**
   * The cells that have not run since they were asked for, in a new set.
   *
   * @param heads of the cells of the folder
   * @throws UsageException for a file that is damaged
   */
  public static Set<CellKey> left(RunFolder folder, Collection<CellHead> heads) throws IOException {
    Content content = content(folder);
    Map<CellKey, Long> numbers =
        heads.stream().collect(Collectors.toMap(CellHead::key, CellHead::number));
    return content.cells().stream()
        .filter(cell -> numbers.getOrDefault(cell, 0L) <= content.lastNumber())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The highest number of the file of a cell when they were asked for; 0 where none were. Numbers
   * that are given out must be higher, even if files were deleted since.
   *
   * @throws UsageException for a file that is damaged
   */
  static long lastNumber(RunFolder folder) throws IOException {
    return content(folder).lastNumber();
  }

  private static Content content(RunFolder folder) throws IOException {
    if (!Files.exists(folder.forced())) {
      return new Content(0, Set.of());
    }
    try {
      return Json.read(Files.readString(folder.forced()), Content.class);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new UsageException(
          folder.forced()
              + " must name the cells that --force is to run again, it is damaged; without it none"
              + " of them does");
    }
  }

  /**
   * Keeps cells until they have run.
   *
   * @param lastNumber the highest number of the file of a cell, now
   */
  public static void remember(RunFolder folder, Set<CellKey> cells, long lastNumber)
      throws IOException {
    WholeFile.write(folder.forced(), Json.line(new Content(lastNumber, cells)) + "\n");
  }

  /** Removes the file when all its cells have run. */
  public static void forgetWhenDone(RunFolder folder, Collection<CellHead> heads)
      throws IOException {
    if (left(folder, heads).isEmpty()) {
      Files.deleteIfExists(folder.forced());
    }
  }
}
