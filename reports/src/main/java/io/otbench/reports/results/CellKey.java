package io.otbench.reports.results;

/**
 * Identity of a cell within a run folder.
 *
 * @param config short hash of the solver's whole configuration
 */
public record CellKey(String benchmark, String problem, String solver, String config, long seed) {

  public CellKey {
    Checks.name("benchmark", benchmark);
    Checks.name("problem", problem);
    Checks.name("solver", solver);
    Checks.name("config", config);
  }

  /** Reads like {@code gaussian/d8/implicit (config 3f2a91, seed 0)}. */
  @Override
  public String toString() {
    return benchmark + "/" + problem + "/" + solver + " (config " + config + ", seed " + seed + ")";
  }
}
