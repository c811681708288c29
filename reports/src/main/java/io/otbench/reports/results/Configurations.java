package io.otbench.reports.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The full texts of the configurations that a run used.
 *
 * @param byHash JSON text of each short hash; a hash without a file in the run folder is missing
 */
public record Configurations(Map<String, String> byHash) {

  public Configurations {
    byHash = Map.copyOf(byHash);
  }

  /** Reads the files of all configurations that the rows name. */
  public static Configurations read(RunFolder folder, Results results) throws IOException {
    Map<String, String> byHash = new TreeMap<>();
    for (String hash : results.rows().stream().map(ResultRow::config).distinct().toList()) {
      if (RunFolder.isHash(hash)) {
        Path file = folder.configFile(hash);
        if (Files.isRegularFile(file)) {
          byHash.put(hash, Files.readString(file));
        }
      }
    }
    return new Configurations(byHash);
  }
}
