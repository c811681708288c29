package io.otbench.benchmarks.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.otbench.benchmarks.suite.DataIdentity;
import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.datasets.tabular.Scaling;
import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.PointCloud.Pair;
import io.otbench.reports.results.PointCloud.Point;
import io.otbench.reports.results.TableRows;
import io.otbench.reports.results.TableSample;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CellConfigTest {

  private static final DataSettings FRESH =
      new DataSettings(OptionalInt.empty(), 16_384, OptionalDouble.empty());

  private static CellConfig config(String settings, DataSettings data) {
    try {
      return new CellConfig("solver", Json.MAPPER.readTree(settings), data, "1");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void theTextDoesNotDependOnTheOrderOfKeys() {
    CellConfig one = config("{\"b\":{\"y\":1,\"x\":2},\"a\":0.5}", FRESH);
    CellConfig other = config("{\"a\":0.5,\"b\":{\"x\":2,\"y\":1}}", FRESH);
    assertThat(one.canonicalText())
        .isEqualTo(
            "{\"data\":{\"evaluationSamples\":16384,\"poolSize\":null,\"trainSecondsLimit\":null},"
                + "\"settings\":{\"a\":0.5,\"b\":{\"x\":2,\"y\":1}},"
                + "\"solver\":\"solver\",\"suiteVersion\":\"1\"}");
    assertThat(one.hash()).isEqualTo(other.hash()).matches("[0-9a-f]{12}");
  }

  @Test
  void everythingThatChangesNumbersChangesTheHash() {
    String hash = config("{\"a\":1}", FRESH).hash();
    assertThat(config("{\"a\":2}", FRESH).hash()).isNotEqualTo(hash);
    assertThat(
            config("{\"a\":1}", new DataSettings(OptionalInt.of(9), 16_384, OptionalDouble.empty()))
                .hash())
        .isNotEqualTo(hash);
    assertThat(
            config("{\"a\":1}", new DataSettings(OptionalInt.empty(), 16_384, OptionalDouble.of(9)))
                .hash())
        .isNotEqualTo(hash);
  }

  @Test
  void theContentOfFilesChangesTheHashButNotWhereTheyLie() {
    DataIdentity rows = new DataIdentity(List.of("ab12"), List.of("class"), Scaling.ZSCORE);
    CellConfig config = config("{\"a\":1}", FRESH.of(Optional.of(rows)));
    List<DataIdentity> others =
        List.of(
            new DataIdentity(List.of("ab13"), List.of("class"), Scaling.ZSCORE),
            new DataIdentity(List.of("ab12"), List.of(), Scaling.ZSCORE),
            new DataIdentity(List.of("ab12"), List.of("class"), Scaling.MINMAX));
    assertThat(others)
        .allSatisfy(
            other ->
                assertThat(config("{\"a\":1}", FRESH.of(Optional.of(other))).hash())
                    .isNotEqualTo(config.hash()));
    DataOptions moved =
        new DataOptions(
            Optional.of(Path.of("here")),
            Optional.of(Path.of("my table.csv")),
            List.of("class"),
            Optional.of(Scaling.ZSCORE));
    Cell cell = new Cell("uci", "my-table", 2, config, 1, 5, moved);
    assertThat(cell.key())
        .isEqualTo(new Cell("uci", "my-table", 2, config, 1, 5, DataOptions.NONE).key());
    Cell read = Json.read(Json.line(cell), Cell.class);
    assertThat(read.config()).isEqualTo(config);
    assertThat(read.options().dropped()).containsExactly("class");
    assertThat(read.options().scaling()).contains(Scaling.ZSCORE);
    // A relative path comes back as what it stands for, so that it can be opened.
    assertThat(read.options().table().map(Path::toAbsolutePath))
        .contains(Path.of("my table.csv").toAbsolutePath());
  }

  @Test
  void aCellCrossesAProcessBoundaryUnchanged() {
    Cell cell =
        new Cell(
            "gaussian",
            "gaussian-2",
            2,
            config("{\"a\":1,\"b\":[\"x\"]}", FRESH),
            3,
            5,
            DataOptions.NONE);
    Cell read = Json.read(Json.line(cell), Cell.class);
    assertThat(read).isEqualTo(cell);
    assertThat(read.key()).isEqualTo(cell.key());
    assertThat(read.logFileName())
        .isEqualTo("gaussian-2_solver_" + cell.config().hash() + "_seed3.log");
  }

  @Test
  void pointsCrossAProcessBoundaryUnchanged() {
    PointCloud cloud =
        new PointCloud(
            List.of(new Pair(new Point(0.1f, -2), new Point(Double.NaN, 1e-300))),
            List.of(new Point(1.0 / 3, 5)),
            List.of(),
            List.of());
    CellEvent event = new CellEvent.Points(cloud);
    assertThat(Json.line(event)).startsWith("{\"event\":\"points\"");
    assertThat(Json.read(Json.line(event), CellEvent.class)).isEqualTo(event);
  }

  @Test
  void rowsOfATableCrossAProcessBoundaryUnchanged() {
    float[] numbers = {0.1f, Float.NaN, 1e-30f, -2};
    TableRows generated = new TableRows(List.of("a \"b\"", "c"), numbers);
    TableRows test = new TableRows(generated.columns(), new float[] {3, 4});
    CellEvent event = new CellEvent.Rows(new TableSample(generated, test));
    assertThat(Json.read(Json.line(event), CellEvent.class))
        .isInstanceOfSatisfying(
            CellEvent.Rows.class,
            rows -> {
              assertThat(rows.sample().generated().columns()).isEqualTo(generated.columns());
              assertThat(rows.sample().generated().numbers()).containsExactly(numbers);
              assertThat(rows.sample().test().numbers()).containsExactly(3, 4);
            });
  }

  @Test
  void aLineThatIsNotAnEventSaysSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read("{\"event\":\"dance\"}", CellEvent.class))
        .withMessageStartingWith("not a CellEvent: {\"event\":\"dance\"}");
  }
}
