package io.otbench.benchmarks.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.cli.ProgramCall;
import io.otbench.benchmarks.metrics.MetricProvider;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.ProblemProvider;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunEnvironment;
import io.otbench.solvers.api.OtSolver;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginJarsTest {

  /** Does nothing, under a name of its own. */
  private static final String SOLVER =
      """
      public class Mine implements OtSolver<IdentitySolver.Config> {
        public Mine() %s
        public String name() { return "%s"; }
        public IdentitySolver.Config defaultConfig(int dim) { return new IdentitySolver.Config(); }
        public Transport fit(Sampler s, Sampler t, IdentitySolver.Config c, TrainingContext x) {
          return new IdentitySolver().fit(s, t, c, x);
        }
      }
      """;

  private static final String PROBLEM =
      """
      public class Pair implements ProblemProvider {
        public String benchmark() { return "%s"; }
        public List<String> problems() { return List.of("%s"); }
        public Problem problem(String name) {
          Problem pair = GaussianPairs.published(2);
          return new Problem(name, pair.target(), pair.source(), Optional.%s);
        }
      }
      """;

  private static final String TRUTH =
      "of(new GroundTruth(pair.truth().get().backward(), pair.truth().get().forward(),"
          + " pair.truth().get().w2Squared(), pair.truth().get().target(),"
          + " pair.truth().get().source()))";

  private static final String METRIC =
      """
      public class Count implements MetricProvider {
        public String benchmark() { return "gaussian"; }
        public Evaluation evaluation(NDManager m, Problem p, int samples, RandomStreams streams) {
          return new Evaluation() {
            public List<Measurement> evaluate(Transport transport) {
              return List.of(new Measurement("%s", samples + p.dim(), "rows"));
            }
            public List<Measurement> evaluateForCurve(Transport transport) { return List.of(); }
            public void close() {}
          };
        }
      }
      """;

  @TempDir private Path folder;
  private Path plugins = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
  }

  private Path solver(String jar, String name, String constructor) throws IOException {
    return Jars.make(
        plugins.resolve(jar),
        Map.of("Mine", SOLVER.formatted(constructor, name)),
        Map.of(OtSolver.class, "plugin.Mine"));
  }

  private ProgramCall run(String... args) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "run",
                "gaussian",
                "--profile=smoke",
                "--workers=1",
                "--plugins=" + plugins,
                "--out=" + folder.resolve("run")));
    all.addAll(List.of(args));
    return ProgramCall.of(all);
  }

  /** The mistake is one line, before anything runs, with the folder of plug-ins as DIR. */
  private void assertRefused(String message) {
    for (ProgramCall call : List.of(run(), ProgramCall.of("list", "--plugins=" + plugins))) {
      assertThat(call.err().replace(plugins.toString(), "DIR").lines())
          .containsExactly("otbench: " + message);
      assertThat(call.exitCode()).isEqualTo(2);
      assertThat(call.out()).isEmpty();
    }
    assertThat(folder.resolve("run")).doesNotExist();
    assertThat(ProgramCall.of("list").out()).doesNotContain("mine");
  }

  @Test
  void aSolverRunsInWorkersAndItsJarIsPartOfTheBuild() throws IOException {
    Path jar = solver("own.jar", "mine", "{}");
    ProgramCall call = run("--solvers=mine");
    assertThat(call.err()).isEmpty();
    assertThat(call.exitCode()).isZero();
    List<ResultRow> rows = Results.read(folder.resolve("run")).rows();
    assertThat(value(rows, "mine", "uvp_forward"))
        .isEqualTo(value(rows, "identity", "uvp_forward"));
    String before = fingerprint();

    assertThat(run("--solvers=mine").out()).startsWith("3 of 3 cells are already complete");
    Files.delete(jar);
    solver("own.jar", "mine", "{ System.nanoTime(); }");
    assertThat(run("--solvers=mine", "--force").exitCode()).isZero();
    assertThat(fingerprint()).isNotEqualTo(before);
  }

  @Test
  void aRunWithPluginsIsExplainedAndReproducedWithThemOnly() throws IOException {
    solver("own.jar", "mine", "{}");
    assertThat(run("--solvers=mine").exitCode()).isZero();
    for (String command : List.of("explain", "reproduce")) {
      List<String> args = List.of(command, "gaussian-2/mine/1", "--run=" + folder.resolve("run"));
      ProgramCall without = ProgramCall.of(args);
      assertThat(without.err().lines())
          .containsExactly(
              "otbench: what run folder %s holds came from plug-ins too; name their folder with"
                      .formatted(folder.resolve("run"))
                  + " --plugins, it was "
                  + plugins);
      assertThat(without.exitCode()).isEqualTo(2);
      ProgramCall with =
          ProgramCall.of(Stream.concat(args.stream(), Stream.of("--plugins=" + plugins)).toList());
      assertThat(with.out())
          .containsPattern("^gaussian-2/mine/1( \\(\\w+\\): fresh|: the same bit for bit): ok");
      assertThat(with.exitCode()).isZero();
    }
    Files.delete(plugins.resolve("own.jar"));
    solver("own.jar", "mine", "{ System.nanoTime(); }");
    assertThat(
            ProgramCall.of(
                    "explain",
                    "gaussian-2/mine/1",
                    "--run=" + folder.resolve("run"),
                    "--plugins=" + plugins)
                .out()
                .strip())
        .endsWith("): stale: plug-in own.jar has changed");
  }

  private String fingerprint() throws IOException {
    return RunEnvironment.read(folder.resolve("run/environment.json")).codeFingerprint();
  }

  private static double value(List<ResultRow> rows, String solver, String metric) {
    return rows.stream()
        .filter(row -> row.solver().equals(solver) && row.metric().equals(metric))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  @Test
  void pluginsAreGoneWhenTheCallIsOver() throws IOException {
    solver("own.jar", "mine", "{}");
    assertThat(ProgramCall.of("list", "--plugins=" + plugins).out()).contains("  mine");
    assertThat(ProgramCall.of("list").out()).doesNotContain("  mine");
    assertThat(ProgramCall.of("show", "gaussian", "--solvers=mine", "--plugins=" + plugins).out())
        .contains("solvers: identity; linear; mine");
  }

  @Test
  void problemsAndMetricsAreAddedToABenchmark() throws IOException {
    Jars.make(
        plugins.resolve("own.jar"),
        Map.of(
            "Pair", PROBLEM.formatted("gaussian", "reversed", TRUTH),
            "Count", METRIC.formatted("my_rows")),
        Map.of(ProblemProvider.class, "plugin.Pair", MetricProvider.class, "plugin.Count"));
    ProgramCall call = run("--solvers=identity");
    assertThat(call.err()).isEmpty();
    assertThat(call.exitCode()).isZero();
    List<ResultRow> rows = Results.read(folder.resolve("run")).rows();
    assertThat(rows)
        .filteredOn(row -> row.metric().equals("my_rows"))
        .hasSize(4)
        .allSatisfy(
            row -> {
              assertThat(row.value().orElseThrow()).isEqualTo(16_386);
              assertThat(row.unit()).isEqualTo("rows");
            })
        .extracting(ResultRow::problem)
        .contains("gaussian-2", "reversed");
    // The way back of one pair is the way there of the other; both have the rows of their sides.
    List<ResultRow> there = of(rows, "gaussian-2");
    List<ResultRow> back = of(rows, "reversed");
    assertThat(value(back, "linear", "uvp_forward")).isLessThan(0.1);
    assertThat(value(back, "identity", "uvp_forward") / value(there, "identity", "uvp_backward"))
        .isBetween(0.9, 1.1);
    assertThat(ProgramCall.of("list", "--plugins=" + plugins).out())
        .contains("; reversed (plug-ins)");
    assertThat(run("--problems=reversed", "--solvers=identity").out())
        .startsWith("2 of 2 cells are already complete");
  }

  private static List<ResultRow> of(List<ResultRow> rows, String problem) {
    return rows.stream().filter(row -> row.problem().equals(problem)).toList();
  }

  @Test
  void aMetricThatTheBenchmarkHasFailsTheCell() throws IOException {
    Jars.make(
        plugins.resolve("own.jar"),
        Map.of("Count", METRIC.formatted("uvp_forward")),
        Map.of(MetricProvider.class, "plugin.Count"));
    ProgramCall call = run("--solvers=identity");
    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.out())
        .contains("two evaluations measure 'uvp_forward'; a metric must have a name of its own");
  }

  @Test
  void aFolderThatIsNone() throws IOException {
    Files.delete(plugins);
    assertRefused("plug-ins must be in a folder of jars, but DIR does not exist");
    Files.writeString(plugins, "a file");
    assertRefused("plug-ins must be in a folder of jars, but DIR is a file");
  }

  @Test
  void aFolderWithoutJars() {
    assertRefused("plug-ins must be in a folder of jars, but DIR has none");
  }

  @Test
  void aJarThatAddsNothing() throws IOException {
    Jars.make(plugins.resolve("own.jar"), Map.of("Mine", SOLVER.formatted("{}", "mine")), Map.of());
    assertRefused(
        "no jar in DIR has a solver, benchmark, problems or metrics: none has a file"
            + " META-INF/services/io.otbench.solvers.api.OtSolver or the like");
  }

  @Test
  void aCorruptJar() throws IOException {
    Files.writeString(plugins.resolve("bad.jar"), "no jar at all");
    assertRefused("plug-in DIR/bad.jar is no jar: zip END header not found");
  }

  @Test
  void aServiceThatNamesAMissingClass() throws IOException {
    Jars.make(
        plugins.resolve("bad.jar"),
        Map.of("Mine", SOLVER.formatted("{}", "mine")),
        Map.of(OtSolver.class, "plugin.Mein"));
    assertRefused("plug-in DIR/bad.jar names the class plugin.Mein, which it does not have");
  }

  @Test
  void aServiceThatNamesAClassOfAnotherKind() throws IOException {
    Jars.make(
        plugins.resolve("bad.jar"),
        Map.of("Mine", SOLVER.formatted("{}", "mine")),
        Map.of(Benchmark.class, "plugin.Mine"));
    assertRefused("plug-in DIR/bad.jar names plugin.Mine, which is no Benchmark");
  }

  @Test
  void aConstructorThatThrows() throws IOException {
    solver("bad.jar", "mine", "{ throw new IllegalStateException(\"no luck\\nsecond line\"); }");
    assertRefused(
        "plug-in DIR/bad.jar has plugin.Mine, whose constructor threw IllegalStateException: no"
            + " luck");
  }

  @Test
  void aConstructorThatIsNotPublic() throws IOException {
    Jars.make(
        plugins.resolve("bad.jar"),
        Map.of("Mine", SOLVER.formatted("{}", "mine").replace("public Mine()", "Mine()")),
        Map.of(OtSolver.class, "plugin.Mine"));
    assertRefused(
        "plug-in DIR/bad.jar has plugin.Mine, which must have a public constructor without"
            + " arguments");
  }

  @Test
  void aJarWhoseLibraryIsMissing() throws IOException {
    Path library =
        Jars.make(
            folder.resolve("library.jar"),
            Map.of("Base", "public class Base { public static String name() { return \"x\"; } }"),
            Map.of());
    Path jar =
        Jars.make(
            plugins.resolve("bad.jar"),
            Map.of(
                "Base",
                "public class Base {}",
                "Mine",
                SOLVER
                    .formatted("{}", "mine")
                    .replace("Mine implements", "Mine extends Base implements")),
            Map.of(OtSolver.class, "plugin.Mine"));
    removeEntry(jar, "plugin/Base.class");
    assertRefused(
        "plug-in DIR/bad.jar has plugin.Mine, which needs a class that is missing: plugin/Base");
    // A library beside it is all it needs.
    Files.move(library, plugins.resolve("library.jar"));
    assertThat(ProgramCall.of("list", "--plugins=" + plugins).out()).contains("  mine");
  }

  @Test
  void aJarThatIsBuiltForANewerJava() throws IOException {
    int running = Runtime.version().feature();
    Path jar = solver("bad.jar", "mine", "{}");
    changeEntry(
        jar,
        "plugin/Mine.class",
        bytes -> {
          // Class files of Java n have the version n + 44.
          bytes[7] = (byte) (running + 1 + 44);
          return bytes;
        });
    assertRefused(
        "plug-in DIR/bad.jar is built for Java %d, this is Java %d"
            .formatted(running + 1, running));
  }

  @Test
  void twoSolversOfOneName() throws IOException {
    solver("a.jar", "mine", "{}");
    Files.copy(plugins.resolve("a.jar"), plugins.resolve("b.jar"));
    assertRefused(
        "plug-in DIR/b.jar has a solver 'mine', and a.jar has one of that name; rename one");
  }

  @Test
  void aSolverOfOneOfOurNames() throws IOException {
    solver("a.jar", "linear", "{}");
    assertRefused(
        "plug-in DIR/a.jar has a solver 'linear', and otbench has one of that name; rename one");
  }

  @Test
  void aNameThatIsNone() throws IOException {
    solver("a.jar", "My Solver", "{}");
    assertRefused(
        "plug-in DIR/a.jar names a solver 'My Solver'; a name must be lower case letters, digits"
            + " and dashes");
  }

  @Test
  void problemsForABenchmarkThatThereIsNot() throws IOException {
    problem("gausian", "mine-2", TRUTH);
    assertRefused(
        "unknown benchmark 'gausian' of plugin.Pair; did you mean 'gaussian'? known: gaussian,"
            + " planar, uci");
  }

  @Test
  void aProblemOfAKnownName() throws IOException {
    problem("gaussian", "gaussian-4", TRUTH);
    assertRefused(
        "plugin.Pair adds a problem 'gaussian-4' to benchmark 'gaussian', which has one of that"
            + " name; rename it");
  }

  @ParameterizedTest
  @CsvSource({
    "gaussian, 2, it has no known map",
    "planar, 4, its points must have 2 coordinates but have 4",
    "uci, 2, it takes no other problems than its own"
  })
  void aProblemThatTheBenchmarkCannotMeasure(String benchmark, int dim, String reason)
      throws IOException {
    Jars.make(
        plugins.resolve("bad.jar"),
        Map.of(
            "Pair",
            PROBLEM
                .formatted(benchmark, "mine", "empty()")
                .replace("published(2)", "published(" + dim + ")")),
        Map.of(ProblemProvider.class, "plugin.Pair"));
    ProgramCall call =
        ProgramCall.of(
            "run",
            benchmark,
            "--problems=mine",
            "--plugins=" + plugins,
            "--out=" + folder.resolve("run"));
    assertThat(call.err())
        .isEqualToIgnoringNewLines(
            "otbench: problem 'mine' of plugin.Pair cannot be in benchmark '%s': %s"
                .formatted(benchmark, reason));
    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aProblemOfThePlaneIsMeasuredAsItsBenchmarkDoes() throws IOException {
    problem("planar", "mine", "empty()");
    ProgramCall call =
        ProgramCall.of(
            "run",
            "planar",
            "--problems=mine",
            "--solvers=linear",
            "--profile=smoke",
            "--workers=1",
            "--plugins=" + plugins,
            "--out=" + folder.resolve("run"));
    assertThat(call.err()).isEmpty();
    List<ResultRow> rows = Results.read(folder.resolve("run")).rows();
    assertThat(value(rows, "linear", "target_error"))
        .isLessThan(value(rows, "identity", "target_error"));
    assertThat(
            ProgramCall.of("report", "--run=" + folder.resolve("run"), "--plugins=" + plugins)
                .exitCode())
        .isZero();
  }

  private void problem(String benchmark, String name, String truth) throws IOException {
    Jars.make(
        plugins.resolve("bad.jar"),
        Map.of("Pair", PROBLEM.formatted(benchmark, name, truth)),
        Map.of(ProblemProvider.class, "plugin.Pair"));
  }

  private static void removeEntry(Path jar, String name) throws IOException {
    try (FileSystem system = FileSystems.newFileSystem(jar)) {
      Files.delete(system.getPath(name));
    }
  }

  private static void changeEntry(Path jar, String name, UnaryOperator<byte[]> change)
      throws IOException {
    try (FileSystem system = FileSystems.newFileSystem(jar)) {
      Path entry = system.getPath(name);
      Files.write(entry, change.apply(Files.readAllBytes(entry)));
    }
  }
}
