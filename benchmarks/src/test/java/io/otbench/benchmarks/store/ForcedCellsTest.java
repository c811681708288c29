package io.otbench.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForcedCellsTest {

  @TempDir private Path temp;

  private static CellKey key(long seed) {
    return FakeCells.of("fake-good", seed).key();
  }

  private static CellHead head(long seed, long number) {
    return new CellHead("identity", "build", key(seed), CellStatus.OK, "a machine", number, "");
  }

  @Test
  void aCellIsLeftUntilItsFileHasAHigherNumber() throws IOException {
    RunFolder folder = RunFolder.create(temp);
    assertThat(ForcedCells.left(folder, List.of(head(1, 1)))).isEmpty();
    ForcedCells.remember(folder, Set.of(key(1), key(2), key(3)), 2);
    List<CellHead> half = List.of(head(2, 2), head(1, 3));
    assertThat(ForcedCells.left(folder, half)).containsExactlyInAnyOrder(key(2), key(3));
    ForcedCells.forgetWhenDone(folder, half);
    assertThat(folder.forced()).exists();
    ForcedCells.forgetWhenDone(folder, List.of(head(1, 3), head(2, 4), head(3, 5)));
    assertThat(folder.forced()).doesNotExist();
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    RunFolder folder = RunFolder.create(temp);
    Files.writeString(folder.forced(), "{\"cells\":");
    assertThatThrownBy(() -> ForcedCells.left(folder, List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            folder.forced()
                + " must name the cells that --force is to run again, it is damaged; without it none"
                + " of them does");
  }
}
