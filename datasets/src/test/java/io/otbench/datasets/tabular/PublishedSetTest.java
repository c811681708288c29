package io.otbench.datasets.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.otbench.datasets.tabular.files.Npy;
import io.otbench.datasets.tabular.files.Table;
import io.otbench.datasets.tabular.preparation.Golden;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSetTest {

  @TempDir Path folder;

  private TabularSet load(String name, Scaling scaling) {
    return TabularCatalogue.entry(name).load(scaling, new DataFolder(folder, "a test"));
  }

  private void write(String relative, byte[] bytes) throws IOException {
    Path file = folder.resolve(relative);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void assertRefused(String name, String... parts) {
    assertThatThrownBy(() -> load(name, Scaling.ZSCORE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }

  private static double[] noise(int count) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, count).mapToDouble(i -> random.nextDouble()).toArray();
  }

  /** A CSV file of the columns chosen. */
  private static byte[] csv(Table table, List<String> names, List<Integer> columns) {
    StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
    for (int i = 0; i < table.rows(); i++) {
      int row = i;
      text.append(
              String.join(
                  ",", columns.stream().map(j -> String.valueOf(table.get(row, j))).toList()))
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"power", "gas", "hepmass", "miniboone", "bsds300", "gas-subset"})
  void aMissingSetIsSaidInOneMessageWithWhatToDo(String name) {
    String file = TabularCatalogue.entry(name).files().get(0).split(", ")[0];
    assertRefused(
        name,
        "set " + name,
        folder.resolve(file).toString(),
        "-Ddata=DIR",
        "OTBENCH_DATA",
        "1161203",
        "10.5281/zenodo.1161203",
        "9b9c9b0375315ad270eba4ce80c093ab",
        "tar xzf data.tar.gz");
  }

  @Test
  void theConversionsAreGivenWhereOneIsNeeded() throws IOException {
    assertRefused("gas", "read_pickle('ethylene_CO.pickle')", "'Meth', 'Eth', 'Time'");
    assertRefused("bsds300", "h5py.File('BSDS300.hdf5')", ".npy");
    // The pickle alone is not enough, and under another name it is refused.
    byte[] pickle = {(byte) 0x80, 2, 'c', 'p', 'a', 'n', 'd', 'a', 's'};
    write("gas/ethylene_CO.pickle", pickle);
    assertRefused("gas", "its files are not there", "read_pickle('ethylene_CO.pickle')");
    write("gas/ethylene_CO.npy", pickle);
    assertRefused("gas", "ethylene_CO.npy", "Python pickle");
    assertThatThrownBy(() -> load("power", Scaling.ZSCORE))
        .message()
        .doesNotContain("pickle", "h5py");
  }

  @Test
  void minibooneOfItsFullSizeIsSplitAsPublished() throws IOException {
    write("data/miniboone/data.npy", Npy.table(36_488, 43, noise(36_488 * 43)));
    TabularSet set = load("miniboone", Scaling.ZSCORE);
    assertThat(set.subset()).isFalse();
    assertThat(set.dim()).isEqualTo(43);
    assertThat(set.train().count()).isEqualTo(29_556);
    assertThat(set.validation().count()).isEqualTo(3_284);
    assertThat(set.test().count()).isEqualTo(3_648);
    SetVerification found =
        SetVerification.of(
            TabularCatalogue.entry("miniboone"), Scaling.ZSCORE, new DataFolder(folder, "a test"));
    assertThat(found.files())
        .singleElement()
        .satisfies(file -> assertThat(file.value()).hasSize(64))
        .satisfies(file -> assertThat(file.expected()).isEmpty());
    // A uniform column has its ends at the root of 3 deviations.
    assertThat(found.columns().get(7).max()).isCloseTo(Math.sqrt(3), within(0.02));
    assertThat(found.columns().get(7).deviation()).isCloseTo(1, within(0.01));
  }

  @Test
  void otherRowCountsAreRefused() throws IOException {
    write("power/data.npy", Npy.table(60, 8, Golden.array("pw_raw")));
    assertRefused("power", "power/data.npy", "2049280 rows", "has 60");
    write("miniboone/data.npy", Npy.table(36_489, 43, noise(36_489 * 43)));
    assertRefused("miniboone", "miniboone/data.npy", "at most 36488 rows", "has 36489");
    write("gas/ethylene_CO.npy", Npy.table(240, 16, Golden.array("gas_raw")));
    assertRefused("gas", "ethylene_CO.npy", "1052065 rows", "has 240");
  }

  @Test
  void otherColumnCountsAreRefused() throws IOException {
    write("power/data.npy", Npy.table(20, 7, noise(140)));
    assertRefused("power", "power/data.npy", "exactly 8 columns", "has 7");
    write("miniboone/data.npy", Npy.table(20, 50, noise(1000)));
    assertRefused("miniboone", "miniboone/data.npy", "exactly 43 columns", "has 50");
  }

  @Test
  void aPartOfGasIsLoadedAsASubsetFromTheTableWithItsOwnNames() throws IOException {
    // Without sensor 3 the made-up sensors leave 8, as the real ones do.
    List<Integer> columns =
        IntStream.range(0, 16)
            .filter(i -> i != 3)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    List<String> names = new ArrayList<>(columns.stream().map(i -> "s" + i).toList());
    columns.addAll(0, List.of(0, 0, 0));
    names.addAll(0, List.of("Time", "Meth", "Eth"));
    write("gas/ethylene_CO.csv", csv(Golden.table("gas_raw", 16), names, columns));
    for (Scaling asked : List.of(Scaling.ZSCORE, Scaling.MINMAX)) {
      TabularSet set = load("gas-subset", asked);
      assertThat(set.columns())
          .containsExactly("s5", "s6", "s9", "s10", "s11", "s12", "s14", "s15");
      assertThat(set.subset()).isTrue();
      assertThat(set.source()).startsWith("subset");
      // Both published codes scale GAS in the same way.
      assertThat(set.scaling()).isEqualTo(Scaling.ZSCORE);
      double[] expected = Golden.array("gas_trn");
      assertThat(set.train().values()[8 + 2]).isEqualTo((float) expected[9 + 3]);
    }
    assertRefused("gas", "1052065 rows", "has 240");
  }

  @Test
  void gasWithoutItsNamesOrWithTooManySensorsLeftIsRefused() throws IOException {
    Table raw = Golden.table("gas_raw", 16);
    write(
        "gas/ethylene_CO.csv",
        csv(raw, List.of("Time", "Meth", "a", "b", "c"), List.of(0, 1, 2, 3, 4)));
    assertRefused("gas-subset", "ethylene_CO.csv", "column 'Eth'");
    write(
        "gas/ethylene_CO.csv", csv(raw, List.of("Time", "Meth", "Eth", "a"), List.of(0, 1, 2, 3)));
    assertRefused("gas-subset", "ethylene_CO.csv", "5 to 64 columns", "has 4");
    write("gas/ethylene_CO.npy", Npy.table(240, 1, noise(240)));
    assertRefused("gas-subset", "ethylene_CO.npy", "2 to 64 columns", "has 1");
    write("gas/ethylene_CO.npy", Npy.table(240, 16, raw.values()));
    assertRefused("gas-subset", "ethylene_CO.npy", "8 columns after the preparation", "has 9");
  }

  /** The made-up tables with the smallest value of four more columns repeated, and a change. */
  private void writeHepmass(Consumer<Table> change) throws IOException {
    Table train = Golden.table("hm_train_raw", 28);
    for (int i = 0; i < train.rows(); i++) {
      for (int j = 1; j <= 4; j++) {
        train.values()[i * 28 + j] = Math.max(0, train.get(i, j));
      }
    }
    writeHepmass(train, change);
  }

  private void writeHepmass(Table train, Consumer<Table> change) throws IOException {
    change.accept(train);
    List<String> names = new ArrayList<>(List.of("# label"));
    names.addAll(IntStream.range(0, 27).mapToObj(i -> "f" + i).toList());
    write("hepmass/1000_train.csv", csv(train, names, range(28)));
    names.add("mass");
    write("hepmass/1000_test.csv", csv(Golden.table("hm_test_raw", 29), names, range(29)));
  }

  private static List<Integer> range(int columns) {
    return IntStream.range(0, columns).boxed().toList();
  }

  @Test
  void aPartOfHepmassIsLoadedAsASubset() throws IOException {
    writeHepmass(train -> {});
    TabularSet set = load("hepmass-subset", Scaling.MINMAX);
    assertThat(set.dim()).isEqualTo(21);
    assertThat(set.columns()).startsWith("f4").endsWith("f26").doesNotContain("f14", "mass");
    assertThat(set.test().count()).isEqualTo(79);
    // Feature 26 is column 24 of 25 in the golden table.
    assertThat(set.test().values()[20]).isEqualTo((float) Golden.array("hm_scale_tst")[24]);
    assertThat(load("hepmass-subset", Scaling.SVD).dim()).isBetween(22, 27);
    assertRefused("hepmass", "1000_train.csv", "350136 rows", "has 146");
  }

  @Test
  void hepmassWithAnotherLabelOrWidthIsRefused() throws IOException {
    writeHepmass(train -> train.values()[28 * 7] = 3);
    assertRefused("hepmass-subset", "1000_train.csv", "line 9", "label must be 0 or 1", "3.0");
    byte[] train = Files.readAllBytes(folder.resolve("hepmass/1000_train.csv"));
    write("hepmass/1000_train.csv", Files.readAllBytes(folder.resolve("hepmass/1000_test.csv")));
    assertRefused("hepmass-subset", "1000_train.csv", "exactly 28 columns", "has 29");
    writeHepmass(ignored -> {});
    write("hepmass/1000_test.csv", train);
    assertRefused("hepmass-subset", "1000_test.csv", "exactly 29 columns", "has 28");
  }

  @Test
  void hepmassWithTooManyFeaturesLeftIsRefused() throws IOException {
    writeHepmass(Golden.table("hm_train_raw", 28), train -> {});
    assertRefused("hepmass-subset", "1000_train.csv", "21 columns after the preparation", "has 25");
  }

  @Test
  void aConstantColumnOfAPublishedSetIsNamedWithItsFile() throws IOException {
    writeHepmass(train -> fill(train, 9));
    assertRefused("hepmass-subset", "1000_train.csv", "column 'f8' must not be constant");
    Table power = new Table(names(8), 60, Golden.array("pw_raw"));
    fill(power, 7);
    write("power/data.npy", Npy.table(60, 8, power.values()));
    assertRefused("power-user-subset", "power/data.npy", "column 'time' must not be constant");
    Table miniboone = new Table(names(43), 40, noise(43 * 40));
    fill(miniboone, 2);
    write("miniboone/data.npy", Npy.table(40, 43, miniboone.values()));
    assertRefused("miniboone-user-subset", "miniboone/data.npy", "column 'c3' must not be const");
    // The correlation of a constant sensor is undefined; the public code would make NaN of it.
    Table gas = Golden.table("gas_raw", 16);
    fill(gas, 4);
    write("gas/ethylene_CO.npy", Npy.table(240, 16, gas.values()));
    assertRefused("gas-subset", "gas/ethylene_CO.npy", "column 'c5' must not be constant");
  }

  private static void fill(Table table, int column) {
    for (int i = 0; i < table.rows(); i++) {
      table.values()[i * table.width() + column] = 1;
    }
  }

  private static List<String> names(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(i -> "c" + i).toList();
  }

  @Test
  void aSubsetTooSmallForItsPartsIsRefused() throws IOException {
    write("power/data.npy", Npy.table(10, 8, noise(80)));
    assertRefused("power-user-subset", "power/data.npy", "10 rows are too few");
    write("miniboone/data.npy", Npy.table(9, 43, noise(43 * 9)));
    assertRefused("miniboone-user-subset", "miniboone/data.npy", "9 rows are too few");
    write("gas/ethylene_CO.npy", Npy.table(10, 16, noise(160)));
    assertRefused("gas-subset", "gas/ethylene_CO.npy", "10 rows are too few");
  }

  @Test
  void partsOfPowerAndMinibooneAreSubsetsThatAreNotTheShippedOnes() throws IOException {
    write("power/data.npy", Npy.table(60, 8, Golden.array("pw_raw")));
    TabularSet power = load("power-user-subset", Scaling.MINMAX);
    assertThat(power.subset()).isTrue();
    assertThat(power.source()).startsWith("subset");
    // Of the user's rows the time of day is taken as it is.
    assertThat(power.integerColumns()).containsExactly("time");
    assertThat(power.test().values()[7]).isEqualTo((float) Golden.array("pw_scale_tst")[7]);
    write("miniboone/data.npy", Npy.table(40, 43, noise(43 * 40)));
    assertThat(load("miniboone-user-subset", Scaling.ZSCORE).train().count()).isEqualTo(33);
  }

  /**
   * The test JVM has 1 GiB. All but the first rows are zeros that take no room on the disk; they
   * are read like any others.
   */
  @Test
  void powerOfItsFullSizeLoadsInTwentySecondsAndOneGibibyte() throws IOException {
    byte[] start = Npy.of(1, "'<f8'", "False", "(2049280, 8)", noise(80_000));
    write("power/data.npy", start);
    int header = start.length - 8 * 80_000;
    try (FileChannel file =
        FileChannel.open(folder.resolve("power/data.npy"), StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(8), header + 8L * 8 * 2_049_280 - 8);
    }
    Instant before = Instant.now();
    TabularSet power = load("power", Scaling.ZSCORE);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    assertThat(power.train().count()).isEqualTo(1_659_917);
    assertThat(power.test().count()).isEqualTo(204_928);
  }

  @Test
  void patchesAreLoadedAsStoredFromEitherFormat() throws IOException {
    double[] numbers = noise(63 * 4);
    float[][] rows = new float[4][63];
    for (int i = 0; i < numbers.length; i++) {
      rows[i / 63][i % 63] = (float) numbers[i];
    }
    write("BSDS300/test.npy", Npy.of(1, "'<f4'", "False", "(1, 63)", Arrays.copyOf(numbers, 63)));
    write("BSDS300/train.npy", Npy.of(1, "'<f4'", "False", "(4, 63)", numbers));
    write(
        "BSDS300/validation.npy",
        Npy.of(1, "'<f4'", "False", "(2, 63)", Arrays.copyOf(numbers, 126)));
    TabularSet arrays = load("bsds300-subset", Scaling.ZSCORE);
    try (WritableHdfFile hdf = HdfFile.write(folder.resolve("BSDS300/BSDS300.hdf5"))) {
      hdf.putDataset("train", rows);
      hdf.putDataset("validation", Arrays.copyOf(rows, 2));
      hdf.putDataset("test", Arrays.copyOf(rows, 1));
    }
    TabularSet hdf = load("bsds300-subset", Scaling.ZSCORE);
    for (TabularSet set : List.of(arrays, hdf)) {
      assertThat(set.scaling()).isEqualTo(Scaling.STORED);
      assertThat(set.dim()).isEqualTo(63);
      assertThat(set.train().values()[64]).isEqualTo((float) numbers[64]);
      assertThat(set.train().count()).isEqualTo(4);
      assertThat(set.validation().count()).isEqualTo(2);
      assertThat(set.test().count()).isEqualTo(1);
    }
    assertRefused("bsds300", "BSDS300.hdf5", "1000000 rows", "has 4");
    Files.delete(folder.resolve("BSDS300/BSDS300.hdf5"));
    assertRefused("bsds300", "BSDS300/train.npy", "1000000 rows", "has 4");
    write("BSDS300/test.npy", Npy.table(1, 64, noise(64)));
    assertRefused("bsds300-subset", "BSDS300/test.npy", "exactly 63 columns", "has 64");
  }

  @Test
  void theCatalogueNamesTheFiveSetsWithTheirPublishedSizes() {
    List<String> needed =
        TabularCatalogue.entries().stream()
            .filter(entry -> !entry.embedded())
            .map(
                entry ->
                    "%s %d %d%s"
                        .formatted(
                            entry.name(),
                            entry.dim(),
                            entry.rows().total(),
                            entry.subset() ? " subset" : ""))
            .toList();
    assertThat(needed)
        .containsExactly(
            "power 6 2049280",
            "gas 8 1052065",
            "hepmass 21 525123",
            "miniboone 43 36488",
            "bsds300 63 1300000",
            "power-user-subset 6 2049280 subset",
            "gas-subset 8 1052065 subset",
            "hepmass-subset 21 525123 subset",
            "miniboone-user-subset 43 36488 subset",
            "bsds300-subset 63 1300000 subset");
  }
}
