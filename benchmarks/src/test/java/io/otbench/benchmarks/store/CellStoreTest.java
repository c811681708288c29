package io.otbench.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.benchmarks.cell.CellEvent.Point;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellStoreTest {

  @TempDir private Path temp;
  private RunFolder folder;

  @BeforeEach
  void createFolder() {
    folder = RunFolder.create(temp.resolve("run"));
  }

  private static CellRecord record(long seed, String build, double value) {
    return new CellRecord(
        new CellIdentity(
            FakeCells.of("fake-good", seed), new CodeIdentity(new TreeMap<>(Map.of("a", build)))),
        new CellOutcome(
            CellStatus.OK,
            "",
            List.of(new Measurement("uvp_forward", value, "percent")),
            new Cost(10, 20, 30, 1, 2, 3, 4, 5)),
        List.of(
            new Point(5, 0.5, 100, "loss", Double.NaN),
            new Point(10, 1, 200, "uvp_forward", value)),
        "a machine");
  }

  private void put(CellRecord... cells) throws IOException {
    try (CellStore store = CellStore.open(folder)) {
      for (CellRecord cell : cells) {
        store.put(cell, Optional.empty(), Optional.empty());
      }
    }
  }

  private List<Double> values() throws IOException {
    return Results.read(folder.path()).rows().stream()
        .map(ResultRow::value)
        .map(OptionalDouble::orElseThrow)
        .toList();
  }

  @Test
  void cellsComeBackAsWritten() throws IOException {
    put(record(1, "x", 1.5), record(2, "x", 2.5));
    List<CellHead> heads = CellFiles.heads(folder);
    assertThat(heads)
        .extracting(CellHead::path)
        .containsExactly("gaussian-2/fake-good/1", "gaussian-2/fake-good/2");
    assertThat(heads).extracting(CellHead::number).containsExactly(1L, 2L);
    assertThat(Json.line(CellFiles.read(folder, heads.get(1))))
        .isEqualTo(Json.line(record(2, "x", 2.5)));
    assertThat(folder.cells().toFile().list())
        .hasSize(2)
        .allMatch(
            name -> name.matches("gaussian_gaussian-2_fake-good_seed[12]_[0-9a-f]{12}\\.json"));
    assertThat(values()).containsExactly(1.5, 2.5);
  }

  @Test
  void theViewsAreMadeAnewWhereTheyDoNotMatch() throws IOException {
    put(record(1, "x", 1.5), record(2, "x", 2.5));
    String rows = Files.readString(folder.results());
    String curves = Files.readString(folder.curves());

    Files.delete(folder.results());
    Files.writeString(folder.curves(), "half a line");
    put();
    assertThat(folder.results()).hasContent(rows);
    assertThat(folder.curves()).hasContent(curves);

    // As after a kill between the file of a cell and its rows.
    Files.writeString(folder.results(), rows.substring(0, rows.indexOf("seed 2") + 1));
    put();
    assertThat(folder.results()).hasContent(rows);
  }

  @Test
  void aCellThatWasTakenAwayLeavesTheViews() throws IOException {
    put(record(1, "x", 1.5), record(2, "x", 2.5));
    Files.delete(CellFiles.path(folder, CellFiles.heads(folder).get(0)));
    put();
    assertThat(values()).containsExactly(2.5);
  }

  @Test
  void aNewResultTakesThePlaceOfTheFormer() throws IOException {
    put(record(1, "x", 1.5), record(2, "x", 2.5), record(1, "y", 3.5));
    assertThat(values()).containsExactly(2.5, 3.5);
    assertThat(folder.cells().toFile().list()).hasSize(2);
    // The same identity, as after --force.
    put(record(1, "y", 4.5));
    assertThat(values()).containsExactly(2.5, 4.5);
    assertThat(folder.cells().toFile().list()).hasSize(2);
  }

  @Test
  void aCellThatWasWithdrawnAndNotReplacedIsShownAgain() throws IOException {
    put(record(1, "x", 1.5), record(2, "x", 2.5));
    try (CellStore store = CellStore.open(folder)) {
      store.withdraw(Set.of(FakeCells.of("fake-good", 1).key()));
      assertThat(values()).containsExactly(2.5);
    }
    assertThat(values()).containsExactly(1.5, 2.5);
  }

  @Test
  void ofTwoFilesOfACellTheLaterCountsAndTheOtherGoes() throws IOException {
    put(record(1, "x", 1.5));
    Path former = CellFiles.path(folder, CellFiles.heads(folder).get(0));
    byte[] bytes = Files.readAllBytes(former);
    put(record(1, "y", 2.5));
    // As after a kill before the former file was deleted.
    Files.write(former, bytes);
    put();
    assertThat(values()).containsExactly(2.5);
    assertThat(former).doesNotExist();
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws IOException {
    put(record(1, "x", 1.5));
    Files.writeString(
        folder.cells().resolve("gaussian_a_b_seed1_0123456789ab.json.new"), "{\"head\":");
    Files.writeString(folder.path().resolve("results.csv.new"), "run,");
    Path table = Files.createDirectories(folder.rows().resolve("0a1b2c3d"));
    Files.writeString(table.resolve("uci_a_b_c_seed1.csv.gz.new"), "1,");
    Path whole = Files.writeString(table.resolve("test.csv.gz"), "1,2");
    Files.createDirectories(folder.points());
    Files.writeString(folder.points().resolve("planar_a_b_c_seed1.csv.new"), "1,");
    put();
    assertThat(table).isDirectoryNotContaining("glob:**.new");
    assertThat(whole).exists();
    assertThat(folder.points()).isDirectoryNotContaining("glob:**.new");
    assertThat(folder.cells()).isDirectoryNotContaining("glob:**.new");
    assertThat(folder.path()).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void filesOfTheUserStayWhateverTheirNames() throws IOException {
    put(record(1, "x", 1.5));
    List<Path> mine =
        List.of(
            Files.writeString(folder.path().resolve("notes.new"), "precious"),
            Files.writeString(folder.cells().resolve("notes.json.new"), "precious"),
            Files.writeString(
                Files.createDirectories(folder.points()).resolve("notes.csv.new"), "precious"));
    put(record(2, "x", 2.5));
    assertThat(mine).allSatisfy(file -> assertThat(file).hasContent("precious"));
  }

  /** Names and contents of all files below a folder. */
  private static Map<String, String> contents(Path of) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(of)) {
      for (Path file : files.toList()) {
        contents.put(
            of.relativize(file).toString(),
            Files.isDirectory(file) ? "a folder" : Files.readString(file));
      }
    }
    return contents;
  }

  private static Arguments foreign(Map<String, String> files, String message) {
    return Arguments.of(files, message);
  }

  static Stream<Arguments> foreignFolders() {
    String other =
        "run folder FOLDER must be new, empty or that of a run, it holds something else; name"
            + " another one";
    return Stream.of(
        foreign(
            Map.of("notes.new", "precious", "cells/foo.json", "{\"a\":1}"),
            "FOLDER/cells/foo.json must be the file of a cell, it is not; without it the cell runs again"),
        foreign(
            Map.of("cells/foo.json", "{\"head\":{\"a\":1}}"),
            "FOLDER/cells/foo.json must be the file of a cell, its beginning is damaged; without it"
                + " the cell runs again"),
        foreign(Map.of("cells/picture.png", "x"), other),
        foreign(Map.of("cells", "a file"), other),
        foreign(Map.of("curves.csv", "a,b"), other),
        foreign(Map.of("logs/today.log", "x", "configs/app.json", "{}"), other),
        foreign(
            Map.of("results.csv", "", "cells", "a file"),
            "FOLDER/cells must be a folder, it is a file"));
  }

  @ParameterizedTest
  @MethodSource("foreignFolders")
  void aFolderOfSomethingElseIsRefusedAndStaysAsItIs(Map<String, String> files, String message)
      throws IOException {
    Path other = temp.resolve("other");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = other.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Map<String, String> before = contents(other);
    assertThatThrownBy(() -> CellStore.folder(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message.replace("FOLDER", other.toString()));
    assertThat(contents(other)).isEqualTo(before);
  }

  @Test
  void aForeignFileIsNamed() throws IOException {
    Files.createDirectories(folder.cells());
    Path foreign = Files.writeString(folder.cells().resolve("notes.json"), "{\"a\": 1}");
    assertThatThrownBy(() -> CellStore.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            foreign + " must be the file of a cell, it is not; without it the cell runs again");
  }

  @Test
  void aDamagedFileIsNamedWhenItIsNeeded() throws IOException {
    put(record(1, "x", 1.5));
    CellHead head = CellFiles.heads(folder).get(0);
    Path file = CellFiles.path(folder, head);
    Files.writeString(file, Files.readString(file).replace("\"measurements\"", "\"numbers\""));
    assertThat(CellFiles.heads(folder)).containsExactly(head);
    assertThatThrownBy(() -> CellFiles.read(folder, head))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            file
                + " must be the file of a cell of this version, it is not; without it the cell runs"
                + " again");
  }

  @Test
  void whereAllFilesWereTakenAwayNoneIsShown() throws IOException {
    put(record(1, "x", 1.5), record(2, "x", 2.5));
    for (CellHead head : CellFiles.heads(folder)) {
      Files.delete(CellFiles.path(folder, head));
    }
    String rows = Files.readString(folder.results());
    put();
    assertThat(values()).isEmpty();
    assertThat(folder.resultsWithoutCells()).hasContent(rows);
    assertThat(folder.curvesWithoutCells()).exists();
    put(record(1, "x", 3.5));
    assertThat(values()).containsExactly(3.5);
  }

  @Test
  void rowsOfAnOlderVersionStayBesideAnEmptyFolderOfCells() throws IOException {
    put(record(1, "x", 1.5));
    CellHead head = CellFiles.heads(folder).get(0);
    Files.delete(CellFiles.path(folder, head));
    Files.writeString(
        folder.results(), Files.readString(folder.results()).replace(head.stamp(), ""));
    assertThatThrownBy(() -> CellStore.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("as older versions wrote it");
    assertThat(values()).containsExactly(1.5);
  }

  @Test
  void aNumberIsNotGivenAgainAsLongAsForcedCellsAreToldByIt() throws IOException {
    put(record(1, "x", 1.5), record(2, "x", 2.5));
    ForcedCells.remember(
        folder, Set.of(FakeCells.of("fake-good", 1).key(), FakeCells.of("fake-good", 2).key()), 2);
    Files.delete(CellFiles.path(folder, CellFiles.heads(folder).get(1)));
    put(record(2, "x", 3.5), record(1, "x", 4.5));
    List<CellHead> heads = CellFiles.heads(folder);
    assertThat(heads).extracting(CellHead::number).containsExactly(3L, 4L);
    assertThat(ForcedCells.left(folder, heads)).isEmpty();
  }

  @Test
  void aFolderOfAnOlderVersionIsReadButNotWritten() throws IOException {
    put(record(1, "x", 1.5));
    Files.delete(CellFiles.path(folder, CellFiles.heads(folder).get(0)));
    Files.delete(folder.cells());
    assertThat(values()).containsExactly(1.5);
    assertThatThrownBy(() -> CellStore.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "holds rows without the files of their cells, as older versions wrote it;"
                + " report still reads it, for a run name a new folder with --out");
  }
}
