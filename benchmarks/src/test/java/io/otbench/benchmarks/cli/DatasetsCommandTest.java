package io.otbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsCommandTest {

  private static final String WINE =
      "wine-red: fine: 12 columns, 1296 train, 144 validation and 159 test rows;"
          + " winequality-red.csv.gz SHA-256"
          + " a68f76349dc024f38a5448782ba44ff74b36ee704f71d7fe1ef8caa7228f358f as expected";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return Program.run(
        new Invocation(
            Stream.concat(
                    Stream.concat(Stream.of("datasets"), Stream.of(args)),
                    Stream.of("--data=" + folder))
                .toList(),
            "otbench datasets",
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)));
  }

  /** What was written, with $DIR for the folder. */
  private List<String> lines() {
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    String text = out.toString(StandardCharsets.UTF_8).replace(folder.toString(), "$DIR");
    out.reset();
    return text.lines().toList();
  }

  /** An array of random float64 numbers. */
  private void writeArray(String relative, int rows, int columns) throws IOException {
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }\n".formatted(rows, columns);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + 8 * rows * columns)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
            .putShort((short) header.length())
            .put(header.getBytes(StandardCharsets.ISO_8859_1));
    SplittableRandom random = new SplittableRandom(1);
    while (bytes.hasRemaining()) {
      bytes.putDouble(random.nextDouble());
    }
    Path file = folder.resolve(relative);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.array());
  }

  @Test
  void theListSaysWhatThereIsAndWhatIsMissing() throws IOException {
    writeArray("data/power/data.npy", 60, 8);
    assertThat(run("list")).isZero();
    assertThat(lines())
        .contains(
            "Data folder: $DIR (the data option)",
            "set                    dim    train  validation    test  scaling            files  "
                + "  source",
            "magic                   10    15407        1711    1902  zscore,minmax      shipped"
                + "  MAGIC Gamma Telescope (id 159), UCI Machine Learning Repository, CC BY 4.0 as"
                + " stated there",
            "power                    6  1659917      184435  204928  zscore,minmax      there  "
                + "  UCI 235, household electric power, prepared files of Zenodo record 1161203",
            "hepmass                 21   315123       35013  174987  zscore,minmax,svd  missing"
                + "  UCI 347, HEPMASS, prepared files of Zenodo record 1161203",
            "power-user-subset        6  1659917      184435  204928  zscore,minmax      there  "
                + "  subset, UCI 235, household electric power, prepared files of Zenodo record"
                + " 1161203",
            "hepmass                hepmass/1000_train.csv, hepmass/1000_test.csv or"
                + " hepmass/1000_train.csv.gz, hepmass/1000_test.csv.gz")
        // A line of each set, three around them, a line of files for each published set.
        .hasSize(3 + 17 + 5);
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    folder = folder.resolve("none");
    assertThat(run("list")).isZero();
    assertThat(lines()).startsWith("Data folder: $DIR (the data option; it is not there)");
  }

  @Test
  void aShippedSetIsFineInOneLine() {
    assertThat(run("verify", "wine-red")).isZero();
    assertThat(lines()).containsExactly(WINE);
  }

  @Test
  void columnsAreShownOnRequest() {
    assertThat(run("verify", "wine-red", "--columns")).isZero();
    assertThat(lines())
        .hasSize(2 + 12)
        .startsWith(
            WINE, "  column                                min       mean         sd        max")
        .last()
        .asString()
        // Grades from 3 to 8, of mean 5.64 and deviation 0.81.
        .matches("  quality +-3\\.2\\d +-?0\\.0\\d+ +(0\\.9|1\\.0)\\d +2\\.9\\d");
  }

  @Test
  void byDefaultAllThatIsThereIsVerifiedAndWhatDiffersIsSaid() throws IOException {
    writeArray("miniboone/data.npy", 60, 43);
    Files.writeString(folder.resolve("data.tar.gz"), "abc");
    assertThat(run("verify")).isEqualTo(1);
    List<String> lines = lines();
    assertThat(lines.stream().map(line -> line.replaceAll("(fine|differs): .*", "$1")))
        .containsExactly(
            "magic: fine",
            "htru2: fine",
            "casp: fine",
            "ccpp: fine",
            "wine-red: fine",
            "miniboone-subset: fine",
            "power-subset: fine",
            "miniboone: differs",
            "archive: differs");
    assertThat(lines)
        .endsWith(
            "miniboone: differs: $DIR/miniboone/data.npy: must have the 36488 rows of the set"
                + " miniboone but has 60",
            "archive: differs: $DIR/data.tar.gz MD5 900150983cd24fb0d6963f7d28e17f72 but expected"
                + " is 9b9c9b0375315ad270eba4ce80c093ab");
  }

  @Test
  void aPartOfAPublishedSetIsFineAsASubset() throws IOException {
    writeArray("power/data.npy", 60, 8);
    assertThat(run("verify", "power-user-subset")).isZero();
    assertThat(lines())
        .singleElement()
        .asString()
        .startsWith(
            "power-user-subset: fine: 6 columns, 49 train, 5 validation and 6 test rows;"
                + " $DIR/power/data.npy SHA-256 ")
        .endsWith(" with nothing to compare");
  }

  @Test
  void aNamedSetThatIsMissingDiffersInOneLine() {
    assertThat(run("verify", "gas", "wine-red")).isEqualTo(1);
    assertThat(lines())
        .hasSize(2)
        .endsWith(WINE)
        .first()
        .asString()
        .startsWith(
            "gas: differs: set gas: its files are not there; tried: $DIR/gas/ethylene_CO.npy;");
  }
}
