package io.otbench.benchmarks.cell;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Everything that can be set and changes the numbers of a cell. Its hash stands in the rows, its
 * text in the run folder.
 *
 * @param solver name of the solver
 * @param settings every component of the solver's configuration record
 * @param data what the solver is given and how it is measured
 * @param suiteVersion version of this suite
 */
public record CellConfig(String solver, JsonNode settings, DataSettings data, String suiteVersion) {

  private static final int HASH_DIGITS = 12;

  /** JSON on one line with sorted keys. */
  public String canonicalText() {
    return Json.canonical(Json.MAPPER.valueToTree(this));
  }

  /** The first {@value #HASH_DIGITS} hexadecimal digits of the SHA-256 of the canonical text. */
  public String hash() {
    return Sha256.hex(canonicalText()).substring(0, HASH_DIGITS);
  }
}
