package io.otbench.benchmarks.run;

/** A run that could not go on, such as on a full disk. The message is one line. */
public final class RunFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure described by {@code message}, one line. */
  public RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
