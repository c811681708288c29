package io.otbench.benchmarks.inspect;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellConfig;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.store.CellIdentity;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.UsageException;
import java.io.UncheckedIOException;
import java.util.List;

/** Whether a stored cell can run again on what it ran on: its solver, its problem and its data. */
final class SameInput {

  private SameInput() {}

  /**
   * Checks a cell.
   *
   * @throws UsageException naming what is not there any more, or is another now
   */
  static void require(CellIdentity stored) {
    try {
      check(stored);
    } catch (UsageException | IllegalArgumentException | UncheckedIOException e) {
      List<String> plugins = stored.code().plugins();
      throw new UsageException(
          "%s cannot be run again: %s%s"
              .formatted(
                  stored.cell().name(),
                  UsageException.inOneLine(e).getMessage(),
                  plugins.isEmpty()
                      ? ""
                      : "; it was made with the plug-ins " + String.join(", ", plugins)));
    }
  }

  private static void check(CellIdentity stored) {
    Cell cell = stored.cell();
    Registry.solvers().get(cell.solver(), "of the cell");
    Benchmark benchmark =
        Registry.benchmarks().get(cell.benchmark(), "of the cell").with(cell.options());
    if (!benchmark.problems().contains(cell.problem())) {
      throw new UsageException(
          NearestName.message(
              "problem",
              cell.problem(),
              "of the cell",
              benchmark.problems(),
              benchmark.problemSummary()));
    }
    DataSettings data = cell.config().data().of(benchmark.identity(cell.problem()));
    CellConfig config = cell.config();
    Cell now =
        new Cell(
            cell.benchmark(),
            cell.problem(),
            cell.dim(),
            new CellConfig(config.solver(), config.settings(), data, config.suiteVersion()),
            cell.seed(),
            cell.checkpoints(),
            cell.options(),
            cell.variant());
    List<String> changes = stored.differences(new CellIdentity(now, stored.code()));
    if (!changes.isEmpty()) {
      throw new UsageException(String.join("; ", changes));
    }
  }
}
