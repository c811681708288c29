package io.otbench.reports.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far the last command came that added to a run folder. Rows that end where a cell ends do not
 * show by themselves that more were to come.
 *
 * @param finished cells of that command that have rows
 * @param planned cells of that command
 * @param how what became of the others, as words
 * @param former whether some of the others have rows of an earlier command
 */
public record RunProgress(long finished, long planned, String how, boolean former) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * What the state in a run folder says of the results.
   *
   * @return none if there is no state, as of folders that were merged, or one that is damaged or of
   *     another version
   */
  public static Optional<RunProgress> read(RunFolder folder, Results results) throws IOException {
    if (!Files.isRegularFile(folder.state())) {
      return Optional.empty();
    }
    JsonNode state = json(folder.state());
    String how =
        switch (state.path("phase").asText()) {
          case "RUNNING" -> "the run is still going or was killed";
          case "INTERRUPTED" -> "the run was interrupted";
          case "ENDED" -> "the run ended without the others";
          default -> "";
        };
    if (how.isEmpty()) {
      return Optional.empty();
    }
    long before = state.path("lastNumber").asLong();
    long since = results.stamps().values().stream().filter(it -> number(it) > before).count();
    boolean former =
        state.path("again").asLong() > 0 && !state.path("phase").asText().equals("RUNNING");
    return Optional.of(
        new RunProgress(
            state.path("completeBefore").asLong() + since,
            state.path("cells").asLong(),
            how,
            former));
  }

  /** Says that cells are missing; empty if none is. */
  public Optional<String> missing() {
    return finished >= planned
        ? Optional.empty()
        : Optional.of(
            "%d of %d cells: %s. %s"
                .formatted(
                    finished,
                    planned,
                    how,
                    former
                        ? "Others show what they had before."
                        : "Everything here is of the cells that are there."));
  }

  /** The number of the file of a cell, with which its stamp ends. */
  private static long number(String stamp) {
    String last = stamp.substring(stamp.lastIndexOf(' ') + 1);
    return last.matches("[0-9]{1,18}") ? Long.parseLong(last) : 0;
  }

  /** What is in the file; none if it is damaged, for the results are whole without it. */
  private static JsonNode json(Path file) throws IOException {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException | CharacterCodingException e) {
      return MissingNode.getInstance();
    }
  }
}
