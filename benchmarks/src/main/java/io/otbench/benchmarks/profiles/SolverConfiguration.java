package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One configuration of a solver for a problem.
 *
 * @param settings every component of the solver's configuration record
 * @param origins where the values come from that are not the solver's defaults, by their paths with
 *     dots; a path of a group stands for all that is in it
 * @param variant what a sweep varied, such as {@code batchSize=256}; empty where nothing is swept
 */
public record SolverConfiguration(JsonNode settings, Map<String, String> origins, String variant) {

  /** Copies the map. */
  public SolverConfiguration {
    origins = Map.copyOf(origins);
  }
}
