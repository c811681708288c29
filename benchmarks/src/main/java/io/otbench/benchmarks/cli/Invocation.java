package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.suite.NearestName;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
          "scaling",
          "axes",
          "config",
          "plugins");

  private static final List<String> OF_OTHER_COMMANDS =
      List.of("report", "datasets", "paper", "format", "test");

  /** Settings in one property stand one after the other with a semicolon, or a comma and a name. */
  private static final Pattern NEXT_SETTING = Pattern.compile(";|,(?=\\s*[A-Za-z][A-Za-z0-9.-]*=)");

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
        Stream.of(Stream.of("bench", "report", "datasets"), VALUES.stream(), Stream.of("set"))
            .flatMap(names -> names)
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
      Stream<String> options =
          Stream.of("axes", "paper", "format", "plugins").flatMap(Invocation::option);
      return Stream.concat(Stream.of("report", "--run=" + report), options).toList();
    }
    String datasets = System.getProperty("datasets", "");
    if (!datasets.isBlank()) {
      return Stream.of(Stream.of("datasets"), Stream.of(datasets.split(",", -1)), option("data"))
          .flatMap(part -> part)
          .toList();
    }
    String bench = System.getProperty("bench", "");
    if (bench.isBlank() && System.getProperty("config", "").isBlank()) {
      return List.of();
    }
    Stream<String> benchmark = Stream.of(bench).filter(name -> !name.isBlank());
    Stream<String> options = VALUES.stream().flatMap(Invocation::option);
    Stream<String> settings =
        Optional.ofNullable(System.getProperty("set")).stream()
            .flatMap(NEXT_SETTING::splitAsStream)
            .map(setting -> "--set=" + setting.strip());
    Stream<String> flags =
        Stream.of("verbose", "force")
            .filter(name -> !System.getProperty(name, "false").equals("false"))
            .map(name -> "--" + name);
    return Stream.of(Stream.of("run"), benchmark, options, settings, flags, mistyped())
        .flatMap(part -> part)
        .toList();
  }

  /** Properties that are nearly one of ours, as options that are refused like any mistyped one. */
  private static Stream<String> mistyped() {
    List<String> known =
        Stream.of(VALUES, List.of("bench", "set", "force", "verbose"), OF_OTHER_COMMANDS)
            .flatMap(List::stream)
            .toList();
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> !known.contains(name) && NearestName.find(name, VALUES).isPresent())
        .sorted()
        .flatMap(Invocation::option);
  }

  /** The option that a property stands for, where it is set. */
  private static Stream<String> option(String name) {
    return Optional.ofNullable(System.getProperty(name)).stream()
        .map(value -> "--" + name + "=" + value);
  }

  private static String shellLine(Stream<String> words) {
    return words.map(Invocation::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
