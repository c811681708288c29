package io.otbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.otbench.reports.MatrixRun;
import io.otbench.reports.results.Configurations;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.statistics.CellGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartDataTest {
  private static final String AWKWARD = "</script>& '\"";

  @TempDir Path temp;

  @Test
  void noTextCanEndTheElementThatHoldsTheData() throws IOException {
    new MatrixRun(temp, List.of("linear", AWKWARD, "unlucky"), List.of("<b>", "two"), 1).write();
    String json = json("repeat </script>\u2028");

    assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    JsonNode data = new JsonMapper().readTree(json);
    assertThat(data.get("problems").get(0).asText()).isEqualTo("<b>");
    assertThat(data.get("groups").get(1).get("label").asText()).isEqualTo(AWKWARD);
    assertThat(data.get("configurations").get("c1").asText()).contains("</script><b>");
    assertThat(data.get("command").asText()).isEqualTo("repeat </script>\u2028");
  }

  @Test
  void cellsHoldTheirNumbersWithFiveDigits() throws IOException {
    new MatrixRun(temp, List.of("linear", "mine", "unlucky"), List.of("one", "two"), 2).write();
    JsonNode data = new JsonMapper().readTree(json("repeat"));

    assertThat(data.get("cells")).hasSize(12);
    JsonNode cell = data.get("cells").get(3);
    assertThat(data.get("groups").get(cell.get("group").asInt()).get("label").asText())
        .isEqualTo("mine");
    assertThat(cell.get("seed").asInt()).isEqualTo(2);
    assertThat(data.get("costs").get(0).asText()).isEqualTo("training time, s");
    assertThat(cell.get("costs").get(0).asDouble()).isEqualTo(16.5);
    assertThat(data.get("metrics").get(0).get("words").asText()).isEqualTo("forward UVP, percent");
    double value =
        Results.read(temp).rows().stream()
            .filter(row -> row.problem().equals("one") && row.solver().equals("mine"))
            .filter(row -> row.seed() == 2 && row.metric().equals("uvp_forward"))
            .findFirst()
            .orElseThrow()
            .value()
            .orElseThrow();
    assertThat(cell.get("values").get(0).asInt()).isZero();
    assertThat(cell.get("values").get(1).asDouble() / value).isBetween(1 - 5e-5, 1 + 5e-5);
    JsonNode failed = data.get("cells").get(10);
    assertThat(failed.get("status").asText()).isNotEqualTo("ok");
    assertThat(failed.has("costs")).isFalse();
    assertThat(failed.get("message").asText()).contains("<i>at step 3</i>");
  }

  @Test
  void curvesOfOneGroupKeepTheSameStepsAndTheirEnds() {
    List<CurvePoint> points = new ArrayList<>();
    for (int step = 0; step <= 1000; step++) {
      points.add(point(1, step));
      if (step <= 777) {
        points.add(point(2, step));
      }
    }
    List<CellLine> cells = CellLine.of(CellGroup.of(List.of(row(1), row(2))));
    Map<Integer, CurveData> curves = CurveData.of(points, cells);

    CurveData longer = Objects.requireNonNull(curves.get(0));
    List<Long> first = longer.steps();
    List<Long> second = Objects.requireNonNull(curves.get(1)).steps();
    assertThat(first).hasSizeBetween(40, 90).startsWith(0L).endsWith(1000L).contains(777L);
    assertThat(second).startsWith(0L).endsWith(777L).isSubsetOf(first);
    assertThat(longer.values().getOrDefault("uvp_forward", List.of()).get(first.indexOf(777L)))
        .isEqualTo(778);
    assertThat(longer.seconds().get(first.indexOf(777L))).isEqualTo(77.7);
  }

  @Test
  void checkpointsAreKeptBeforeStepsWithALossAlone() {
    List<CurvePoint> points = new ArrayList<>();
    List<ResultRow> rows = new ArrayList<>();
    for (int seed = 1; seed <= 400; seed++) {
      rows.add(row(seed));
      for (int step = 7; step <= 1000; step += 7) {
        points.add(point(seed, step, "loss"));
      }
      for (int step = 250; step <= 1000; step += 250) {
        points.add(point(seed, step, "uvp_forward"));
      }
    }
    CurveData curve =
        Objects.requireNonNull(CurveData.of(points, CellLine.of(CellGroup.of(rows))).get(0));
    assertThat(curve.steps()).hasSizeBetween(20, 40).contains(250L, 500L, 750L, 1000L, 7L);
  }

  /** As of dpot, which measures its optimality gap at the first and the last step alone. */
  @Test
  void checkpointsAreKeptBeforeStepsOfARarerDiagnostic() {
    List<CurvePoint> points = new ArrayList<>();
    List<ResultRow> rows = new ArrayList<>();
    for (int seed = 1; seed <= 1500; seed++) {
      rows.add(row(seed));
      for (int step = 10; step <= 400; step += 10) {
        points.add(point(seed, step, "loss"));
      }
      List.of(1, 393).forEach(step -> points.add(point(1, step, "optimality_gap")));
      for (int step = 103; step <= 400; step += 99) {
        points.add(point(seed, step, "uvp_forward"));
      }
    }
    CurveData curve =
        Objects.requireNonNull(CurveData.of(points, CellLine.of(CellGroup.of(rows))).get(0));
    assertThat(curve.steps()).hasSizeBetween(5, 9).contains(103L, 202L, 301L, 400L);
  }

  private static CurvePoint point(long seed, int step) {
    return point(seed, step, "uvp_forward");
  }

  private static CurvePoint point(long seed, int step, String metric) {
    return new CurvePoint(
        "b", "p", 2, "mine", "c", seed, step, step / 10.0, step * 5L, metric, 1 + step);
  }

  private static ResultRow row(long seed) {
    return GroupRows.row("p", "mine", seed, 1);
  }

  private String json(String command) throws IOException {
    Results results = Results.read(temp);
    List<CellGroup> groups = CellGroup.of(results.rows());
    return ChartData.json(
        results,
        groups,
        CellLine.of(groups),
        Configurations.read(new RunFolder(temp), results),
        Optional.of(command),
        CellCommands.of(new RunFolder(temp), CellLine.of(groups), results.stamps()));
  }
}
