package io.otbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramTest {

  private static final String SOLVERS =
      "constant, diotm, discrete, discrete-entropic, dpot, dpot-debiased, dpot-sliced,"
          + " fake-crash, fake-decline, fake-diverge, fake-good, fake-hungry, fake-nan,"
          + " fake-remark, fake-slow, fake-throw, identity, implicit, linear, otm, otp, w2gn";

  private static final String PROBLEMS =
      "gaussian-2, gaussian-4, gaussian-8, gaussian-16, gaussian-32, gaussian-64 (published);"
          + " gaussian-generated-D for every other D up to 256";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(List<String> args) {
    return Program.run(
        new Invocation(
            args,
            "otbench " + String.join(" ", args),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static Arguments mistake(String commandLine, String message) {
    return Arguments.of(commandLine, message);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "",
            "no benchmark given; write otbench run gaussian,"
                + " or mvn compile exec:java -Dbench=gaussian"),
        mistake("run gaussian --out=", "--out must name a folder but is empty"),
        mistake(
            "run",
            "no benchmark given; write otbench run gaussian,"
                + " or mvn compile exec:java -Dbench=gaussian"),
        mistake(
            "rnu gaussian",
            "unknown command 'rnu' of otbench; did you mean 'run'? known: datasets, list, report,"
                + " run"),
        mistake(
            "datasets",
            "no command of datasets given; write otbench datasets list or otbench datasets verify"),
        mistake(
            "datasets lst",
            "unknown command 'lst' of otbench datasets; did you mean 'list'? known: list, verify"),
        mistake("datasets list --data=", "--data must name a folder but is empty"),
        mistake(
            "datasets verify magic minibone",
            "unknown set 'minibone' in datasets verify; did you mean 'miniboone'? known: magic,"
                + " htru2, casp, ccpp, wine-red, miniboone-subset, power-subset, power, gas, hepmass,"
                + " miniboone, bsds300, power-user-subset, gas-subset, hepmass-subset,"
                + " miniboone-user-subset, bsds300-subset"),
        mistake(
            "datasets verify --column",
            "unknown option '--column' of verify; did you mean '--columns'?;"
                + " otbench datasets verify --help shows what there is"),
        mistake(
            "run gausian",
            "unknown benchmark 'gausian' in run; did you mean 'gaussian'? known: gaussian, planar, uci"),
        mistake("run mnist", "unknown benchmark 'mnist' in run; known: gaussian, planar, uci"),
        mistake(
            "run gaussian uci",
            "unknown argument 'uci' of run; otbench run --help shows what there is"),
        mistake(
            "run gaussian --dim 2",
            "unknown option '--dim' of run; did you mean '--dims'?;"
                + " otbench run --help shows what there is"),
        mistake(
            "run gaussian --profile quik",
            "unknown profile 'quik' in --profile; did you mean 'quick'?"
                + " known: best, paper, quick, smoke"),
        mistake(
            "run gaussian --solvers implict",
            "unknown solver 'implict' in --solvers; did you mean 'implicit'? known: " + SOLVERS),
        mistake(
            "run gaussian --solvers identity,sinkhorn",
            "unknown solver 'sinkhorn' in --solvers; known: " + SOLVERS),
        mistake(
            "run gaussian --solvers identity,,linear",
            "--solvers must be names with commas between them" + " but is 'identity,,linear'"),
        mistake(
            "run gaussian --dims 2,300",
            "dimension 300 in --dims is not in benchmark 'gaussian'; it has 1 to 256"),
        mistake(
            "run gaussian --dims 0",
            "dimension 0 in --dims is not in benchmark 'gaussian'; it has 1 to 256"),
        mistake(
            "run gaussian --dims 2,x",
            "--dims must be whole numbers with commas, such as 2,4,8, but has 'x' in '2,x'"),
        mistake(
            "run gaussian --dims 2,4.5",
            "--dims must be whole numbers with commas, such as 2,4,8, but has '4.5' in '2,4.5'"),
        mistake(
            "run gaussian --problems gausian-8",
            "unknown problem 'gausian-8' in --problems; did you mean 'gaussian-8'? known: "
                + PROBLEMS),
        mistake(
            "run gaussian --problems gaussian-2,,gaussian-4",
            "--problems must be names with commas between them"
                + " but is 'gaussian-2,,gaussian-4'"),
        mistake(
            "run gaussian --problems gaussian-2 --dims 4",
            "no problem of --problems has a dimension of --dims"),
        mistake(
            "run gaussian --problems gaussian-2 --dims 2,300",
            "dimension 300 in --dims is not in benchmark 'gaussian'; it has 1 to 256"),
        mistake(
            "run planar --problems squares,ellipse",
            "unknown problem 'squares' in --problems; did you mean 'square'? known: square,"
                + " ellipse, half-circles, ellipse-conditional, half-circles-conditional,"
                + " four-corners, perpendicular, one-to-many, gaussian-8gaussians,"
                + " gaussian-25gaussians, moons-spiral, gaussian-circles"),
        mistake(
            "run planar --dims 8",
            "dimension 8 in --dims is not in benchmark 'planar'; it has 2, and 3 for two"
                + " coordinates and a condition"),
        mistake(
            "run gaussian --table t.csv",
            "benchmark 'gaussian' reads no data: --data, --table, --drop and --scaling are not for"
                + " it"),
        mistake("run uci --table=", "--table must name a file but is empty"),
        mistake("run uci --data=", "--data must name a folder but is empty"),
        mistake("run uci --scaling log", "--scaling must be zscore, minmax or svd but is 'log'"),
        mistake(
            "run uci --scaling svd",
            "set magic: scaling must be one of [ZSCORE, MINMAX] but is SVD"),
        mistake("run uci --drop class", "--drop names columns of a --table, but no table is given"),
        mistake("run uci --table $DIR/none.csv", "$DIR/none.csv: there is no such file"),
        mistake(
            "run uci --table $DIR/file",
            "$DIR/file: a table must be a .csv, .csv.gz or .npy file by its name"),
        mistake(
            "run uci --problems wine",
            "unknown problem 'wine' in --problems; known: magic, htru2, casp, ccpp, wine-red,"
                + " miniboone-subset, power-subset (shipped); power, gas, hepmass, miniboone,"
                + " bsds300, power-user-subset, gas-subset, hepmass-subset, miniboone-user-subset,"
                + " bsds300-subset (files of the user)"),
        mistake(
            "run uci --dims 7",
            "dimension 7 in --dims is not in benchmark 'uci'; it has 5, 6, 8, 10, 12, 21, 43,"
                + " 63"),
        mistake("run gaussian --dims", "--dims needs a value; otbench run --help shows which"),
        mistake("run gaussian --seeds 0", "--seeds must be a whole number, at least 1, but is '0'"),
        mistake(
            "run gaussian --seeds=-3", "--seeds must be a whole number, at least 1, but is '-3'"),
        mistake(
            "run gaussian --seeds 1,2", "--seeds must be a whole number, at least 1, but is '1,2'"),
        mistake(
            "run gaussian --workers 0", "--workers must be a whole number, at least 1, but is '0'"),
        mistake(
            "run gaussian --workers many",
            "--workers must be a whole number, at least 1, but is 'many'"),
        mistake("run gaussian --time 0", "--time must be a number of seconds above 0 but is '0'"),
        mistake("run gaussian --time=-1", "--time must be a number of seconds above 0 but is '-1'"),
        mistake(
            "run gaussian --time 5min", "--time must be a number of seconds above 0 but is '5min'"),
        mistake(
            "run gaussian --time NaN", "--time must be a number of seconds above 0 but is 'NaN'"),
        mistake(
            "run gaussian --seeds 1 --seeds 2",
            "--seeds must be given once but stands there twice"),
        mistake("report", "--run needs a value; otbench report --help shows which"),
        mistake("report --run $DIR/none", "run folder $DIR/none must exist, it does not"),
        mistake("report --run $DIR/file", "run folder $DIR/file must be a folder, it is a file"),
        mistake(
            "report --run $DIR",
            "a report needs the rows of a run, there is no $DIR/results.csv"),
        mistake(
            "run gaussian --profile smoke --out $DIR/file",
            "run folder $DIR/file must be a folder, it is a file"));
  }

  @ParameterizedTest(name = "otbench {0}")
  @MethodSource("mistakes")
  void aMistakeIsOneLineBeforeAnythingRuns(String commandLine, String message) throws IOException {
    Files.writeString(folder.resolve("file"), "a file");
    List<String> args =
        Arrays.stream(commandLine.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace("$DIR", folder.toString()))
            .toList();
    int exitCode = run(args);
    assertThat(err().replace(folder.toString(), "$DIR").lines())
        .containsExactly("otbench: " + message);
    assertThat(exitCode).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(folder).isDirectoryContaining("glob:**/file");
  }

  @Test
  void aSetThatIsNotThereIsOneLineThatSaysWhereToGetIt() {
    String data = folder.resolve("none").toString();
    assertThat(run(List.of("run", "uci", "--problems=power", "--data=" + data))).isEqualTo(2);
    assertThat(err())
        .startsWith("otbench: set power: its files are not there; tried: " + data)
        .contains("Zenodo record 1161203", "the data option")
        .hasLineCount(1);
    assertThat(out()).isEmpty();
  }

  @Test
  void aColumnThatATableDoesNotHaveIsNamed() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n3,4\n");
    assertThat(run(List.of("run", "uci", "--table=" + table, "--drop=c"))).isEqualTo(2);
    assertThat(err()).startsWith("otbench: " + table).contains("'c'").hasLineCount(1);
  }

  @Test
  void aTableTakesThePlaceOfTheSetsUntilItChanges() throws IOException {
    Path table = folder.resolve("My Table.csv");
    Files.writeString(table, table(1));
    List<String> args =
        List.of(
            "run",
            "uci",
            "--profile=smoke",
            "--solvers=fake-good",
            "--workers=1",
            "--table=" + table,
            "--drop=id",
            "--out=" + folder.resolve("run"));
    assertThat(run(args)).isZero();
    assertThat(out()).contains("(3 of 3)", "my-table", "mmd_u@median").doesNotContain("magic");
    assertThat(err()).isEmpty();
    assertThat(folder.resolve("run/report.html")).content().contains("my-table");
    out.reset();
    assertThat(run(args)).isZero();
    assertThat(out()).startsWith("3 of 3 cells are already complete");

    Files.writeString(table, table(2));
    out.reset();
    assertThat(run(args)).isZero();
    assertThat(out()).contains("(3 of 3)").doesNotContain("already complete");
  }

  private static String table(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("id,a,b\n");
    for (int i = 0; i < 400; i++) {
      double a = random.nextGaussian();
      text.append("x,").append(a).append(',').append(a + random.nextGaussian()).append('\n');
    }
    return text.toString();
  }

  @Test
  void listShowsWhatCanBeRun() {
    assertThat(run(List.of("list"))).isZero();
    assertThat(out())
        .contains(
            "gaussian",
            "dimensions 1 to 256",
            "moons-spiral",
            "  w2gn",
            "  quick",
            "dimensions 2, 4, 8");
    assertThat(err()).isEmpty();
  }

  @Test
  void versionAndHelpAreNoMistakes() {
    assertThat(run(List.of("--version"))).isZero();
    assertThat(out()).isEqualTo("otbench 0.1.0" + System.lineSeparator());
    assertThat(run(List.of("run", "--help"))).isZero();
    assertThat(out()).contains("--profile", "--solvers", "--dims", "--force");
  }

  @Test
  void aRunEndsWithTableAndReportAndIsNotRepeated() {
    List<String> args =
        List.of(
            "run",
            "gaussian",
            "--profile",
            "smoke",
            "--solvers",
            "fake-good",
            "--seeds",
            "2",
            "--workers",
            "1",
            "--out",
            folder.resolve("run").toString());
    assertThat(run(args)).isZero();
    assertThat(out())
        .contains("(6 of 6)", "identity", "fake-good")
        .endsWith(
            "report: " + folder.resolve("run").resolve("report.html") + System.lineSeparator());
    assertThat(err()).isEmpty();
    assertThat(folder.resolve("run/report.html")).isNotEmptyFile();

    out.reset();
    assertThat(run(args)).isZero();
    assertThat(out())
        .startsWith("6 of 6 cells are already complete; --force runs them again")
        .doesNotContain("started");
  }

  @Test
  void aSkippedCellIsListedAndIsNoFailure() {
    assertThat(
            run(
                List.of(
                    "run",
                    "gaussian",
                    "--profile=smoke",
                    "--solvers=fake-decline",
                    "--workers=1",
                    "--out=" + folder.resolve("run"))))
        .isZero();
    assertThat(out())
        .contains(
            "skipped: gaussian-2: fake-decline: it declines problems of dimension 2",
            "fake-decline  skipped");
    assertThat(folder.resolve("run/report.html"))
        .content()
        .contains("it declines problems of dimension 2")
        .doesNotContain("class=\"bad\"");
  }

  @Test
  void aBadCellGivesExitCodeOneAndALine() {
    assertThat(
            run(
                List.of(
                    "run",
                    "gaussian",
                    "--profile=smoke",
                    "--solvers=fake-nan",
                    "--workers=1",
                    "--out=" + folder.resolve("run"))))
        .isEqualTo(1);
    assertThat(out()).contains("diverged: gaussian-2 fake-nan seed 1: uvp_forward was NaN");
    assertThat(err()).isEmpty();
  }
}
