package io.otbench.reports.results;

import java.util.OptionalDouble;

/**
 * One metric value of one cell: one line of results.csv. A cell that is not ok has one row with
 * metric {@value #STATUS} and no value; the values of all other rows are finite.
 *
 * @param dim dimension of the problem
 * @param config short hash of the solver's configuration; see {@link RunFolder#configFile}
 * @param metric name of the metric, such as {@code uvp_forward}
 * @param unit unit of the value, such as {@code percent}; may be empty
 * @param message why the cell is not ok; for an ok cell what its solver remarked, or nothing; line
 *     breaks become spaces
 * @param steps training steps done
 * @param samples training samples seen, source and target together
 * @param parameters trainable parameters
 * @param trainSeconds time spent in training without evaluation
 * @param evalSeconds time spent in evaluation
 * @param peakRssMib largest resident memory of the worker process in MiB
 * @param variant what a sweep varied, as {@code batchSize=256}; empty for a cell of no sweep. Text
 *     for people: the identity of the configuration is its hash
 */
public record ResultRow(
    String run,
    String benchmark,
    String problem,
    int dim,
    String solver,
    String config,
    long seed,
    String metric,
    OptionalDouble value,
    String unit,
    CellStatus status,
    String message,
    long steps,
    long samples,
    long parameters,
    double trainSeconds,
    double evalSeconds,
    double peakRssMib,
    String variant) {

  /** The metric of the only row of a cell that is not ok. */
  public static final String STATUS = "status";

  public ResultRow {
    Checks.name("run", run);
    Checks.name("benchmark", benchmark);
    Checks.name("problem", problem);
    Checks.atLeast("dim", 1, dim);
    Checks.name("solver", solver);
    Checks.name("config", config);
    Checks.name("metric", metric);
    if (metric.equals(ResultFile.CELL_COMPLETE)) {
      throw new IllegalArgumentException(
          "metric must not be '" + metric + "', a name kept for the end of a cell");
    }
    if (status == CellStatus.OK && (value.isEmpty() || !Double.isFinite(value.getAsDouble()))) {
      throw new IllegalArgumentException(
          "value of an ok row must be finite, found " + value + " for " + metric);
    }
    if (status != CellStatus.OK && (value.isPresent() || !metric.equals(STATUS))) {
      throw new IllegalArgumentException(
          "a cell that is "
              + status.text()
              + " must have one row with metric 'status' and no value, found metric '"
              + metric
              + "' and "
              + value);
    }
    unit = Checks.oneLine(unit);
    message = Checks.oneLine(message);
    Checks.atLeast("steps", 0, steps);
    Checks.atLeast("samples", 0, samples);
    Checks.atLeast("parameters", 0, parameters);
    Checks.finiteNotNegative("trainSeconds", trainSeconds);
    Checks.finiteNotNegative("evalSeconds", evalSeconds);
    Checks.finiteNotNegative("peakRssMib", peakRssMib);
    variant = Checks.oneLine(variant);
  }

  /** A row of a cell that is in no sweep. */
  public ResultRow(
      String run,
      String benchmark,
      String problem,
      int dim,
      String solver,
      String config,
      long seed,
      String metric,
      OptionalDouble value,
      String unit,
      CellStatus status,
      String message,
      long steps,
      long samples,
      long parameters,
      double trainSeconds,
      double evalSeconds,
      double peakRssMib) {
    this(
        run,
        benchmark,
        problem,
        dim,
        solver,
        config,
        seed,
        metric,
        value,
        unit,
        status,
        message,
        steps,
        samples,
        parameters,
        trainSeconds,
        evalSeconds,
        peakRssMib,
        "");
  }

  /** The solver and what a sweep varied of it, such as {@code implicit batchSize=256}. */
  public String method() {
    return variant.isEmpty() ? solver : solver + " " + variant;
  }

  /** The cell this row belongs to. */
  public CellKey key() {
    return new CellKey(benchmark, problem, solver, config, seed);
  }
}
