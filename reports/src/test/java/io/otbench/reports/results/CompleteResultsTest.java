package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompleteResultsTest {
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void writeTwoCells() throws IOException {
    try (ResultStore store = ResultStore.open(RunFolder.create(folder))) {
      store.append(Cells.cell(Cells.rows(Cells.AWKWARD, 0), List.of()));
      store.append(Cells.cell(Cells.rows("w2gn", 1), List.of()));
    }
    file = folder.resolve("results.csv");
  }

  @Test
  void aRunFolderAndItsFileAreTheSame() throws IOException {
    assertThat(CompleteResults.read(folder).rows()).hasSize(4);
    assertThat(CompleteResults.read(file).rows())
        .isEqualTo(CompleteResults.read(folder).rows())
        .first()
        .extracting(ResultRow::solver)
        .isEqualTo(Cells.AWKWARD);
    assertThat(CompleteResults.read(file).environment()).isEmpty();
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused(
        folder.resolve("none"),
        folder.resolve("none") + " must be a run folder or a results.csv, ",
        "does not exist");
  }

  @Test
  void aMetricThatStandsTwiceInACellIsRefused() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(2, lines.get(1));
    Files.write(file, lines);

    assertRefused(folder, file + " line 3: metric uvp_forward of cell ", "must stand once");
  }

  @Test
  void aByteOrderMarkIsNamed() throws IOException {
    Files.writeString(file, "\uFEFF" + Files.readString(file));

    assertRefused(
        folder,
        file + " line 1: the file must begin with its header, it begins with a byte order mark");
  }

  @Test
  void aFileCutWithinALineIsRefused() throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 20));

    assertRefused(folder, file + " line 7: the line must be whole, it is torn");
  }

  @Test
  void aFileCutBetweenTheLinesOfACellIsRefused() throws IOException {
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 6));

    assertRefused(
        file,
        file + " line 5: cell gaussian/gaussian-d2/w2gn ",
        "must end",
        "the file ends before");
  }

  @Test
  void aLineThatIsMissingInTheMiddleIsNoticed() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(2);
    Files.write(file, lines);

    assertRefused(file, file + " line 2: cell", "found another number than its 1");
  }

  @Test
  void aCellWithoutItsEndIsRefused() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(3);
    Files.write(file, lines);

    assertRefused(file, file + " line 2: cell", "another cell begins before");
  }

  @Test
  void aLastLineOfOtherColumnsIsRefused() throws IOException {
    Files.writeString(file, Files.readString(file) + "run-1,gauss\n");

    assertRefused(file, file + " line 8: the line must be whole, it has other columns");
  }

  @Test
  void aForeignFileIsRefused() throws IOException {
    Files.writeString(file, "name,score\na,1\n");

    assertRefused(file, file + " line 1: the header must be 'run,", "found 'name,score'");
  }

  @Test
  void aRunWithoutCellsIsRefused() throws IOException {
    Files.writeString(file, Files.readAllLines(file).get(0) + "\n");

    assertRefused(file, file + " must hold a cell, it has none");
  }

  @Test
  void aRunThatGoesOnIsRefused() throws IOException {
    try (ResultStore store = ResultStore.open(new RunFolder(folder))) {
      assertThat(store.finished()).hasSize(2);
      assertRefused(
          folder, folder + " must be a run that is over, it is running; wait for its end");
      assertRefused(file, file + " must be a run that is over, it is running; wait for its end");
    }
  }

  @Test
  void aRunWhoseCellsWereToRunAgainIsRefused() throws IOException {
    Path cells = Files.createDirectory(folder.resolve("cells"));
    writeCell(cells, "w2gn", 1);
    assertThat(CompleteResults.read(folder).rows()).hasSize(4);
    writeCell(cells, "w2gn", 2);
    Files.writeString(cells.resolve("damaged.json"), "{\"head\":");
    Files.writeString(cells.resolve("foreign.json"), "[1]");

    String lacking =
        "%s lacks 1 of the 2 cells of %s; the command of the run, started again, brings them back"
            .formatted(file, cells);
    assertRefused(folder, lacking);
    assertRefused(file, lacking);
    assertThat(Results.read(folder).incomplete()).contains(lacking);
    Path copy = Files.copy(file, folder.resolve("copy.csv"));
    assertThat(CompleteResults.read(copy).rows()).hasSize(4);
  }

  @Test
  void aRunOfWhichCellsAreStillToRunAgainIsRefused() throws IOException {
    Files.writeString(folder.resolve("forced.json"), "{}");

    assertRefused(
        folder,
        folder
            + " must be a run that is over, some of its cells are still to run again as --force"
            + " asked; start its command once");
  }

  private static void writeCell(Path cells, String solver, int seed) throws IOException {
    CellKey key = Cells.key(solver, seed);
    Files.writeString(
        cells.resolve(solver + seed + ".json"),
        "{\"head\":{\"identity\":\"ab\",\"key\":{\"benchmark\":\"%s\",\"problem\":\"%s\",\"solver\":\"%s\",\"config\":\"%s\",\"seed\":%d}},\"record\":"
            .formatted(key.benchmark(), key.problem(), key.solver(), key.config(), key.seed()));
  }

  private static void assertRefused(Path source, String... parts) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompleteResults.read(source))
        .withMessageContainingAll(parts);
  }
}
