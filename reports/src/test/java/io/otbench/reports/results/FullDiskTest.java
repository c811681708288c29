package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real write error: the store runs in a process that may not write files beyond a few KiB. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"rows", "curve"})
  void failedCellLeavesBothFilesAsTheyWere(String large) throws Exception {
    RunFolder folder = RunFolder.create(temp);
    Process child =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 16; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                temp.toString(),
                large)
            .redirectErrorStream(true)
            .start();
    String output =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(output).isEqualTo("refused, files as before, small cell written");
    Results read = Results.read(temp);
    assertThat(read.rows()).containsExactlyElementsOf(rows("first", 1, "second", 1));
    assertThat(read.curves()).hasSize(4);
    try (ResultStore store = ResultStore.open(folder)) {
      assertThat(store.finished())
          .containsExactlyInAnyOrder(Cells.key("first", 0), Cells.key("second", 0));
    }
  }

  private static List<ResultRow> rows(String first, int count, String second, int more) {
    return Stream.concat(rows(first, count).stream(), rows(second, more).stream()).toList();
  }

  private static List<ResultRow> rows(String solver, int count) {
    return IntStream.range(0, count).mapToObj(i -> Cells.ok(solver, 0, "metric_" + i, i)).toList();
  }

  static final class Child {
    private Child() {}

    public static void main(String[] args) throws IOException {
      Path path = Path.of(args[0]);
      RunFolder folder = RunFolder.create(path);
      int rowCount = args[1].equals("rows") ? 1000 : 1;
      List<CurvePoint> curve = Cells.curve("large", 0);
      List<CurvePoint> points =
          args[1].equals("rows")
              ? curve
              : IntStream.range(0, 1000).mapToObj(i -> curve.get(0)).toList();
      try (ResultStore store = ResultStore.open(folder)) {
        store.append(Cells.cell(rows("first", 1), Cells.curve("first", 0)));
        byte[] rowsBefore = Files.readAllBytes(folder.results());
        byte[] curvesBefore = Files.readAllBytes(folder.curves());
        try {
          store.append(Cells.cell(rows("large", rowCount), points));
          System.out.println("not refused");
        } catch (IOException e) {
          System.out.print("refused");
        }
        if (Arrays.equals(rowsBefore, Files.readAllBytes(folder.results()))
            && Arrays.equals(curvesBefore, Files.readAllBytes(folder.curves()))) {
          System.out.print(", files as before");
        }
        store.append(Cells.cell(rows("second", 1), Cells.curve("second", 0)));
        System.out.print(", small cell written");
      }
    }
  }
}
