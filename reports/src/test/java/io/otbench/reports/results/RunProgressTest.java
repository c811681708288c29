package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunProgressTest {
  private static final String ALONE = " Everything here is of the cells that are there.";
  private static final String FORMER = " Others show what they had before.";

  @TempDir private Path temp;

  /** The results have cells of the files 3, 8 and 9, and one without such a stamp. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUNNING | 60 | 7 | 0 | 91 | 62 of 91 cells: the run is still going or was killed.",
        "RUNNING | 60 | 7 | 5 | 91 | 62 of 91 cells: the run is still going or was killed.",
        "INTERRUPTED | 0 | 0 | 0 | 4 | 3 of 4 cells: the run was interrupted.",
        "INTERRUPTED | 0 | 8 | 4 | 4 | 1 of 4 cells: the run was interrupted.",
        "ENDED | 0 | 9 | 0 | 1 | 0 of 1 cells: the run ended without the others.",
        "RUNNING | 0 | 0 | 0 | 3 | ''",
        "ENDED | 91 | 9 | 0 | 91 | ''",
        "OTHER | 0 | 0 | 0 | 91 | ''"
      })
  void cellsOfTheCommandThatAreNotThereAreCounted(
      String phase, int before, int lastNumber, int again, int cells, String sentence)
      throws IOException {
    write(
        "{\"cells\":%d,\"completeBefore\":%d,\"lastNumber\":%d,\"again\":%d,\"phase\":\"%s\"}"
            .formatted(cells, before, lastNumber, again, phase));
    String rest = again > 0 && phase.equals("INTERRUPTED") ? FORMER : ALONE;

    assertThat(read().flatMap(RunProgress::missing).orElse(""))
        .isEqualTo(sentence.isEmpty() ? "" : sentence + rest);
  }

  @Test
  void aFolderWithoutStateOrWithThatOfAnotherVersionSaysNothing() throws IOException {
    assertThat(read()).isEmpty();
    write("{\"cells\":520,\"complete\":3,\"running\":[],\"ended\":true}");
    assertThat(read()).isEmpty();
  }

  @Test
  void oneThatIsDamagedSaysNothing() throws IOException {
    write("{\"cells\":5");
    assertThat(read()).isEmpty();
    Files.write(temp.resolve("state.json"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertThat(read()).isEmpty();
  }

  private void write(String state) throws IOException {
    Files.writeString(temp.resolve("state.json"), state);
  }

  private Optional<RunProgress> read() throws IOException {
    Map<CellKey, String> stamps =
        Map.of(
            key(1), "0123456789ab 3",
            key(2), "0123456789ac 8",
            key(3), "0123456789ad 9",
            key(4), "made up");
    return RunProgress.read(
        new RunFolder(temp),
        new Results(List.of(), List.of(), stamps, Optional.empty(), Optional.empty()));
  }

  private static CellKey key(long seed) {
    return new CellKey("b", "p", "s", "c", seed);
  }
}
