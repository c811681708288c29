package io.otbench.datasets.tabular.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzReaderTest {

  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  private Path archive(Map<String, byte[]> members, int zerosBehind) throws IOException {
    Path file = folder.resolve("arrays.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        for (int i = 0; i < zerosBehind; i++) {
          zip.write(new byte[MEGABYTE]);
        }
        zip.closeEntry();
      }
    }
    return file;
  }

  private void assertRefused(Path file, int maxNumbers, String... parts) {
    assertThatThrownBy(() -> NpzReader.read(TableSource.of(file), maxNumbers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContainingAll(parts);
  }

  @Test
  void arraysOfAnyShapeAreReadByName() throws IOException {
    Path file =
        archive(
            Map.of(
                "a.npy", Npy.table(2, 2, 1, 2, 3, 4),
                "b.npy", Npy.of(1, "'<f8'", "False", "(3,)", 5, 6, 7),
                "c.npy", Npy.of(1, "'<f4'", "False", "()", 8)),
            0);
    Map<String, double[]> arrays = NpzReader.read(TableSource.of(file), 8);
    assertThat(arrays).containsOnlyKeys("a", "b", "c");
    assertThat(arrays.get("a")).containsExactly(1, 2, 3, 4);
    assertThat(arrays.get("b")).containsExactly(5, 6, 7);
    assertThat(arrays.get("c")).containsExactly(8);
  }

  @Test
  void moreNumbersThanExpectedAreRefusedOverAllArrays() throws IOException {
    Path file =
        archive(
            Map.of("a.npy", Npy.table(2, 2, 1, 2, 3, 4), "b.npy", Npy.table(2, 2, 1, 2, 3, 4)), 0);
    assertRefused(file, 7, "at most 3 numbers", "announces 4");
  }

  @Test
  void aBombIsRefusedByItsHeaderOrByWhatFollowsIt() throws IOException {
    assertRefused(
        archive(Map.of("a.npy", Npy.of(1, "'<f8'", "False", "(4000000000, 100)")), 64),
        1000,
        "!a.npy",
        "at most 1000 numbers",
        "400000000000");
    assertRefused(
        archive(Map.of("a.npy", Npy.table(1, 2, 1, 2)), 64), 1000, "more data than the 16 bytes");
  }

  @Test
  void aProductThatOverflowsIsStillTooMuch() throws IOException {
    String shape = "(4294967296, 4294967296)";
    assertRefused(
        archive(Map.of("a.npy", Npy.of(1, "'<f8'", "False", shape)), 0), 1000, "at most 1000");
  }

  @Test
  void aCutArchiveAndNoArchiveAreRefused() throws IOException {
    Path whole = archive(Map.of("a.npy", Npy.table(2, 2, 1, 2, 3, 4)), 0);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(bytes, 60));
    assertRefused(cut, 10, "cut or damaged");
    Path text = Files.writeString(folder.resolve("text.npz"), "no archive");
    assertRefused(text, 10, "holds no array");
  }

  @Test
  void anArrayOfObjectsIsRefused() throws IOException {
    Path file = archive(Map.of("a.npy", Npy.of(1, "'|O'", "False", "(1,)", 1)), 0);
    assertRefused(file, 10, "!a.npy", "pickled Python objects");
  }
}
