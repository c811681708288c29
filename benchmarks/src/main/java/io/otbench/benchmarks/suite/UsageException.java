package io.otbench.benchmarks.suite;

import java.util.stream.Collectors;

/**
 * A mistake of the user, found before anything is trained. The message is one line that names the
 * thing, the place and what would be right.
 */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A mistake described by {@code message}, one line. */
  public UsageException(String message) {
    super(message);
  }

  /** A mistake found in reading a file; the lines of its description become one. */
  public static UsageException inOneLine(RuntimeException description) {
    return new UsageException(
        String.valueOf(description.getMessage())
            .lines()
            .map(String::strip)
            .collect(Collectors.joining("; ")));
  }
}
