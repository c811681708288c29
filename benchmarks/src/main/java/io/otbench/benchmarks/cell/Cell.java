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
 * @param variant what a sweep varied, such as {@code batchSize=256}, for people; empty for nothing
 */
public record Cell(
    String benchmark,
    String problem,
    int dim,
    CellConfig config,
    long seed,
    int checkpoints,
    DataOptions options,
    String variant) {

  /** A cell that is in no sweep. */
  public Cell(
      String benchmark,
      String problem,
      int dim,
      CellConfig config,
      long seed,
      int checkpoints,
      DataOptions options) {
    this(benchmark, problem, dim, config, seed, checkpoints, options, "");
  }

  /** Name of the solver. */
  public String solver() {
    return config.solver();
  }

  /** The solver and what a sweep varied of it, such as {@code w2gn batchSize=256}. */
  public String method() {
    return variant.isEmpty() ? solver() : solver() + " " + variant;
  }

  /** Identity of this cell among the rows of a run. */
  public CellKey key() {
    return new CellKey(benchmark, problem, solver(), config.hash(), seed);
  }

  /** A name for the terminal, such as {@code gaussian-8 w2gn seed 1}. */
  public String label() {
    return problem + " " + method() + " seed " + seed;
  }

  /** A name for the command line, such as {@code gaussian-8/w2gn/1}. */
  public String path() {
    return problem + "/" + solver() + "/" + seed;
  }

  /** The path and what a sweep varied, such as {@code gaussian-8/w2gn/1 batchSize=256}. */
  public String name() {
    return name(path(), variant);
  }

  /** The same of its parts. */
  public static String name(String path, String variant) {
    return variant.isEmpty() ? path : path + " " + variant;
  }

  /** Name of its log file, such as {@code gaussian-8_w2gn_b506062884f4_seed1.log}. */
  public String logFileName() {
    return String.join("_", problem, solver(), config.hash(), "seed" + seed + ".log");
  }
}
