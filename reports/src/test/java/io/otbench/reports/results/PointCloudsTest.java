package io.otbench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.otbench.reports.results.PointCloud.Pair;
import io.otbench.reports.results.PointCloud.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointCloudsTest {
  private static final String HEADER = "role,x1,x2,y1,y2\n";
  private static final CellKey CELL = Cells.key("otp", 1);

  @TempDir Path temp;
  private RunFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new RunFolder(temp);
    Files.createDirectories(folder.points());
  }

  @Test
  void everyRoleHasItsPlace() throws IOException {
    write(
        CELL,
        """
        pair,1,2,3,4.5
        target,,,5,6
        truth,7,8,9,10
        pair,-1,-2,NaN,-Infinity
        mesh,0,0,0,0
        mesh,1,0,2,0
        mesh,0,1,0,2
        mesh,1,1,2,2
        """);

    PointCloud cloud = read(Cells.rows("otp", 1)).of(CELL).orElseThrow();

    assertThat(cloud.pairs())
        .containsExactly(
            new Pair(new Point(1, 2), new Point(3, 4.5)),
            new Pair(new Point(-1, -2), new Point(Double.NaN, Double.NEGATIVE_INFINITY)));
    assertThat(cloud.target()).containsExactly(new Point(5, 6));
    assertThat(cloud.truth()).containsExactly(new Pair(new Point(7, 8), new Point(9, 10)));
    assertThat(cloud.meshSide()).isEqualTo(2);
    assertThat(cloud.mesh().get(1)).isEqualTo(new Pair(new Point(1, 0), new Point(2, 0)));
  }

  @Test
  void whatIsWrittenIsReadAgainAndReplacedAsAWhole() throws IOException {
    PointCloud cloud =
        new PointCloud(
            List.of(new Pair(new Point(0.1f, -2), new Point(Double.NaN, 1e-300))),
            List.of(new Point(1.0 / 3, 5)),
            List.of(new Pair(new Point(1, 2), new Point(3, 4))),
            List.of());
    PointCloud longer = new PointCloud(cloud.truth(), List.of(), List.of(), List.of());
    Files.delete(folder.points());

    PointClouds.write(folder, CELL, longer);
    PointClouds.write(folder, CELL, cloud);

    assertThat(read(Cells.rows("otp", 1)).of(CELL)).contains(cloud);
    assertThat(folder.points()).isDirectoryNotContaining("glob:**.new");
    assertThat(folder.pointFile(CELL).orElseThrow())
        .content()
        .startsWith(HEADER + "pair,0.10000000149011612,-2.0,NaN,1.0E-300\ntarget,,,0.333");
    PointClouds.remove(folder, CELL);
    PointClouds.remove(folder, CELL);
    assertThat(read(Cells.rows("otp", 1)).of(CELL)).isEmpty();
  }

  @Test
  void filesBelongToTheCellsThatAreOk() throws IOException {
    CellKey diverged = Cells.key("dpot", 1);
    write(CELL, "pair,1,2,3,4\n");
    write(diverged, "nonsense\n");
    Files.writeString(folder.points().resolve("of_nobody.csv"), "nonsense\n");
    List<ResultRow> rows =
        Stream.of(
                Cells.rows("otp", 1),
                Cells.rows("otp", 2),
                List.of(Cells.diverged("dpot", 1, "loss is not finite")))
            .flatMap(List::stream)
            .toList();

    assertThat(read(rows).byCell()).containsOnlyKeys(CELL);
  }

  @Test
  void folderWithoutPointsHasNone() throws IOException {
    Files.delete(folder.points());

    assertThat(read(Cells.rows("otp", 1)).byCell()).isEmpty();
  }

  @Test
  void nameOfFileIsMadeFromTheCell() {
    assertThat(folder.pointFile(CELL))
        .contains(temp.resolve("points").resolve("gaussian_gaussian-d2_otp_c0ffee_seed1.csv"));
  }

  @Test
  void nameOfSolverCannotLeaveTheFolder() throws IOException {
    Files.createDirectories(folder.points().resolve("gaussian-d2_a"));
    Files.writeString(temp.resolve("x_c0ffee_seed1.csv"), "nonsense\n");
    String leaving = "a/../../x";

    assertThat(folder.pointFile(Cells.key(leaving, 1))).isEmpty();
    assertThat(folder.pointFile(Cells.key("nul\0", 1))).isEmpty();
    assertThat(read(Cells.rows(leaving, 1)).byCell()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "peer,1,2,3,4     | role must be pair, target, truth or mesh, found 'peer'",
        "pair,1,2,3,      | y2 must be a number, found ''",
        "pair,a,2,3,4     | x1 must be a number, found 'a'",
        "pair,NaN,2,3,4   | a source point must be finite, found Point[first=NaN, second=2.0]",
        "target,1,,3,4    | x1 of a target must be empty, found '1'",
        "target,,,3,NaN   | y1 and y2 must be finite, found Point[first=3.0, second=NaN]",
        "truth,1,2,NaN,4  | y1 and y2 must be finite, found Point[first=NaN, second=4.0]",
        "pair,1,2,3       | a line must have 5 columns, found 4"
      })
  void malformedLineIsNamedWithItsReason(String line, String reason) throws IOException {
    Path file = write(CELL, "pair,1,2,3,4\n" + line + "\npair,1,2,3,4\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Cells.rows("otp", 1)))
        .withMessage(file + " line 3: " + reason);
  }

  @Test
  void meshThatIsNoSquareIsRefused() throws IOException {
    Path file = write(CELL, "mesh,1,2,3,4\n".repeat(6));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Cells.rows("otp", 1)))
        .withMessage(file + ": mesh must be a square grid of at least 2 x 2 nodes, found 6 nodes");
  }

  @Test
  void otherColumnsAreRefused() throws IOException {
    Path file = folder.pointFile(CELL).orElseThrow();
    Files.writeString(file, "role,x,y\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Cells.rows("otp", 1)))
        .withMessage(file + " line 1: the header must be 'role,x1,x2,y1,y2', found 'role,x,y'");
  }

  private PointClouds read(List<ResultRow> rows) throws IOException {
    return PointClouds.read(folder, new Results(rows, List.of()));
  }

  private Path write(CellKey cell, String lines) throws IOException {
    return Files.writeString(folder.pointFile(cell).orElseThrow(), HEADER + lines);
  }
}
