package io.otbench.datasets.tabular.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

  private static final TableLimits LIMITS = new TableLimits(10_000, 2, 5, 40_000);
  private static final CsvLayout ALL = CsvLayout.without(List.of());
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  private TableSource text(String text) throws IOException {
    return TableSource.of(Files.writeString(folder.resolve("table.csv"), text));
  }

  private TableSource zipped(String start, char repeated, int megabytes) throws IOException {
    Path file = folder.resolve("table.csv.gz");
    byte[] block = new byte[MEGABYTE];
    Arrays.fill(block, (byte) repeated);
    // A gzip file may have several members; the same one again costs no time to make.
    byte[] member = member(block);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(member(start.getBytes(StandardCharsets.UTF_8)));
      for (int i = 0; i < megabytes; i++) {
        out.write(member);
      }
    }
    return TableSource.of(file);
  }

  private static byte[] member(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(TableSource source, CsvLayout layout, String... parts) {
    assertThatThrownBy(() -> CsvReader.read(source, LIMITS, layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(source.name() + ": ")
        .hasMessageContainingAll(parts);
  }

  private void assertRefused(String text, String... parts) throws IOException {
    assertRefused(text(text), ALL, parts);
  }

  @Test
  void numbersAreReadWithAllTheirDigits() throws IOException {
    Table table =
        CsvReader.read(text("a,\"b\"\n1.000000000000000000e+00, -2.5\n+.5,0.1\n"), LIMITS, ALL);
    assertThat(table.columns()).containsExactly("a", "b");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(Arrays.copyOf(table.values(), 4)).containsExactly(1, -2.5, 0.5, 0.1);
  }

  @Test
  void gzipGivesTheSameTable() throws IOException {
    Table table = CsvReader.read(zipped("a,b\n1,2\n3,4\n", ' ', 0), LIMITS, ALL);
    assertThat(Arrays.copyOf(table.values(), 4)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void manyRowsAreKeptInOrder() throws IOException {
    StringBuilder text = new StringBuilder("a,b\r\n");
    for (int i = 0; i < 10_000; i++) {
      text.append(i).append(',').append(-i).append("\r\n");
    }
    Table table = CsvReader.read(text(text.toString()), LIMITS, ALL);
    assertThat(table.rows()).isEqualTo(10_000);
    for (int i = 0; i < 10_000; i++) {
      assertThat(table.get(i, 0)).isEqualTo(i);
      assertThat(table.get(i, 1)).isEqualTo(-i);
    }
  }

  @Test
  void droppedColumnsMayHoldAnything() throws IOException {
    CsvLayout layout = CsvLayout.without(List.of("class"));
    Table table = CsvReader.read(text("\uFEFFa,class,b\n1,g,2\n3,,4\n"), LIMITS, layout);
    assertThat(table.columns()).containsExactly("a", "b");
    assertThat(Arrays.copyOf(table.values(), 4)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aColumnToDropThatIsNotThereIsNamed() throws IOException {
    CsvLayout layout = CsvLayout.without(List.of("klass"));
    assertRefused(text("a,b,class\n1,2,g\n"), layout, "column 'klass'", "has a, b, class");
    assertRefused(text("a,b\n1,2\n"), CsvLayout.without(List.of("a", "b")), "all are dropped");
  }

  @Test
  void aTrailingCommaShiftsNoColumnWhereItIsAllowed() throws IOException {
    String text = "a,b\n1,2,\n3,4,\n";
    CsvLayout layout = new CsvLayout(List.of(), true, row -> true, 10);
    Table table = CsvReader.read(text(text), LIMITS, layout);
    assertThat(Arrays.copyOf(table.values(), 4)).containsExactly(1, 2, 3, 4);
    assertRefused(text, "line 2", "2 cells", "has 3");
  }

  @Test
  void onlyRowsThatTheFilterKeepsCount() throws IOException {
    CsvLayout odd = new CsvLayout(List.of(), false, row -> row[0] == 1, 4);
    Table table = CsvReader.read(text("a,b\n1,2\n0,3\n1,4\n0,5\n"), LIMITS, odd);
    assertThat(table.rows()).isEqualTo(2);
    assertThat(Arrays.copyOf(table.values(), 4)).containsExactly(1, 2, 1, 4);
    assertRefused(text("a,b\n1,2\n0,3\n1,4\n0,5\n1,6\n"), odd, "at most 4 lines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?",
        "",
        "NaN",
        "nan",
        "Infinity",
        "1e999",
        "abc",
        "1d",
        "0x1p3",
        "1 2",
        "e5",
        "-"
      })
  void aCellThatIsNoFiniteNumberIsRefusedWithItsPlace(String cell) throws IOException {
    assertRefused(
        "a,b\n1,2\n3," + cell + "\n", "line 3, column 'b'", "finite number", "'" + cell + "'");
  }

  @Test
  void aLineOfAnotherLengthIsRefused() throws IOException {
    assertRefused("a,b\n1,2\n3\n", "line 3", "2 cells", "has 1");
    assertRefused("a,b\n1,2\n3,4,5\n", "line 3", "2 cells", "has 3");
    assertRefused("a,b\n1,2\n\n3,4\n", "line 3", "2 cells", "has 1");
  }

  @Test
  void theFirstLineMustNameTheColumns() throws IOException {
    assertRefused("1,2\n3,4\n", "line of column names", "begins with numbers");
    assertRefused("", "line of column names", "empty");
    assertRefused("a,a\n1,2\n", "'a' twice");
    assertRefused("a,\n1,2\n", "name of its own");
    assertRefused("a;b\n1;2\n", "2 to 5 columns, separated by commas", "has 1");
    assertRefused("a,b,c,d,e,f\n", "2 to 5 columns", "has 6");
  }

  @Test
  void aQuoteThatGoesOnWronglyOrNeverEndsIsRefused() throws IOException {
    assertRefused("a,b\n1,\"2\"3\n", "cut or damaged");
    assertRefused("a,b\n1,\"2\n", "cut or damaged");
  }

  @Test
  void tooManyRowsAreRefused() throws IOException {
    assertRefused("a,b\n" + "1,2\n".repeat(10_001), "at most 10000 rows");
  }

  @Test
  void aPointerAndAFalseGzipAreRefused() throws IOException {
    assertRefused("version https://git-lfs.github.com/spec/v1\n", "git-lfs pointer");
    Path plain = Files.writeString(folder.resolve("plain.csv.gz"), "a,b\n1,2\n");
    assertRefused(TableSource.of(plain), ALL, "gzip");
  }

  @Test
  void aCutGzipIsRefused() throws IOException {
    TableSource whole = zipped("a,b\n1,2\n3,4\n", ' ', 0);
    byte[] bytes = Files.readAllBytes(Path.of(whole.name()));
    Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes, bytes.length - 10));
    assertRefused(TableSource.of(cut), ALL, "cut or damaged");
  }

  /** 2 GiB of one character are 2 MB in gzip; the test JVM has 1 GiB. */
  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,", "a,b\n1,\"", "a,", "\""})
  void aBombOfOneEndlessLineIsRefused(String start) throws IOException {
    TableSource bomb = zipped(start, '1', 2048);
    assertRefused(bomb, ALL, "lines of at most 65536 characters");
  }

  @Test
  void aBombOfLinesIsRefused() throws IOException {
    assertRefused(zipped("a,b\n1,2\n", '\n', 2048), ALL, "line 3", "2 cells");
    assertRefused(zipped("a,b\n1,\"", '\n', 2048), ALL, "lines of at most 65536 characters");
  }
}
