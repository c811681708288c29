package io.otbench.benchmarks.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call of the program.
 *
 * @param args arguments of the command line
 * @param commandLine what the user can type to go on with it
 * @param out standard output
 * @param err standard error
 */
public record Invocation(List<String> args, String commandLine, PrintStream out, PrintStream err) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /** The options that Maven's system properties stand for. */
  private static final List<String> VALUES =
      List.of(
          "profile",
          "solvers",
          "dims",
          "problems",
          "seeds",
          "out",
          "workers",
          "time",
          "wall",
          "memory",
          "data",
          "table",
          "drop",
          "scaling");

  /** Copies the list. */
  public Invocation {
    args = List.copyOf(args);
  }

  /**
   * A call with arguments, or, without any, with system properties as {@code mvn exec:java
   * -Dbench=gaussian} sets them.
   */
  public static Invocation of(String[] args, PrintStream out, PrintStream err) {
    if (args.length > 0) {
      String program = System.getProperty("otbench.launcher", "otbench");
      return new Invocation(
          List.of(args),
          shellLine(
              Stream.concat(
                  Stream.of(program),
                  // What is complete then must not run a second time.
                  Arrays.stream(args).filter(arg -> !arg.equals("--force")))),
          out,
          err);
    }
    Stream<String> properties =
        Stream.concat(Stream.of("bench", "report"), VALUES.stream())
            .filter(name -> System.getProperty(name) != null)
            .map(name -> "-D" + name + "=" + System.getProperty(name));
    return new Invocation(
        fromProperties(),
        shellLine(Stream.concat(Stream.of("mvn", "compile", "exec:java"), properties)),
        out,
        err);
  }

  private static List<String> fromProperties() {
    String report = System.getProperty("report", "");
    if (!report.isBlank()) {
      return List.of("report", "--run=" + report);
    }
    String bench = System.getProperty("bench", "");
    if (bench.isBlank()) {
      return List.of();
    }
    Stream<String> options =
        VALUES.stream()
            .filter(name -> System.getProperty(name) != null)
            .map(name -> "--" + name + "=" + System.getProperty(name));
    Stream<String> flags =
        System.getProperty("force", "false").equals("false") ? Stream.of() : Stream.of("--force");
    return Stream.of(Stream.of("run", bench), options, flags).flatMap(part -> part).toList();
  }

  private static String shellLine(Stream<String> words) {
    return words.map(Invocation::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
