package io.otbench.benchmarks;

import io.otbench.benchmarks.cli.Program;

/** Where the program starts; see {@link Invocation} for arguments and system properties. */
public final class Main {

  private Main() {}

  /** Runs the program and ends the JVM when it failed. */
  public static void main(String[] args) {
    // Charts are files; no screen is asked for.
    System.setProperty("java.awt.headless", "true");
    int exitCode = Program.run(args, System.out, System.err);
    // Under exec:java this is Maven's JVM: it must go on after a success.
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
