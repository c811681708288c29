package io.otbench.datasets.tabular.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.datasets.FloatRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyReaderTest {

  private static final TableLimits LIMITS = new TableLimits(100, 2, 5, 400);

  @TempDir Path folder;

  private TableSource file(byte[] bytes) throws IOException {
    return TableSource.of(Files.write(folder.resolve("data.npy"), bytes));
  }

  private void assertRefused(byte[] bytes, String... parts) throws IOException {
    TableSource source = file(bytes);
    assertThatThrownBy(() -> NpyReader.readTable(source, LIMITS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(folder.resolve("data.npy") + ": ")
        .hasMessageContainingAll(parts);
  }

  @ParameterizedTest
  @CsvSource({"1, <f8", "2, <f8", "1, <f4", "2, <f4"})
  void bothVersionsAndWidthsGiveTheSameTable(int version, String type) throws IOException {
    byte[] bytes =
        Npy.of(version, "'" + type + "'", "False", "(2, 3)", 1, 2, 3, -4.5, 0.25, 1 << 20);
    Table table = NpyReader.readTable(file(bytes), LIMITS);
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.columns()).containsExactly("c1", "c2", "c3");
    assertThat(table.values()).containsExactly(1, 2, 3, -4.5, 0.25, 1 << 20);
    FloatRows floats = NpyReader.readFloats(file(bytes), LIMITS);
    assertThat(floats.dim()).isEqualTo(3);
    assertThat(floats.values()).containsExactly(1, 2, 3, -4.5f, 0.25f, 1 << 20);
  }

  @Test
  void fortranOrderIsTransposed() throws IOException {
    byte[] bytes = Npy.of(1, "'<f8'", "True", "(2, 3)", 1, 4, 2, 5, 3, 6);
    assertThat(NpyReader.readTable(file(bytes), LIMITS).values()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aTableLargerThanABlockIsWhole() throws IOException {
    double[] numbers = new double[40_000];
    Arrays.setAll(numbers, i -> Math.sqrt(i));
    byte[] bytes = Npy.table(20_000, 2, numbers);
    assertThat(NpyReader.readTable(file(bytes), TableLimits.exactly(2, 20_000)).values())
        .containsExactly(numbers);
  }

  @Test
  void aCutFileIsRefusedWithBothSizes() throws IOException {
    byte[] whole = Npy.table(3, 2, 1, 2, 3, 4, 5, 6);
    assertRefused(Arrays.copyOf(whole, whole.length - 9), "48 data bytes", "has 39");
  }

  @Test
  void aCutStreamOfUnknownSizeIsRefusedToo() throws IOException {
    byte[] whole = Npy.table(3, 2, 1, 2, 3, 4, 5, 6);
    Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, whole.length - 9));
    TableSource source =
        new TableSource("stream", () -> Files.newInputStream(cut), OptionalLong.empty());
    assertThatThrownBy(() -> NpyReader.readTable(source, LIMITS))
        .hasMessage("stream: must have the 48 data bytes that its header promises but has 39");
  }

  @Test
  void dataBehindTheTableAreRefused() throws IOException {
    byte[] whole = Npy.table(3, 2, 1, 2, 3, 4, 5, 6);
    byte[] more = Arrays.copyOf(whole, whole.length + 1);
    assertRefused(more, "48 data bytes", "has 49");
    Path longer = Files.write(folder.resolve("longer.npy"), more);
    TableSource source =
        new TableSource("stream", () -> Files.newInputStream(longer), OptionalLong.empty());
    assertThatThrownBy(() -> NpyReader.readTable(source, LIMITS))
        .hasMessageContaining("more data than the 48 bytes");
  }

  @Test
  void aHeaderThatEndsEarlyIsRefused() throws IOException {
    byte[] whole = Npy.table(3, 2, 1, 2, 3, 4, 5, 6);
    assertRefused(Arrays.copyOf(whole, 7), "cut or damaged");
    assertRefused(Arrays.copyOf(whole, 30), "cut or damaged", "header ends early");
  }

  @Test
  void aPointerInPlaceOfTheDataIsRefused() throws IOException {
    String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12551952\n";
    assertRefused(pointer.getBytes(StandardCharsets.UTF_8), "git-lfs pointer");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    assertRefused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "does not begin like one");
    assertRefused(new byte[0], "does not begin like one");
    assertRefused(new byte[] {(byte) 0x80, 2, 'c', 'p', 'a', 'n', 'd', 'a'}, "Python pickle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'>f8'", "'<i8'", "'<f2'", "'|b1'", "[('a', '<f8'), ('b', '<f8')]"})
  void otherNumbersAreRefused(String type) throws IOException {
    assertRefused(Npy.of(1, type, "False", "(1, 2)", 1, 2), "'<f4' or '<f8'", "holds " + type);
  }

  @Test
  void anArrayOfObjectsIsRefusedAsAPickle() throws IOException {
    assertRefused(Npy.of(1, "'|O'", "False", "(1, 2)", 1, 2), "pickled Python objects");
  }

  @Test
  void versionThreeIsRefused() throws IOException {
    assertRefused(Npy.of(3, "'<f8'", "False", "(1, 2)", 1, 2), "version 1 or 2", "version 3");
  }

  @Test
  void aWrongNumberOfColumnsIsRefused() throws IOException {
    assertRefused(Npy.table(1, 1, 1), "2 to 5 columns", "has 1");
    TableSource source = file(Npy.table(1, 3, 1, 2, 3));
    assertThatThrownBy(() -> NpyReader.readTable(source, TableLimits.exactly(8, 100)))
        .hasMessageContaining("exactly 8 columns")
        .hasMessageEndingWith("has 3");
  }

  @Test
  void otherShapesAreRefused() throws IOException {
    assertRefused(Npy.of(1, "'<f8'", "False", "(2,)", 1, 2), "two axes", "[2]");
    assertRefused(Npy.of(1, "'<f8'", "False", "(1, 1, 2)", 1, 2), "two axes", "[1, 1, 2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(101, 2)", "(4000000000000, 2)", "(9223372036854775807, 2)"})
  void aShapeFarAboveTheSetIsRefusedBeforeMemoryIsFilled(String shape) throws IOException {
    assertRefused(Npy.of(1, "'<f8'", "False", shape, 1, 2), "at most 100 rows");
  }

  @Test
  void moreNumbersThanAllowedAreRefusedBeforeMemoryIsFilled() throws IOException {
    assertRefused(
        Npy.of(1, "'<f8'", "False", "(100, 5)", 1, 2), "at most 400 numbers", "100 rows of 5");
  }

  @Test
  void aShapeThatIsNoNumberIsRefused() throws IOException {
    assertRefused(Npy.of(1, "'<f8'", "False", "(99999999999999999999, 2)"), "NPY shape");
    assertRefused(Npy.of(1, "'<f8'", "False", "(-1, 2)"), "NPY header that cannot be read");
  }

  @Test
  void aHeaderThatAnnouncesMoreThanAHeaderIsRefused() throws IOException {
    byte[] bytes = Npy.of(2, "'<f8'", "False", "(1, 2)", 1, 2);
    bytes[11] = 0x7f;
    assertRefused(bytes, "NPY header of at most 65536 bytes");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aNumberThatIsNotFiniteIsRefusedWithItsPlace(double wrong) throws IOException {
    assertRefused(
        Npy.table(2, 3, 1, 2, 3, 4, 5, wrong), "row 2, column 3", "finite", String.valueOf(wrong));
    assertRefused(Npy.of(1, "'<f8'", "True", "(2, 3)", 1, 2, 3, wrong, 5, 6), "row 2, column 2");
  }

  @Test
  void aNumberTooLargeForFloat32IsRefusedWhereThatIsWanted() throws IOException {
    TableSource source = file(Npy.table(2, 2, 1, 2, 1e300, 4));
    assertThat(NpyReader.readTable(source, LIMITS).get(1, 0)).isEqualTo(1e300);
    assertThatThrownBy(() -> NpyReader.readFloats(source, LIMITS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("row 2, column 1 must be a finite number but is Infinity");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> TableSource.of(folder.resolve("none.npy")))
        .hasMessage(folder.resolve("none.npy") + ": there is no such file");
  }
}
