package io.otbench.reports.regression;

import io.otbench.reports.results.ResultRow;

/**
 * Where two runs are compared.
 *
 * @param solver name of the solver, with what a sweep varied or the hash of its configuration where
 *     a run solved the problem with several; see {@link PlaceNames}
 */
public record Place(String benchmark, String problem, String solver) {

  /** The place of a row of a solver that has one configuration. */
  static Place of(ResultRow row) {
    return new Place(row.benchmark(), row.problem(), row.solver());
  }

  @Override
  public String toString() {
    return problem + " " + solver;
  }
}
