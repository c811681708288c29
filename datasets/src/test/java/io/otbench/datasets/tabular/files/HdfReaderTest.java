package io.otbench.datasets.tabular.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.otbench.datasets.FloatRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HdfReaderTest {

  private static final TableLimits LIMITS = TableLimits.exactly(3, 7);

  @TempDir Path folder;
  private Path file;
  private Path chunks;

  @BeforeEach
  void copyFile() throws IOException {
    file = copy("h5py.hdf5");
    chunks = copy("chunks.hdf5");
  }

  private Path copy(String name) throws IOException {
    try (InputStream bytes =
        HdfReaderTest.class.getResourceAsStream("/io/otbench/datasets/tabular/" + name)) {
      return Files.write(folder.resolve(name), bytes.readAllBytes());
    }
  }

  private static void assertRefused(
      Path file, String dataset, TableLimits limits, String... parts) {
    assertThatThrownBy(() -> HdfReader.readFloats(file, dataset, limits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContainingAll(parts);
  }

  @Test
  void theFirstAndLastRowsAreThoseThatWereWritten() {
    FloatRows rows = HdfReader.readFloats(file, "train", LIMITS);
    assertThat(rows.count()).isEqualTo(7);
    assertThat(Arrays.copyOf(rows.values(), 3))
        .containsExactly(0.5488135f, 0.71518934f, 0.60276335f);
  }

  @Test
  void doublesInZippedChunksAreTheSameRows() {
    assertThat(HdfReader.readFloats(file, "chunked", LIMITS).values())
        .containsExactly(HdfReader.readFloats(file, "train", LIMITS).values());
  }

  @Test
  void otherShapesAndTypesAreRefused() {
    assertRefused(file, "train", TableLimits.exactly(63, 7), "exactly 63 columns", "has 3");
    assertRefused(file, "train", TableLimits.exactly(3, 6), "at most 6 rows", "has 7");
    assertRefused(file, "flat", LIMITS, "two axes", "[6]");
    assertRefused(file, "whole", LIMITS, "'whole' must hold floats");
    assertRefused(file, "test", LIMITS, "whole data set 'test'");
  }

  @Test
  void aChunkFarAboveTheSetIsRefusedBeforeItIsUnpacked() {
    assertRefused(file, "bomb", LIMITS, "chunks of at most 21 numbers", "[1048576, 3]");
  }

  @Test
  void packedAndCheckedChunksAreTheSameRows() {
    float[] expected = HdfReader.readFloats(file, "train", LIMITS).values();
    assertThat(HdfReader.readFloats(chunks, "checked", LIMITS).values()).containsExactly(expected);
  }

  @Test
  void aChunkThatUnpacksToMoreThanItsShapeIsRefusedBeforeItIsUnpacked() {
    assertRefused(chunks, "inflating", LIMITS, "chunks of 84 bytes", "row 1, column 1 has more");
    assertRefused(chunks, "twice", LIMITS, "deflated once but are 2 times");
  }

  @Test
  void chunksOutsideTheShapeAreRefused() {
    assertRefused(chunks, "outside", LIMITS, "bytes of the chunks within its shape but has");
  }

  @Test
  void aPackingThatCannotBeMeasuredIsRefused() {
    assertRefused(chunks, "lzf", LIMITS, "data set 'lzf'", "plain, shuffled or in gzip", "lzf");
    assertRefused(chunks, "scaled", LIMITS, "'scaled'");
  }

  @Test
  void aDataSetThatWasNeverWrittenIsRefused() {
    assertRefused(chunks, "unwritten", LIMITS, "'unwritten'", "nothing was ever written");
    assertRefused(chunks, "unwritten-chunks", LIMITS, "'unwritten-chunks'", "nothing was ever");
  }

  /** A header that announces 2 GiB: room is made for what the file has, not for what it says. */
  @Test
  void aHeaderFarLongerThanTheFileIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int headers = 0;
    for (int at = 0; at + 16 <= bytes.length; at += 8) {
      ByteBuffer header = ByteBuffer.wrap(bytes, at, 16).order(ByteOrder.LITTLE_ENDIAN);
      boolean looksLikeOne =
          header.getShort() == 1
              && header.getShort() < 20
              && header.getInt() == 1
              && header.getInt() == 256;
      if (looksLikeOne) {
        bytes[at + 11] = 0x7f;
        headers++;
      }
    }
    assertThat(headers).isPositive();
    Path wrong = Files.write(folder.resolve("header.hdf5"), bytes);
    assertRefused(wrong, "train", LIMITS, "whole data set 'train'");
  }

  /** Bytes changed at random: whatever the library stumbles over, the file is named. */
  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      // The superblock and the headers of the first data set.
      bytes[random.nextInt(1600)] ^= (byte) (1 + random.nextInt(255));
      Path damaged = Files.write(folder.resolve("damaged.hdf5"), bytes);
      try {
        assertThat(HdfReader.readFloats(damaged, "train", LIMITS).dim()).isEqualTo(3);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith(damaged + ": ");
      }
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.hdf5"), "no HDF5 file at all");
    assertRefused(text, "train", LIMITS, "must be an HDF5 file");
    Path empty = Files.write(folder.resolve("empty.hdf5"), new byte[0]);
    assertRefused(empty, "train", LIMITS, "empty");
    Path pointer =
        Files.writeString(folder.resolve("pointer.hdf5"), "version https://git-lfs.github.com/");
    assertRefused(pointer, "train", LIMITS, "git-lfs pointer");
  }

  @Test
  void aCutFileIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {100, 600, 2100}) {
      Path cut = Files.write(folder.resolve("cut" + length), Arrays.copyOf(bytes, length));
      assertRefused(cut, "train", LIMITS, "whole data set 'train'");
    }
  }

  @Test
  void aNumberThatIsNotFiniteIsRefusedWithItsPlace() {
    Path wrong = folder.resolve("nan.hdf5");
    try (WritableHdfFile hdf = HdfFile.write(wrong)) {
      hdf.putDataset("train", new float[][] {{1, 2, 3}, {4, Float.NaN, 6}});
    }
    assertRefused(wrong, "train", LIMITS, "row 2, column 2", "NaN");
    Path tooLarge = folder.resolve("large.hdf5");
    try (WritableHdfFile hdf = HdfFile.write(tooLarge)) {
      // Finite as it stands there, but not in float32.
      hdf.putDataset("train", new double[][] {{1, 2, 3}, {4, 5, -1e300}});
    }
    assertRefused(tooLarge, "train", LIMITS, "row 2, column 3", "-Infinity");
  }
}
