package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "data", "results", ".git"})
  void aFolderOfSomethingElseIsRefusedAndStaysAsItIs(String name) throws IOException {
    Path other = Files.createDirectory(temp.resolve(name));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunFolder.create(temp))
        .withMessage(
            "run folder %s must be new, empty or that of a run, it holds something else; name"
                + " another one",
            temp);
    assertThat(temp).isDirectoryContaining(other::equals);
    assertThat(temp.toFile().list()).hasSize(1);
  }

  @Test
  void aRunThatWasKilledAtItsBeginningIsGoneOnWith() throws IOException {
    RunFolder folder = RunFolder.create(temp);
    Files.createFile(temp.resolve(".lock"));
    Files.createFile(temp.resolve("curves.csv.new"));
    assertThat(RunFolder.create(temp)).isEqualTo(folder);
    try (ResultStore store = ResultStore.open(folder)) {
      assertThat(store.finished()).isEmpty();
    }
    Files.createFile(temp.resolve("notes.txt"));
    assertThat(RunFolder.create(temp)).isEqualTo(folder);
  }

  /** Somebody deleted the results to begin anew. */
  @Test
  void aRunWithoutItsResultsIsBegunAnew() throws IOException {
    RunFolder folder = RunFolder.create(temp);
    Files.writeString(folder.request(), "{}");
    Files.writeString(temp.resolve("report.html"), "page");
    assertThatIllegalArgumentException().isThrownBy(() -> RunFolder.create(temp));
    Files.writeString(folder.state(), "{}");
    assertThat(RunFolder.create(temp)).isEqualTo(folder);
  }

  @Test
  void whetherAFolderIsOpenCanBeAsked() throws IOException {
    RunFolder folder = RunFolder.create(temp);
    assertThat(ResultStore.isOpen(folder)).isFalse();
    try (ResultStore store = ResultStore.open(folder)) {
      assertThat(store.finished()).isEmpty();
      assertThat(ResultStore.isOpen(folder)).isTrue();
    }
    assertThat(ResultStore.isOpen(folder)).isFalse();
  }
}
