package io.otbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixFileTest {

  private static final String WHOLE =
      """
      # Everything that can stand here.
      benchmark: gaussian
      profile: smoke
      solvers: [fake-good, fake-slow]
      dims: [2, 4]
      seeds: 3
      time: 2.5
      workers: 1
      out: somewhere
      set:
        fake-good: {steps: [3, 5], factor: 3e-4}
        fake-slow.steps: 7
        evaluationSamples: 20000
      """;

  @TempDir private Path folder;

  private ProgramCall show(String yaml, String... args) throws IOException {
    Path file = Files.writeString(folder.resolve("matrix.yaml"), yaml);
    List<String> all = new ArrayList<>(List.of("show", "--config=" + file));
    all.addAll(List.of(args));
    return ProgramCall.of(all);
  }

  @Test
  void aFileHoldsAWholeMatrix() throws IOException {
    ProgramCall call = show(WHOLE);
    assertThat(call.err()).isEmpty();
    assertThat(call.out())
        .isEqualToNormalizingNewlines(
            """
            gaussian, profile smoke: 30 cells = 2 problems x 5 solvers x 3 seeds
            problems: gaussian-2, gaussian-4
            solvers: identity; linear; fake-good steps=3; fake-good steps=5; fake-slow
            data: fresh rows, 20000 rows per side to evaluate, 4 checkpoints, training stops after 2.5 s
            into somewhere with 1 worker
            """);
    assertThat(call.exitCode()).isZero();
  }

  @Test
  void theCommandLineWins() throws IOException {
    assertThat(
            show(
                    WHOLE,
                    "gaussian",
                    "--profile=quick",
                    "--problems=gaussian-8",
                    "--seeds=1",
                    "--solvers=fake-good,fake-slow,fake-nan",
                    "--set=fake-good.steps=4",
                    "--out=elsewhere")
                .out())
        .isEqualToNormalizingNewlines(
            """
            gaussian, profile quick: 5 cells = 1 problem x 5 solvers x 1 seed
            problems: gaussian-8
            solvers: identity; linear; fake-good; fake-slow; fake-nan
            data: fresh rows, 20000 rows per side to evaluate, 10 checkpoints, training stops after 2.5 s
            into elsewhere with 1 worker
            """);
  }

  @Test
  void aRunTakesTheFileAsShowDoes() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("matrix.yaml"),
            """
            benchmark: gaussian
            profile: smoke
            solvers: [fake-good]
            workers: 1
            out: '%s'
            set: {fake-good.steps: [3, 5]}
            """
                .formatted(folder.resolve("run")));
    ProgramCall call = ProgramCall.of("run", "--config=" + file);
    assertThat(call.exitCode()).isZero();
    assertThat(call.err()).isEmpty();
    assertThat(call.out())
        .contains(
            "(4 of 4)", "gaussian-2 fake-good steps=3 seed 1: started", "fake-good steps=5  ");
    assertThat(Files.readString(folder.resolve("run/results.csv")))
        .contains(",steps=3", ",steps=5");
    assertThat(folder.resolve("run/report.html"))
        .content()
        .contains("fake-good steps=3", "fake-good steps=5");
    // A sweep that grows runs what is new.
    assertThat(ProgramCall.of("run", "--config=" + file, "--set=fake-good.steps=[3,5,6]").out())
        .startsWith("4 of 5 cells are already complete")
        .contains("(1 of 1)", "fake-good steps=6");
  }

  private static Arguments mistake(String yaml, String message) {
    return Arguments.of(yaml, message);
  }

  static Stream<Arguments> mistakes() {
    String solvers = ProgramTest.SOLVERS;
    String keys =
        "benchmark, data, dims, drop, memory, out, plugins, problems, profile, scaling, seeds, set,"
            + " solvers, table, time, wall, workers";
    return Stream.of(
        mistake("", "FILE: must be a map such as 'benchmark: gaussian', it is none"),
        mistake("- gaussian", "FILE: must be a map such as 'benchmark: gaussian', it is none"),
        mistake("benchmark: [gaussian", "FILE: line 1: expected ',' or ']', but got <stream end>"),
        mistake(
            "benchmark: gaussian\nseeds: 1\nseeds: 2", "FILE: line 3: found duplicate key seeds"),
        mistake(
            "benchmark: gaussian\nsolver: [implicit]",
            "unknown key 'solver' in FILE; did you mean 'solvers'? known: " + keys),
        mistake(
            "benchmark: gaussian\nset: &a {otp: *a}",
            "FILE: line 2: an alias must not stand inside what it names, here it does"),
        mistake(
            "&a [*a]", "FILE: line 1: an alias must not stand inside what it names, here it does"),
        mistake("profile: smoke", OtbenchCommand.NO_BENCHMARK),
        mistake(
            "benchmark: gausian",
            "unknown benchmark 'gausian' in FILE; did you mean 'gaussian'? known: gaussian,"
                + " planar, uci"),
        mistake("benchmark: 7", "benchmark in FILE must be a text but is 7"),
        mistake(
            "{benchmark: gaussian, profile: quik}",
            "unknown profile 'quik' in profile of FILE; did you mean 'quick'? known: best, paper,"
                + " quick, smoke"),
        mistake(
            "{benchmark: gaussian, solvers: [implict]}",
            "unknown solver 'implict' in solvers of FILE; did you mean 'implicit'? known: "
                + solvers),
        mistake(
            "{benchmark: gaussian, solvers: implicit}",
            "solvers in FILE must be a list with at least one value but is \"implicit\""),
        mistake(
            "{benchmark: gaussian, solvers: []}",
            "solvers in FILE must be a list with at least one value but is []"),
        mistake(
            "{benchmark: gaussian, dims: ['2']}",
            "dims in FILE must be a list of numbers but is \"2\""),
        mistake(
            "{benchmark: gaussian, dims: [2.5]}",
            "dims in FILE must be whole numbers with commas, such as 2,4,8, but has '2.5' in"
                + " '2.5'"),
        mistake(
            "{benchmark: gaussian, dims: [300]}",
            "dimension 300 in dims of FILE is not in benchmark 'gaussian'; it has 1 to 256"),
        mistake("{benchmark: gaussian, seeds: '3'}", "seeds in FILE must be a number but is \"3\""),
        mistake(
            "{benchmark: gaussian, seeds: 0}",
            "seeds in FILE must be a whole number, at least 1, but is '0'"),
        mistake(
            "{benchmark: gaussian, workers: 1.5}",
            "workers in FILE must be a whole number, at least 1, but is '1.5'"),
        mistake(
            "{benchmark: gaussian, time: -1}",
            "time in FILE must be a number of seconds above 0 but is '-1'"),
        mistake(
            "{benchmark: uci, scaling: log}",
            "scaling in FILE must be zscore, minmax or svd but is 'log'"),
        mistake(
            "{benchmark: gaussian, table: t.csv}",
            "benchmark 'gaussian' reads no data: --data, --table, --drop and --scaling are not for"
                + " it"),
        mistake(
            "{benchmark: gaussian, plugins: none}",
            "plug-ins must be in a folder of jars, but none does not exist"),
        mistake(
            "{benchmark: gaussian, set: [implicit.steps=3]}",
            "set in FILE must be a map such as {implicit.steps: 100} but is [\"implicit.steps=3\"]"),
        mistake(
            "{benchmark: gaussian, set: {implict.steps: 3}}",
            "unknown solver 'implict' in set of FILE; did you mean 'implicit'? known: " + solvers),
        mistake(
            "{benchmark: gaussian, set: {fake-good: {stepz: 3}}}",
            "unknown setting 'stepz' of solver 'fake-good' in set of FILE; did you mean 'steps'?"
                + " known: batchSize, millisPerStep, scale.factor, scale.kind, steps"),
        mistake(
            "{benchmark: gaussian, set: {fake-good: {steps: }}}",
            "setting 'fake-good.steps' in set of FILE has no value"),
        mistake(
            "{benchmark: gaussian, set: {fake-good: {steps: 3}, fake-good.steps: 4}}",
            "setting 'fake-good.steps' in set of FILE must be given once but stands there twice"),
        mistake(
            "{benchmark: gaussian, set: {fake-good.steps: none}}",
            "in set of FILE for solver 'fake-good': steps must be a whole number but is \"none\""));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void aMistakeIsOneLineThatNamesTheFile(String yaml, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("matrix.yaml"), yaml);
    ProgramCall call = ProgramCall.of("run", "--config=" + file, "--out=" + folder.resolve("run"));
    assertThat(call.err().replace(file.toString(), "FILE").lines())
        .containsExactly("otbench: " + message);
    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aFileThatIsNoneIsNamed() {
    assertThat(ProgramCall.of("run", "--config=" + folder.resolve("none")).err())
        .isEqualToIgnoringNewLines(
            "otbench: %s: there is no such file for --config".formatted(folder.resolve("none")));
    assertThat(ProgramCall.of("run", "--config=" + folder).err())
        .isEqualToIgnoringNewLines("otbench: %s: must be a file, it is a folder".formatted(folder));
  }
}
