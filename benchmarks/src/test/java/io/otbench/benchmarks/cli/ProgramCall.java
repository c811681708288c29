package io.otbench.benchmarks.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a call of the program gave.
 *
 * @param exitCode as the shell sees it
 * @param out standard output
 * @param err standard error
 */
public record ProgramCall(int exitCode, String out, String err) {

  /** Calls the program in this JVM. */
  public static ProgramCall of(List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Program.run(
            new Invocation(
                args,
                "otbench " + String.join(" ", args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
    return new ProgramCall(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Calls the program in this JVM. */
  public static ProgramCall of(String... args) {
    return of(List.of(args));
  }
}
