package io.otbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.statistics.CellGroup;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CellCommandsTest {
  private static final String STAMP = "3f2a91c04d5e 7";

  @Test
  void aCellIsNamedByItsPath() {
    CellCommands commands =
        commands(key -> STAMP, row("one", "mine", "a", 2), row("it's", "mine", "a", 1));

    assertThat(commands.names().values())
        .containsExactlyInAnyOrder("one/mine/2", "'it'\\''s/mine/1'");
    assertThat(commands.folder()).isEqualTo("results/run");
    assertThat(CellCommands.of(new RunFolder(Path.of("my run")), List.of(), Map.of()).folder())
        .isEqualTo("'my run'");
  }

  @Test
  void cellsOfASweepAreNamedByTheirIdentity() {
    CellCommands commands =
        commands(
            key -> key.config().repeat(12) + " 7",
            row("one", "mine", "a", 1),
            row("one", "mine", "b", 1),
            row("one", "mine", "b", 2));

    assertThat(commands.names().values())
        .containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb", "one/mine/2");
  }

  @Test
  void whatCannotBeReproducedHasNoCommand() {
    assertThat(
            Arrays.stream(CellStatus.values())
                .filter(status -> !commands(key -> STAMP, row(status)).names().isEmpty()))
        .containsExactly(CellStatus.OK, CellStatus.SKIPPED, CellStatus.DIVERGED);
    assertThat(commands(key -> "made up", row("one", "mine", "a", 1)).names()).isEmpty();
    assertThat(commands(key -> "", row("one", "mine", "a", 1)).names()).isEmpty();
  }

  private static CellCommands commands(Function<CellKey, String> stamp, ResultRow... rows) {
    return CellCommands.of(
        new RunFolder(Path.of("results", "run")),
        CellLine.of(CellGroup.of(List.of(rows))),
        Arrays.stream(rows).map(ResultRow::key).collect(Collectors.toMap(key -> key, stamp)));
  }

  private static ResultRow row(CellStatus status) {
    return row("one", "mine", "a", 1, status);
  }

  private static ResultRow row(String problem, String solver, String config, long seed) {
    return row(problem, solver, config, seed, CellStatus.OK);
  }

  private static ResultRow row(
      String problem, String solver, String config, long seed, CellStatus status) {
    boolean ok = status == CellStatus.OK;
    return new ResultRow(
        "r",
        "b",
        problem,
        2,
        solver,
        config,
        seed,
        ok ? "uvp_forward" : ResultRow.STATUS,
        ok ? OptionalDouble.of(1) : OptionalDouble.empty(),
        "percent",
        status,
        "",
        1,
        2,
        3,
        4,
        5,
        6);
  }
}
