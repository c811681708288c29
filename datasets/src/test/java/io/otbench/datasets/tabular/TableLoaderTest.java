package io.otbench.datasets.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.datasets.tabular.files.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableLoaderTest {

  @TempDir Path folder;

  private Path csv(String name, int rows) throws IOException {
    StringBuilder text = new StringBuilder("a,b,label\n");
    for (int i = 0; i < rows; i++) {
      text.append(i).append(',').append(0.5 * i * i + 0.25).append(",x\n");
    }
    return Files.writeString(folder.resolve(name), text.toString());
  }

  private static void assertRefused(Path file, List<String> dropped, String... parts) {
    assertThatThrownBy(() -> TableLoader.load(file, dropped))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContainingAll(parts);
  }

  @Test
  void aTableBecomesASetLikeThoseOfTheCatalogue() throws IOException {
    TabularSet set = TableLoader.load(csv("My table_1.csv", 1000), List.of("label"));
    assertThat(set.name()).isEqualTo("my-table-1");
    assertThat(set.columns()).containsExactly("a", "b");
    assertThat(set.integerColumns()).containsExactly("a");
    assertThat(set.scaling()).isEqualTo(Scaling.ZSCORE);
    assertThat(set.subset()).isFalse();
    assertThat(set.train().count()).isEqualTo(810);
    assertThat(set.validation().count()).isEqualTo(90);
    assertThat(set.test().count()).isEqualTo(100);
    double squares = 0;
    for (float value : set.train().values()) {
      squares += value * value;
    }
    assertThat(squares / set.train().values().length).isCloseTo(1, within(0.05));
  }

  @ParameterizedTest
  @CsvSource({
    "wine.csv, wine",
    "Über  große.csv, ber-gro-e",
    "--a.b.csv, a-b",
    "A.CSV, a",
    "?.csv, table"
  })
  void theNameIsMadeOfTheFileName(String file, String name) throws IOException {
    assertThat(TableLoader.load(csv(file, 20), List.of("label")).name()).isEqualTo(name);
  }

  @Test
  void columnsOfAnArrayAreDroppedByNumber() throws IOException {
    double[] values = new double[300];
    for (int i = 0; i < 100; i++) {
      values[3 * i] = i;
      values[3 * i + 1] = 7;
      values[3 * i + 2] = -i * (double) i;
    }
    Path file = Files.write(folder.resolve("array.npy"), Npy.table(100, 3, values));
    TabularSet set = TableLoader.load(file, List.of("c2"), Scaling.MINMAX);
    assertThat(set.columns()).containsExactly("c1", "c3");
    assertThat(set.scaling()).isEqualTo(Scaling.MINMAX);
    for (int i = 0; i < set.train().count(); i++) {
      // The third column falls where the first rises.
      float a = set.train().values()[2 * i];
      float c = set.train().values()[2 * i + 1];
      assertThat(a > 0.5 && c > 0.5).isFalse();
    }
    assertRefused(file, List.of(), "column 'c2' must not be constant but is 7.0");
    assertRefused(file, List.of("c4"), "column 'c4'", "c1 to c3");
    assertRefused(file, List.of("c1", "c2", "c3"), "all are dropped");
  }

  @Test
  void otherInputsAreRefused() throws IOException {
    assertRefused(folder.resolve("none.csv"), List.of(), "no such file");
    assertRefused(folder, List.of(), "no such file");
    Path text = Files.writeString(folder.resolve("table.txt"), "a,b\n1,2\n");
    assertRefused(text, List.of(), ".csv, .csv.gz or .npy");
    assertRefused(csv("few.csv", 10), List.of("label"), "10 rows are too few");
    assertRefused(csv("label.csv", 20), List.of(), "line 2, column 'label'", "'x'");
    assertRefused(csv("none-left.csv", 20), List.of("klass"), "'klass'", "a, b, label");
    assertThatThrownBy(() -> TableLoader.load(text, List.of(), Scaling.SVD))
        .hasMessageContaining("ZSCORE or MINMAX but is SVD");
  }
}
