package io.otbench.benchmarks.store;

import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Files that a killed process left half-written or on their way. Names that this suite does not
 * write are the user's and stay.
 */
final class Leftovers {

  private static final Pattern OF_RUN =
      Pattern.compile(
          "((results|curves)\\.csv|(environment|request|state|forced|totals)\\.json|report\\.html)"
              + "\\.new");
  private static final Pattern OF_CELLS =
      Pattern.compile(
          ".+_seed-?\\d+_[0-9a-f]{%d}\\.json\\.new".formatted(CellIdentity.SHORT_DIGITS));
  private static final Pattern OF_POINTS = Pattern.compile(".+_seed-?\\d+\\.csv\\.new");
  private static final Pattern OF_ROWS = Pattern.compile("(test|.+_seed-?\\d+)\\.csv\\.gz\\.new");
  private static final Pattern TICKETS = Pattern.compile(".+\\.(cell\\.json|events\\.jsonl)");

  private Leftovers() {}

  static void delete(RunFolder folder) throws IOException {
    delete(folder.path(), OF_RUN);
    delete(folder.cells(), OF_CELLS);
    delete(folder.points(), OF_POINTS);
    if (Files.isDirectory(folder.rows())) {
      try (DirectoryStream<Path> tables = Files.newDirectoryStream(folder.rows())) {
        for (Path table : tables) {
          delete(table, OF_ROWS);
        }
      }
    }
    delete(folder.exchange(), TICKETS);
    try {
      Files.deleteIfExists(folder.exchange());
    } catch (DirectoryNotEmptyException e) {
      // Something of the user's; it stays.
    }
  }

  private static void delete(Path place, Pattern names) throws IOException {
    if (Files.isDirectory(place)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
        for (Path file : files) {
          if (names.matcher(String.valueOf(file.getFileName())).matches()
              && Files.isRegularFile(file)) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
  }
}
