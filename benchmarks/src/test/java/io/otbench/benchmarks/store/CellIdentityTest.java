package io.otbench.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellConfig;
import io.otbench.benchmarks.fake.FakeCells;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CellIdentityTest {

  private static final CodeIdentity CODE = new CodeIdentity(new TreeMap<>(Map.of("solvers", "a")));

  private final Cell cell = FakeCells.of("fake-good", 1);

  private static String hash(Cell cell) {
    return new CellIdentity(cell, CODE).hash();
  }

  private Cell with(CellConfig config, int checkpoints) {
    return new Cell(
        cell.benchmark(), cell.problem(), cell.dim(), config, 1, checkpoints, cell.options());
  }

  private CellConfig with(int steps) {
    ObjectNode settings = cell.config().settings().deepCopy();
    settings.put("steps", steps);
    return new CellConfig("fake-good", settings, cell.config().data(), "0.1.0");
  }

  @Test
  void everythingThatDecidesNumbersChangesIt() {
    assertThat(hash(cell)).matches("[0-9a-f]{64}").isEqualTo(hash(FakeCells.of("fake-good", 1)));
    assertThat(hash(FakeCells.of("fake-good", 2))).isNotEqualTo(hash(cell));
    assertThat(hash(FakeCells.of("fake-nan", 1))).isNotEqualTo(hash(cell));
    assertThat(hash(FakeCells.planar("ellipse", "fake-good"))).isNotEqualTo(hash(cell));
    assertThat(hash(with(with(11), 4))).isNotEqualTo(hash(cell));
    CodeIdentity other = new CodeIdentity(new TreeMap<>(Map.of("solvers", "b")));
    assertThat(new CellIdentity(cell, other).hash()).isNotEqualTo(hash(cell));
    assertThat(hash(with(cell.config(), 99))).isEqualTo(hash(cell));
  }

  @Test
  void differencesNameEachKeyWithBothValues() {
    CellIdentity before = new CellIdentity(cell, CODE);
    CodeIdentity other = new CodeIdentity(new TreeMap<>(Map.of("solvers", "b")));
    assertThat(before.differences(new CellIdentity(with(with(11), 4), other)))
        .containsExactly("settings.steps was 10, is 11", "class path: solvers has changed");
    assertThat(before.differences(before)).isEmpty();
  }
}
