package io.otbench.datasets.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path folder;

  @Test
  void theOptionComesBeforeTheVariableAndTheVariableBeforeTheDefault() {
    Map<String, String> variable = Map.of("OTBENCH_DATA", "/from/variable");
    assertThat(DataFolder.find(Optional.of(folder), variable).root()).isEqualTo(folder);
    assertThat(DataFolder.find(Optional.empty(), variable).root())
        .isEqualTo(Path.of("/from/variable"));
    assertThat(DataFolder.find(Optional.empty(), Map.of("OTBENCH_DATA", " ")).root())
        .isEqualTo(Path.of("data"));
    assertThat(DataFolder.find(Optional.empty(), Map.of()).root()).isEqualTo(Path.of("data"));
  }

  @Test
  void aVariableThatIsNoNameOfAFileIsNamed() {
    // As an e with an accent is where the locale has ASCII only.
    Map<String, String> variable = Map.of("OTBENCH_DATA", "a\0b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataFolder.find(Optional.empty(), variable))
        .withMessage(
            "the environment variable OTBENCH_DATA must name a folder but is 'a\0b' (Nul character"
                + " not allowed); set LC_ALL to an encoding that holds the name, such as C.UTF-8,"
                + " or the variable to another folder");
  }

  @Test
  void onlyACompleteGroupCountsAndTheFirstWins() throws IOException {
    DataFolder data = new DataFolder(folder, "a test");
    List<List<String>> groups = List.of(List.of("s/a", "s/b"), List.of("s/c"));
    assertThat(data.firstComplete(groups)).isEmpty();
    Path a = create("s/a");
    assertThat(data.firstComplete(groups)).isEmpty();
    Path c = create("s/c");
    assertThat(data.firstComplete(groups)).hasValue(List.of(c));
    Path b = create("s/b");
    assertThat(data.firstComplete(groups)).hasValue(List.of(a, b));
  }

  @Test
  void theFolderOfTheUnpackedArchiveMayStandInBetween() throws IOException {
    Path inner = create("data/s/a");
    DataFolder data = new DataFolder(folder, "a test");
    assertThat(data.firstComplete(List.of(List.of("s/a")))).hasValue(List.of(inner));
  }

  @Test
  void theArchiveIsComparedWithItsPublishedChecksum() throws IOException {
    DataFolder data = new DataFolder(folder, "a test");
    assertThat(data.archiveChecksum()).isEmpty();
    Files.writeString(folder.resolve("data.tar.gz"), "abc");
    FileChecksum checksum = data.archiveChecksum().orElseThrow();
    assertThat(checksum.value()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    assertThat(checksum.expected()).hasValue("9b9c9b0375315ad270eba4ce80c093ab");
    assertThat(checksum.agrees()).isFalse();
  }

  private Path create(String relative) throws IOException {
    Path file = folder.resolve(relative);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
