package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
  @TempDir Path temp;

  @Test
  void okRowNeedsAFiniteValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cells.ok("implicit", 0, "uvp_forward", Double.NaN))
        .withMessageContaining("value of an ok row must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cells.ok("implicit", 0, "cell_complete", 1))
        .withMessageContaining("a name kept for the end of a cell");
  }

  @Test
  void rowThatIsNotOkHasOnlyTheStatus() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Cells.row(
                    "implicit", 0, "uvp_forward", OptionalDouble.of(1), CellStatus.TIMEOUT, ""))
        .withMessageContaining("a cell that is timeout must have one row with metric 'status'");
  }

  @Test
  void namesStandOnOneLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cells.key("two\nlines", 0))
        .withMessage("solver must be a name on one line, found 'two lines'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cells.key(" ", 0))
        .withMessageContaining("solver must be a name");
  }

  @Test
  void statusWords() {
    assertThat(CellStatus.OUT_OF_MEMORY.text()).isEqualTo("out_of_memory");
    assertThat(CellStatus.parse("out_of_memory")).isEqualTo(CellStatus.OUT_OF_MEMORY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CellStatus.parse("fine"))
        .withMessage(
            "status must be one of ok, skipped, diverged, failed, timeout, out_of_memory,"
                + " crashed, found 'fine'");
  }

  @Test
  void skippedIsNoFailure() {
    assertThat(CellStatus.SKIPPED.isFailure()).isFalse();
    assertThat(CellStatus.OK.isFailure()).isFalse();
    assertThat(CellStatus.DIVERGED.isFailure()).isTrue();
  }

  @Test
  void runFolderIsAFolder() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunFolder.create(file))
        .withMessage("run folder " + file + " must be a folder, it is a file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunFolder.create(file.resolve("below")))
        .withMessageContaining("must be a folder that can be written to");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunFolder.existing(temp.resolve("nowhere")))
        .withMessageContaining("must exist, it does not");
  }

  @Test
  void aFolderWithRowsOfAnotherProgramIsLeftAsItIs() throws IOException {
    Path other = Files.createDirectory(temp.resolve("other"));
    Path file = Files.writeString(other.resolve("results.csv"), "a,b\n1,2\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunFolder.create(other))
        .withMessageStartingWith(file + " line 1: the header must be 'run,benchmark,");
    assertThat(other).isDirectoryContaining("glob:**/results.csv");
    assertThat(other.toFile().list()).hasSize(1);
  }

  @Test
  void configFileCannotLeaveTheFolder() {
    RunFolder folder = RunFolder.create(temp.resolve("run"));

    assertThat(folder.configFile("3f2a91"))
        .isEqualTo(folder.path().resolve("configs").resolve("3f2a91.json"));
    assertThat(folder.configs()).isDirectory();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.configFile("../secret"))
        .withMessageContaining("found '../secret'");
  }

  @Test
  void environmentComesBackAndLaterKeysArePassedOver() throws IOException {
    Path file = temp.resolve("environment.json");
    RunEnvironment environment = environment();
    environment.write(file);

    assertThat(RunEnvironment.read(file)).isEqualTo(environment);
    String json = Files.readString(file);
    assertThat(json)
        .contains("\"threads_per_worker\" : 1", "\"started\" : \"2026-02-03T04:05:06Z\"");

    Files.writeString(file, json.replaceFirst("\\{", "{ \"gpu\" : [1],"));
    assertThat(RunEnvironment.read(file)).isEqualTo(environment);

    Files.writeString(file, json.replaceFirst(",\\s+\"cells_of_other_machines\" : 3", ""));
    assertThat(RunEnvironment.read(file).cellsOfOtherMachines()).isZero();

    Files.writeString(file, json.replaceFirst("\"djl\" : \"0.35.1\",", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunEnvironment.read(file))
        .withMessageContainingAll(file.toString(), "djl");
    for (String none : List.of("", "null", "[]")) {
      Files.writeString(file, none);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RunEnvironment.read(file))
          .withMessage(
              file
                  + " must describe the environment of a run: it is no map of keys; without it the"
                  + " machine counts as unknown");
    }
  }

  private static RunEnvironment environment() {
    return new RunEnvironment(
        "0.1.0",
        "05175d2",
        true,
        "17.0.15",
        "OpenJDK 64-Bit Server VM",
        "0.35.1",
        "2.7.1",
        "Linux 6.1 amd64",
        "A processor",
        2,
        7936,
        2,
        1,
        "otbench run --seeds 3",
        Instant.parse("2026-02-03T04:05:06Z"),
        "a1b2c3",
        0,
        3);
  }
}
