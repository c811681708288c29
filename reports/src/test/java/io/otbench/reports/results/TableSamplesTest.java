package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSamplesTest {
  private static final CellKey CELL = Cells.key("otp", 1);
  private static final List<String> COLUMNS = List.of("a, \"b\"", "c");
  private static final TableRows TEST = new TableRows(COLUMNS, new float[] {1, 2});

  @TempDir Path temp;

  @Test
  void whatIsWrittenIsReadAgainAndTestRowsLieThereOnce() throws IOException {
    float[] numbers = {0.1f, -2, Float.NaN, 1e-30f};
    write(CELL, numbers, TEST);
    write(Cells.key("otp", 2), new float[] {3, 4}, TEST);

    TableSamples read = read();

    TableSample sample = read.of(CELL).orElseThrow();
    assertThat(sample.generated().columns()).isEqualTo(COLUMNS);
    assertThat(sample.generated().numbers()).containsExactly(numbers);
    assertThat(sample.test().numbers()).containsExactly(1, 2);
    assertThat(read.of(Cells.key("otp", 2)).orElseThrow().test()).isSameAs(sample.test());
    try (Stream<Path> files = Files.walk(temp.resolve("rows"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "test.csv.gz",
              "gaussian_gaussian-d2_otp_c0ffee_seed1.csv.gz",
              "gaussian_gaussian-d2_otp_c0ffee_seed2.csv.gz");
    }
  }

  @Test
  void theSameTableOnAnotherScaleIsAnother() throws IOException {
    write(CELL, new float[] {3, 4}, TEST);
    write(Cells.key("otp", 2), new float[] {3, 4}, new TableRows(COLUMNS, new float[] {1, 3}));

    TableSamples read = read();

    assertThat(read.of(CELL).orElseThrow().test().numbers()).containsExactly(1, 2);
    assertThat(read.of(Cells.key("otp", 2)).orElseThrow().test().numbers()).containsExactly(1, 3);
  }

  @Test
  void rowsOfACellCanBeRemoved() throws IOException {
    write(CELL, new float[] {3, 4}, TEST);

    TableSamples.remove(new RunFolder(temp), CELL);
    TableSamples.remove(new RunFolder(temp), CELL);

    assertThat(read().byCell()).isEmpty();
  }

  @Test
  void aLineThatIsTooShortIsNamed() throws IOException {
    write(CELL, new float[] {3, 4}, TEST);
    try (Stream<Path> files = Files.walk(temp.resolve("rows"))) {
      Path file = files.filter(it -> it.toString().endsWith("seed1.csv.gz")).findFirst().get();
      Files.write(file, TableRowsFile.compressed("a,c\n1,2\n3\n"));
      assertThatIllegalArgumentException()
          .isThrownBy(this::read)
          .withMessage(file + ": line 3: a line must have 2 columns, found 1");
      Files.write(file, TableRowsFile.compressed("a,d\n1,2\n"));
      assertThatIllegalArgumentException()
          .isThrownBy(this::read)
          .withMessageContaining("generated rows must have the columns of the test rows");
    }
  }

  private void write(CellKey cell, float[] numbers, TableRows test) throws IOException {
    TableSamples.write(
        new RunFolder(temp), cell, new TableSample(new TableRows(COLUMNS, numbers), test));
  }

  private TableSamples read() throws IOException {
    return TableSamples.read(
        new RunFolder(temp),
        new Results(
            Stream.concat(Cells.rows("otp", 1).stream(), Cells.rows("otp", 2).stream()).toList(),
            List.of()));
  }
}
