package io.otbench.benchmarks.cell;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(canonicalText().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
