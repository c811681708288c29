package io.otbench.benchmarks.cell;

import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.reports.results.CellKey;

/**
 * One (benchmark, problem, solver, seed) of a matrix: the unit that is run. Plain data, so that it
 * can be sent to another process.
 *
 * @param benchmark name of the benchmark
 * @param problem name of the problem, such as {@code gaussian-8}
 * @param dim dimension of the problem
 * @param config the solver and all its settings
 * @param seed number of the repetition, from 1
 * @param checkpoints number of points of the convergence curve; does not change the result
 * @param options where the data are; what they are stands in the configuration
 */
public record Cell(
    String benchmark,
    String problem,
    int dim,
    CellConfig config,
    long seed,
    int checkpoints,
    DataOptions options) {

  /** Name of the solver. */
  public String solver() {
    return config.solver();
  }

  /** Identity of this cell among the rows of a run. */
  public CellKey key() {
    return new CellKey(benchmark, problem, solver(), config.hash(), seed);
  }

  /** A name for the terminal, such as {@code gaussian-8 w2gn seed 1}. */
  public String label() {
    return problem + " " + solver() + " seed " + seed;
  }

  /** A name for the command line, such as {@code gaussian-8/w2gn/1}. */
  public String path() {
    return problem + "/" + solver() + "/" + seed;
  }

  /** Name of its log file, such as {@code gaussian-8_w2gn_b506062884f4_seed1.log}. */
  public String logFileName() {
    return String.join("_", problem, solver(), config.hash(), "seed" + seed + ".log");
  }
}
