package io.otbench.reports.results;

/**
 * A metric at a checkpoint of a training: one line of curves.csv.
 *
 * @param config short hash of the solver's configuration
 * @param trainSeconds training time until the checkpoint, evaluation not counted
 * @param samplesSeen training samples seen until the checkpoint
 * @param value may be infinite or NaN while a training diverges; charts leave such points out
 */
public record CurvePoint(
    String benchmark,
    String problem,
    int dim,
    String solver,
    String config,
    long seed,
    long step,
    double trainSeconds,
    long samplesSeen,
    String metric,
    double value) {

  public CurvePoint {
    Checks.name("benchmark", benchmark);
    Checks.name("problem", problem);
    Checks.atLeast("dim", 1, dim);
    Checks.name("solver", solver);
    Checks.name("config", config);
    Checks.atLeast("step", 0, step);
    Checks.finiteNotNegative("trainSeconds", trainSeconds);
    Checks.atLeast("samplesSeen", 0, samplesSeen);
    Checks.name("metric", metric);
  }

  /** The cell this point belongs to. */
  public CellKey key() {
    return new CellKey(benchmark, problem, solver, config, seed);
  }
}
