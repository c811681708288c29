package io.otbench.benchmarks.fake;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellConfig;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.benchmarks.store.CellIdentity;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.Suite;
import io.otbench.reports.results.CellStatus;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Cells of fake solvers, on the Gaussian pair of dimension 2 unless said otherwise. */
public final class FakeCells {

  private FakeCells() {}

  /** A cell with the default configuration and fresh rows. */
  public static Cell of(String solver, long seed) {
    return of(solver, seed, new DataSettings(OptionalInt.empty(), 16_384, OptionalDouble.empty()));
  }

  /** A planar cell with the default configuration and fresh rows. */
  public static Cell planar(String problem, String solver) {
    Cell gaussian = of(solver, 1);
    return new Cell(
        "planar",
        problem,
        gaussian.dim(),
        gaussian.config(),
        1,
        gaussian.checkpoints(),
        DataOptions.NONE);
  }

  /** A cell with the default configuration. */
  public static Cell of(String solver, long seed, DataSettings data) {
    Record config = Registry.solvers().get(solver, "in a test").defaultConfig(2);
    return new Cell(
        "gaussian",
        "gaussian-2",
        2,
        new CellConfig(solver, Json.MAPPER.valueToTree(config), data, Suite.VERSION),
        seed,
        4,
        DataOptions.NONE);
  }

  /** A stored cell that ended well, with one value and no curve. */
  public static CellRecord record(Cell cell, CodeIdentity code) {
    return new CellRecord(
        new CellIdentity(cell, code),
        new CellOutcome(
            CellStatus.OK,
            "",
            List.of(new Measurement("uvp_forward", 1, "percent")),
            CellOutcome.Cost.UNKNOWN),
        List.of(),
        "a machine");
  }
}
