package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
  @TempDir Path temp;
  private RunFolder folder;

  @BeforeEach
  void createFolder() {
    folder = RunFolder.create(temp.resolve("run"));
  }

  @Test
  void newFilesHoldTheHeader() throws IOException {
    ResultStore.open(folder).close();

    assertThat(folder.results())
        .hasContent(
            "run,benchmark,problem,dim,solver,config,seed,metric,value,unit,status,message,steps,"
                + "samples,parameters,train_seconds,eval_seconds,peak_rss_mib,variant");
    assertThat(folder.curves())
        .hasContent(
            "benchmark,problem,dim,solver,config,seed,step,train_seconds,samples_seen,metric,"
                + "value");
  }

  @Test
  void cellsComeBackAsWritten() throws IOException {
    List<ResultRow> failed =
        List.of(Cells.diverged("w2gn", 1, "loss is NaN,\nat \"step\" 7\r\n  of 100"));
    try (ResultStore store = ResultStore.open(folder)) {
      store.append(Cells.cell(Cells.rows(Cells.AWKWARD, 0), Cells.curve(Cells.AWKWARD, 0)));
      store.append(Cells.cell(failed, List.of()));
    }

    Results read = Results.read(folder.path());

    assertThat(read.rows())
        .containsExactly(
            Cells.rows(Cells.AWKWARD, 0).get(0),
            Cells.rows(Cells.AWKWARD, 0).get(1),
            failed.get(0));
    assertThat(read.curves()).isEqualTo(Cells.curve(Cells.AWKWARD, 0));
    assertThat(read.rows().get(2).message()).isEqualTo("loss is NaN, at \"step\" 7 of 100");
    try (ResultStore store = ResultStore.open(folder)) {
      assertThat(store.finished())
          .containsExactlyInAnyOrder(Cells.key(Cells.AWKWARD, 0), Cells.key("w2gn", 1));
    }
  }

  /** A killed process leaves a prefix of what it wrote; here is every one of them. */
  @Test
  void everyCutOfTheRowsLeavesWholeCells() throws IOException {
    writeTwoCells();
    byte[] rows = Files.readAllBytes(folder.results());
    byte[] curves = Files.readAllBytes(folder.curves());
    int[] whole = ends(rows, "cell_complete");

    for (int cut = 0; cut <= rows.length; cut++) {
      Files.write(folder.results(), Arrays.copyOf(rows, cut));
      Files.write(folder.curves(), curves);
      int cells = cut >= whole[1] ? 2 : cut >= whole[0] ? 1 : 0;

      assertThat(Results.read(folder.path()).rows()).as("cut at %d", cut).hasSize(2 * cells);
      // Repairs wait for the disk, so not each of many hundred cuts is repaired.
      if (cut % 7 != 0 && cut != whole[0] && cut != whole[1]) {
        continue;
      }
      try (ResultStore store = ResultStore.open(folder)) {
        assertThat(store.finished()).as("cut at %d", cut).hasSize(cells);
        if (cells < 2) {
          store.append(Cells.cell(Cells.rows("w2gn", 1), Cells.curve("w2gn", 1)));
        }
      }
      Results repaired = Results.read(folder.path());
      assertThat(repaired.rows()).hasSize(cells == 0 ? 2 : 4);
      assertThat(repaired.curves()).hasSize(cells == 0 ? 2 : 4);
    }
  }

  @Test
  void everyCutOfTheLastCurveIsDropped() throws IOException {
    writeTwoCells();
    byte[] rows = Files.readAllBytes(folder.results());
    byte[] curves = Files.readAllBytes(folder.curves());
    byte[] firstCell = Arrays.copyOf(rows, ends(rows, "cell_complete")[0]);
    int firstCurve = ends(curves, "NaN")[0];

    for (int cut = firstCurve; cut <= curves.length; cut++) {
      Files.write(folder.results(), firstCell);
      Files.write(folder.curves(), Arrays.copyOf(curves, cut));
      try (ResultStore store = ResultStore.open(folder)) {
        store.append(Cells.cell(Cells.rows("w2gn", 1), Cells.curve("w2gn", 1)));
      }

      assertThat(Files.readAllBytes(folder.curves())).as("cut at %d", cut).isEqualTo(curves);
    }
  }

  @Test
  void readingChangesNoFile() throws IOException {
    writeTwoCells();
    byte[] rows = Files.readAllBytes(folder.results());
    byte[] torn = Arrays.copyOf(rows, rows.length - 5);
    Files.write(folder.results(), torn);

    assertThat(Results.read(folder.path()).rows()).hasSize(2);
    assertThat(folder.results()).hasBinaryContent(torn);
  }

  @Test
  void blockWithTooFewRowsIsDropped() throws IOException {
    writeTwoCells();
    List<String> lines = Files.readAllLines(folder.results());
    lines.remove(1);
    Files.write(folder.results(), lines);

    try (ResultStore store = ResultStore.open(folder)) {
      assertThat(store.finished()).containsExactly(Cells.key("w2gn", 1));
    }
    assertThat(Results.read(folder.path()).curves()).isEqualTo(Cells.curve("w2gn", 1));
  }

  @Test
  void lastLineWithTooFewColumnsIsDropped() throws IOException {
    writeTwoCells();
    Files.writeString(folder.results(), Files.readString(folder.results()) + "run-1,gauss\n");

    assertThat(Results.read(folder.path()).rows()).hasSize(4);
  }

  @Test
  void aFileFromBeforeTheVariantIsReadAndWrittenAnew() throws IOException {
    writeTwoCells();
    List<ResultRow> rows = Results.read(folder.path()).rows();
    Path file = folder.results();
    Files.writeString(
        file,
        Files.readString(file)
            .lines()
            .map(line -> line.substring(0, line.lastIndexOf(',')) + "\n")
            .collect(Collectors.joining()));

    assertThat(Results.read(folder.path()).rows()).isEqualTo(rows);
    try (ResultStore store = ResultStore.open(folder)) {
      store.append(Cells.cell(Cells.rows("new", 7), List.of()));
    }
    assertThat(Files.readString(file)).startsWith(ResultFile.header());
    assertThat(Results.read(folder.path()).rows()).hasSize(rows.size() + 2).containsAll(rows);
  }

  @Test
  void theVariantOfASweepComesBack() throws IOException {
    ResultRow plain = Cells.ok("implicit", 1, "uvp_forward", 1);
    ResultRow varied =
        new ResultRow(
            plain.run(),
            plain.benchmark(),
            plain.problem(),
            plain.dim(),
            plain.solver(),
            "decade",
            plain.seed(),
            plain.metric(),
            plain.value(),
            plain.unit(),
            plain.status(),
            plain.message(),
            plain.steps(),
            plain.samples(),
            plain.parameters(),
            plain.trainSeconds(),
            plain.evalSeconds(),
            plain.peakRssMib(),
            "batchSize=256, widths=[64,64]");
    try (ResultStore store = ResultStore.open(folder)) {
      store.append(Cells.cell(List.of(plain), List.of()));
      store.append(Cells.cell(List.of(varied), List.of()));
    }
    assertThat(Results.read(folder.path()).rows()).containsExactly(plain, varied);
  }

  @Test
  void foreignHeaderIsRefused() throws IOException {
    Files.writeString(folder.results(), "name,score\na,1\n");

    assertRefused(
        folder.results() + " line 1: the header must be 'run,benchmark,", "found 'name,score'");
    assertThat(folder.results()).hasContent("name,score\na,1");
  }

  @Test
  void foreignFileOfOneLineIsRefused() throws IOException {
    Files.writeString(folder.results(), "notes without a line end");

    assertRefused("line 1: the header must be", "found 'notes without a line end'");
  }

  @Test
  void badNumberIsRefusedWithItsLine() throws IOException {
    writeTwoCells();
    List<String> lines = Files.readAllLines(folder.results());
    lines.set(4, lines.get(4).replace(",51200,", ",many,"));
    Files.write(folder.results(), lines);

    assertRefused(folder.results() + " line 5: samples must be a whole number, found 'many'");
  }

  @Test
  void badValueOfACurveIsRefusedWithItsLine() throws IOException {
    writeTwoCells();
    Files.writeString(folder.curves(), Files.readString(folder.curves()).replace("NaN", "high"));

    try (ResultStore store = ResultStore.open(folder)) {
      CellRows more = Cells.cell(Cells.rows("dpot", 1), List.of());
      assertThatThrownBy(() -> store.append(more))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(folder.curves() + " line 3: value must be a number, found 'high'");
    }
  }

  @Test
  void wrongColumnsAboveTheLastLineAreRefused() throws IOException {
    writeTwoCells();
    List<String> lines = Files.readAllLines(folder.results());
    lines.set(1, "a,b,c");
    lines.set(2, "\"open");
    Files.write(folder.results(), lines);
    assertRefused("line 2: a line must have 19 columns, found 3");

    lines.set(1, "\"open");
    Files.write(folder.results(), lines);
    assertRefused("line 2: a line must have 19 columns, found an open quote");
  }

  @Test
  void aLineOfAnOlderFileIsCountedByTheColumnsOfThatFile() throws IOException {
    writeTwoCells();
    List<String> lines =
        new ArrayList<>(
            Files.readAllLines(folder.results()).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList());
    lines.set(1, "a,b,c");
    Files.write(folder.results(), lines);

    assertRefused("line 2: a line must have 18 columns, found 3");
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    writeTwoCells();
    byte[] rows = Files.readAllBytes(folder.results());
    rows[ends(rows, "cell_complete")[0] + 2] = (byte) 0xFF;
    Files.write(folder.results(), rows);

    assertRefused("line 5: the text must be UTF-8");
  }

  @Test
  void cellThatStandsTwiceIsRefused() throws IOException {
    writeTwoCells();
    List<String> lines = Files.readAllLines(folder.results());
    lines.addAll(lines.subList(1, 4));
    Files.write(folder.results(), lines);

    assertRefused("line 10: cell gaussian/gaussian-d2/implicit", "must stand once");
  }

  @Test
  void removedCellsCanBeAddedAgain() throws IOException {
    try (ResultStore store = ResultStore.open(folder)) {
      store.append(Cells.cell(Cells.rows("implicit", 0), Cells.curve("implicit", 0)));
      store.append(Cells.cell(Cells.rows("w2gn", 1), Cells.curve("w2gn", 1)));
      assertThatThrownBy(() -> store.append(Cells.cell(Cells.rows("implicit", 0), List.of())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be removed before it is added again");

      store.remove(Set.of(Cells.key("implicit", 0), Cells.key("never run", 5)));

      assertThat(store.finished()).containsExactly(Cells.key("w2gn", 1));
      List<ResultRow> again = List.of(Cells.ok("implicit", 0, "uvp_forward", 7));
      store.append(Cells.cell(again, List.of()));
      Results read = Results.read(folder.path());
      assertThat(read.rows()).hasSize(3).endsWith(again.get(0));
      assertThat(read.curves()).isEqualTo(Cells.curve("w2gn", 1));
    }
    try (var files = Files.list(folder.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "results.csv", "curves.csv", "charts", "logs", "configs", ".lock");
    }
  }

  @Test
  void onlyOneStoreMayBeOpen() throws IOException {
    try (ResultStore store = ResultStore.open(folder)) {
      assertThat(store.finished()).isEmpty();
      assertRefused("must be written by one process at a time");
    }
    ResultStore.open(folder).close();
  }

  @Test
  void rowsOfTwoCellsAreRefused() {
    List<ResultRow> rows = Cells.rows("implicit", 0);
    List<CurvePoint> curveOfAnother = Cells.curve("implicit", 1);
    assertThatThrownBy(() -> new CellRows(rows, curveOfAnother, "stamp"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be of one cell");
    assertThatThrownBy(() -> new CellRows(List.of(), List.of(), "stamp"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be empty");
  }

  @Test
  void stampsComeBackAndStayWhenOtherCellsAreRemoved() throws IOException {
    writeTwoCells();
    Map<CellKey, String> both =
        Map.of(
            Cells.key("implicit", 0), "stamp of implicit", Cells.key("w2gn", 1), "stamp of w2gn");
    try (ResultStore store = ResultStore.open(folder)) {
      assertThat(store.stamps()).isEqualTo(both);
      store.remove(Set.of(Cells.key("implicit", 0)));
    }
    try (ResultStore store = ResultStore.open(folder)) {
      assertThat(store.stamps()).isEqualTo(Map.of(Cells.key("w2gn", 1), "stamp of w2gn"));
    }
  }

  @Test
  void bothFilesCanBeMadeAnewFromCells() throws IOException {
    writeTwoCells();
    byte[] rows = Files.readAllBytes(folder.results());
    byte[] curves = Files.readAllBytes(folder.curves());
    Files.writeString(folder.curves(), Files.readString(folder.curves()).replace("NaN", "high"));
    try (ResultStore store = ResultStore.open(folder)) {
      store.remove(store.finished());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("found 'high'");
    }
    try (ResultStore store = ResultStore.open(folder)) {
      store.replaceAll(
          List.of(
              Cells.cell(Cells.rows("implicit", 0), Cells.curve("implicit", 0)),
              Cells.cell(Cells.rows("w2gn", 1), Cells.curve("w2gn", 1))));
      assertThat(store.finished()).hasSize(2);
    }
    assertThat(folder.results()).hasBinaryContent(rows);
    assertThat(folder.curves()).hasBinaryContent(curves);
  }

  private void writeTwoCells() throws IOException {
    try (ResultStore store = ResultStore.open(folder)) {
      store.append(Cells.cell(Cells.rows("implicit", 0), Cells.curve("implicit", 0)));
      store.append(Cells.cell(Cells.rows("w2gn", 1), Cells.curve("w2gn", 1)));
    }
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> ResultStore.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }

  /** Offsets just behind the lines that contain this word. */
  private static int[] ends(byte[] text, String word) {
    String ascii = new String(text, StandardCharsets.ISO_8859_1);
    return IntStream.iterate(ascii.indexOf(word), at -> at >= 0, at -> ascii.indexOf(word, at + 1))
        .map(at -> ascii.indexOf('\n', at) + 1)
        .toArray();
  }
}
