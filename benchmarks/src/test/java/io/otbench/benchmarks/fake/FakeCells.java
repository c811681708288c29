package io.otbench.benchmarks.fake;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellConfig;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.Suite;
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
}
