package io.otbench.benchmarks.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.benchmarks.store.CellIdentity;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.reports.results.CellStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CellComparisonTest {

  private static CellRecord record(String platform, Measurement... values) {
    return new CellRecord(
        new CellIdentity(
            FakeCells.of("fake-good", 1), new CodeIdentity(new TreeMap<>(Map.of("a", "x")))),
        new CellOutcome(CellStatus.OK, "", List.of(values), Cost.UNKNOWN),
        List.of(),
        platform);
  }

  private static CellRecord withDeviation(String platform, double value) {
    return record(
        platform,
        new Measurement("mmd_u@median", value, "1"),
        new Measurement("mmd_u@median_sd", 0.01, "1"));
  }

  private static boolean same(CellRecord before, CellRecord now) {
    return CellComparison.of(before, now).isSame();
  }

  @Test
  void betweenMachinesAValueNearZeroMayDifferByTwoOfItsDeviations() {
    CellRecord before = withDeviation("one", 0.001);
    assertThat(same(before, withDeviation("other", -0.018))).isTrue();
    assertThat(same(before, withDeviation("other", -0.021))).isFalse();
    assertThat(same(before, withDeviation("one", 0.0011))).isFalse();
  }

  @Test
  void aDeviationOfAnotherMetricOrNoneAllowsNothing() {
    Measurement deviation = new Measurement("energy_distance_sd", 0.01, "length");
    CellRecord before = record("one", new Measurement("cycle_error", 0.001, "percent"), deviation);
    CellRecord now = record("other", new Measurement("cycle_error", 0.002, "percent"), deviation);
    assertThat(same(before, now)).isFalse();
    assertThat(same(before, before)).isTrue();
  }
}
