package io.otbench.benchmarks.cell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.otbench.solvers.api.OtSolver;

/** The configuration record of a solver, back from its plain form. */
public final class SolverSettings {

  private SolverSettings() {}

  /**
   * Reads every component of a solver's record.
   *
   * @param settings all components, as {@link CellConfig#settings} holds them
   * @throws IllegalArgumentException when they are not those of the solver
   */
  @SuppressWarnings("unchecked") // The class of a C is a Class<C>.
  public static <C extends Record> C read(OtSolver<C> solver, JsonNode settings) {
    Class<C> type = (Class<C>) solver.defaultConfig(1).getClass();
    try {
      return Json.MAPPER.treeToValue(settings, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }
}
