package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.suite.UsageException;
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

  private static final List<String> FLAGS = List.of("verbose", "force");

  private static final List<String> OF_REPORTS = List.of("axes", "paper", "format", "plugins");

  /** Settings in one property stand one after the other with a semicolon, or a comma and a name. */
  private static final Pattern NEXT_SETTING = Pattern.compile(";|,(?=\\s*[A-Za-z][A-Za-z0-9.-]*=)");

  /** Copies the list. */
  public Invocation {
    args = List.copyOf(args);
  }

  /**
   * A call with arguments, or, without any, with system properties as {@code mvn exec:java
   * -Dbench=gaussian} sets them.
   *
   * @throws UsageException for a property that is mistyped or does not belong to the others
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
    List<String> ofRuns =
        Stream.of(List.of("bench", "set"), VALUES, FLAGS).flatMap(List::stream).toList();
    SystemProperties properties =
        new SystemProperties(
            Stream.of(ofRuns, OF_REPORTS, List.of("report", "datasets"))
                .flatMap(List::stream)
                .distinct()
                .toList());
    properties.refuseMistyped();
    String report = System.getProperty("report", "");
    if (!report.isBlank()) {
      properties.refuseOthers("report", OF_REPORTS);
      Stream<String> options = OF_REPORTS.stream().flatMap(Invocation::option);
      return Stream.concat(Stream.of("report", "--run=" + report), options).toList();
    }
    String datasets = System.getProperty("datasets", "");
    if (!datasets.isBlank()) {
      properties.refuseOthers("datasets", List.of("data"));
      return Stream.of(Stream.of("datasets"), Stream.of(datasets.split(",", -1)), option("data"))
          .flatMap(part -> part)
          .toList();
    }
    String bench = System.getProperty("bench", "");
    if (bench.isBlank() && System.getProperty("config", "").isBlank()) {
      return List.of();
    }
    properties.refuseOthers(bench.isBlank() ? "config" : "bench", ofRuns);
    Stream<String> benchmark = Stream.of(bench).filter(name -> !name.isBlank());
    Stream<String> options = VALUES.stream().flatMap(Invocation::option);
    Stream<String> settings =
        Optional.ofNullable(System.getProperty("set")).stream()
            .flatMap(NEXT_SETTING::splitAsStream)
            .map(setting -> "--set=" + setting.strip());
    Stream<String> flags = FLAGS.stream().filter(SystemProperties::flag).map(name -> "--" + name);
    return Stream.of(Stream.of("run"), benchmark, options, settings, flags)
        .flatMap(part -> part)
        .toList();
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
