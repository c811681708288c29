package io.otbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  static final String SOLVERS =
      "constant, diotm, discrete, discrete-entropic, dpot, dpot-debiased, dpot-sliced,"
          + " fake-abort, fake-close, fake-crash, fake-decline, fake-diverge, fake-error, fake-good,"
          + " fake-hungry, fake-interrupt, fake-linger, fake-loop, fake-nameless, fake-nan, fake-orphan,"
          + " fake-parent, fake-remark, fake-shape, fake-slow,"
          + " fake-steady, fake-swell, fake-throw, identity, implicit, linear, otm, otp, w2gn";

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
            "unknown command 'rnu' of otbench; did you mean 'run'? known: compare, datasets, explain,"
                + " list, merge, report, reproduce, run, show, status"),
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
            "unknown option '--column' of verify; did you mean '--columns'?"
                + " otbench datasets verify --help shows what there is"),
        mistake(
            "run gausian",
            "unknown benchmark 'gausian' in run; did you mean 'gaussian'? known: gaussian, planar, uci"),
        mistake("run mnist", "unknown benchmark 'mnist' in run; known: gaussian, planar, uci"),
        mistake(
            "run gaussian uci",
            "argument 'uci' of run is one too many; write otbench run [BENCH] [OPTIONS]"),
        mistake(
            "run gaussian --dim 2",
            "unknown option '--dim' of run; did you mean '--dims'?"
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
            "run gaussian --profile smoke --seeds 2147483647",
            "a matrix must have at most 100000 cells, this one has 2147483647 or more"),
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
        mistake("run uci --axes a", "--axes must name 2 or 4 columns but names 1: [a]"),
        mistake(
            "run gaussian --axes a,b",
            "--axes names columns of a table but benchmark 'gaussian' has none"),
        mistake(
            "run uci --problems ccpp,power-subset --axes AT,voltag",
            "unknown column 'voltag' in --axes; did you mean 'voltage'? known: AP, AT, PE, RH, V,"
                + " global_active_power, minute_of_day, sub_metering_1, sub_metering_2,"
                + " sub_metering_3, voltage"),
        mistake(
            "run uci --problems ccpp,power-subset --axes AT,voltage",
            "--axes must name columns of one table but no table has all of AT, voltage"),
        mistake(
            "report --run $DIR --axes a,b",
            "--axes names columns of a table but run folder $DIR has none"),
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
        mistake("run gaussian --wall 0", "--wall must be a number of seconds above 0 but is '0'"),
        mistake("run gaussian --wall 1h", "--wall must be a number of seconds above 0 but is '1h'"),
        mistake(
            "run gaussian --memory 2g",
            "--memory must be a whole number of MiB, at least 256, but is '2g'"),
        mistake(
            "run gaussian --memory 100",
            "--memory must be a whole number of MiB, at least 256, but is '100'"),
        mistake("status", "DIR needs a value; write otbench status DIR [OPTIONS]"),
        mistake(
            "status a b",
            "argument 'b' of status is one too many; write otbench status DIR [OPTIONS]"),
        mistake(
            "explain",
            "--run and CELL need a value each; write otbench explain CELL... --run DIR [OPTIONS]"),
        mistake(
            "merge $DIR $DIR/. --out $DIR/all",
            "the folders to merge must be different ones, but $DIR and $DIR/. are one"),
        mistake(
            "show gaussian --profile smoke --out $DIR/file",
            "run folder $DIR/file must be a folder, it is a file"),
        mistake("status $DIR/none", "run folder $DIR/none must exist, it does not"),
        mistake("status $DIR", "run folder $DIR must hold cells, it has none"),
        mistake(
            "explain --run $DIR",
            "CELL needs a value; write otbench explain CELL... --run DIR [OPTIONS]"),
        mistake(
            "explain gaussian-2/linear/1",
            "--run needs a value; write otbench explain CELL... --run DIR [OPTIONS]"),
        mistake(
            "explain gaussian-2/linear/1 --run $DIR",
            "run folder $DIR must hold cells, it has none"),
        mistake(
            "reproduce gaussian-2/linear/1 --run $DIR/none",
            "run folder $DIR/none must exist, it does not"),
        mistake(
            "merge --out $DIR/all",
            "DIR needs a value; write otbench merge DIR... --out DIR [OPTIONS]"),
        mistake(
            "merge $DIR", "--out needs a value; write otbench merge DIR... --out DIR [OPTIONS]"),
        mistake("merge $DIR --out $DIR/all", "run folder $DIR must hold cells, it has none"),
        mistake(
            "run gaussian --time NaN", "--time must be a number of seconds above 0 but is 'NaN'"),
        mistake(
            "run gaussian --seeds 1 --seeds 2",
            "--seeds must be given once but stands there twice"),
        mistake("report", "--run needs a value; write otbench report --run DIR [OPTIONS]"),
        mistake("report --run $DIR/none", "run folder $DIR/none must exist, it does not"),
        mistake("report --run $DIR/file", "run folder $DIR/file must be a folder, it is a file"),
        mistake(
            "report --run $DIR", "a report needs the rows of a run, there is no $DIR/results.csv"),
        mistake(
            "compare",
            "BASELINE needs a value; write otbench compare BASELINE CANDIDATE [OPTIONS]"),
        mistake(
            "compare a",
            "CANDIDATE needs a value; write otbench compare BASELINE CANDIDATE [OPTIONS]"),
        mistake(
            "compare $DIR/none $DIR",
            "$DIR/none must be a run folder or a results.csv, $DIR/none does not exist"),
        mistake(
            "compare a b c",
            "argument 'c' of compare is one too many; write otbench compare BASELINE CANDIDATE [OPTIONS]"),
        mistake(
            "report --run $DIR gaussian",
            "argument 'gaussian' of report is one too many; write otbench report --run DIR [OPTIONS]"),
        mistake(
            "report --run $DIR --paper gaussian uci",
            "argument 'uci' of report is one too many; write otbench report --run DIR [OPTIONS]"),
        mistake(
            "compare $DIR $DIR/none",
            "$DIR must be a run folder or a results.csv, $DIR/results.csv does not exist"),
        mistake(
            "compare $DIR/file $DIR/./file",
            "BASELINE and CANDIDATE must be two runs, but $DIR/file and $DIR/./file are one"),
        mistake(
            "compare $DIR/file $DIR",
            "$DIR/file line 1: the header must be 'run,benchmark,problem,dim,solver,config,seed,"
                + "metric,value,unit,status,message,steps,samples,parameters,train_seconds,"
                + "eval_seconds,peak_rss_mib,variant', found 'a file'"),
        mistake("compare a b --tolerance 1", "--tolerance must be a factor above 1 but is '1'"),
        mistake(
            "compare a b --single-tolerance x",
            "--single-tolerance must be a factor above 1 but is 'x'"),
        mistake("compare a b --junit=", "--junit must name a file but is empty"),
        mistake(
            "report --run $DIR --paper gausian",
            "unknown benchmark with published values 'gausian' in --paper; did you mean"
                + " 'gaussian'? known: gaussian, planar, uci"),
        mistake(
            "report --run $DIR --paper gaussian --format latx",
            "unknown format 'latx' in --format; did you mean 'latex'? known: csv, html, latex,"
                + " markdown"),
        mistake(
            "report --run $DIR --format latex",
            "--format is of paper tables, but no --paper is given"),
        mistake(
            "report --run $DIR/none --paper gaussian",
            "run folder $DIR/none must exist, it does not"),
        mistake(
            "report --run $DIR --paper gaussian",
            "a paper table of 'gaussian' needs rows of it, $DIR/results.csv has none"),
        mistake(
            "run gaussian --profile smoke --out $DIR",
            "run folder $DIR must be new, empty or that of a run, it holds something else; name"
                + " another one"),
        mistake(
            "run gaussian --profile smoke --out $DIR/file",
            "run folder $DIR/file must be a folder, it is a file"));
  }

  static Stream<Arguments> mistakesOfConfiguration() {
    return Stream.of(
        mistake(
            "run gaussian --set implicit",
            "--set must look like implicit.learningRate=3e-4 or poolSize=1000 but is"
                + " 'implicit'"),
        mistake(
            "run gaussian --set implicit.steps:3",
            "--set must look like implicit.learningRate=3e-4 or poolSize=1000 but is"
                + " 'implicit.steps:3'"),
        mistake(
            "run gaussian --set .steps=3",
            "a setting in --set must be named like implicit.learningRate=3e-4 or"
                + " poolSize=1000 but is '.steps'"),
        mistake(
            "run gaussian --set implicit=3",
            "setting 'implicit' in --set must name a component of the solver, such as"
                + " implicit.steps"),
        mistake(
            "run gaussian --set implict.steps=3",
            "unknown solver 'implict' in --set; did you mean 'implicit'? known: " + SOLVERS),
        mistake(
            "run gaussian --set fake-good.stepz=3",
            "unknown setting 'stepz' of solver 'fake-good' in --set; did you mean 'steps'?"
                + " known: batchSize, millisPerStep, scale.factor, scale.kind, steps"),
        mistake(
            "run gaussian --set fake-good.scale.steps=3",
            "unknown setting 'scale.steps' of solver 'fake-good' in --set; known: batchSize,"
                + " millisPerStep, scale.factor, scale.kind, steps"),
        mistake(
            "run gaussian --set fake-good.scale={\"faktor\":3}",
            "unknown setting 'scale.faktor' in --set for solver 'fake-good'; did you mean"
                + " 'scale.factor'? known: scale.factor, scale.kind"),
        mistake(
            "run gaussian --set identity.steps=3",
            "unknown setting 'steps' of solver 'identity' in --set; known: none"),
        mistake(
            "run gaussian --solvers w2gn --set implicit.steps=3",
            "setting 'implicit.steps' in --set is of a solver that does not run; --solvers"
                + " names identity, linear, w2gn"),
        mistake(
            "run gaussian --set w2gn.learningRate=1e-3",
            "setting 'learningRate' of solver 'w2gn' in --set could be"
                + " pretraining.adam.learningRate or forwardAdam.learningRate or"
                + " backwardAdam.learningRate; write one of them"),
        mistake(
            "run gaussian --set implicit.steps=", "setting 'implicit.steps' in --set has no value"),
        mistake(
            "run gaussian --set implicit.steps=many",
            "in --set for solver 'implicit': steps must be a whole number but is \"many\""),
        mistake(
            "run gaussian --set implicit.steps=1.5",
            "in --set for solver 'implicit': steps must be a whole number but is 1.5"),
        mistake(
            "run gaussian --set implicit.steps=0",
            "in --set for solver 'implicit': steps must be at least 1 but is 0"),
        mistake(
            "run gaussian --set implicit.steps=99999999999",
            "in --set for solver 'implicit': steps must be a whole number between -2147483648"
                + " and 2147483647 but is 99999999999"),
        mistake(
            "run gaussian --set implicit.steps=[5,many]",
            "in --set for solver 'implicit': steps must be a whole number but is \"many\""),
        mistake(
            "run gaussian --set implicit.steps=[]",
            "setting 'implicit.steps' in --set must have at least one value but is []"),
        mistake(
            "run gaussian --set implicit.steps=[5,5]",
            "setting 'implicit.steps' in --set must have different values but is [5,5]"),
        mistake(
            "run gaussian --set implicit.steps=[5",
            "--set implicit.steps=[5: the value is no YAML: line 1: expected ',' or ']', but"
                + " got <stream end>"),
        mistake(
            "run gaussian --set implicit.steps=5 --set implicit.steps=6",
            "setting 'implicit.steps' in --set must be given once but stands there twice"),
        mistake(
            "run gaussian --set implicit.learningRate=1 --set implicit.adam.learningRate=2",
            "settings 'implicit.learningRate' and 'implicit.adam.learningRate' in --set are"
                + " one; give one of them"),
        mistake(
            "run gaussian --set implicit.learningRate=-1",
            "in --set for solver 'implicit': learningRate must be above 0 but is -1.0"),
        mistake(
            "run gaussian --set implicit.adam=3",
            "in --set for solver 'implicit': adam must be a group of learningRate,"
                + " finalLearningRate, beta1, beta2 but is 3"),
        mistake(
            "run gaussian --set implicit.convexity=CONVEX",
            "in --set for solver 'implicit': convexity must be one of NONE, CLAMP but is"
                + " \"CONVEX\""),
        mistake(
            "run gaussian --set implicit.convexity=1",
            "in --set for solver 'implicit': convexity must be one of NONE, CLAMP but is 1"),
        mistake(
            "run gaussian --set implicit.widths=[64,x]",
            "in --set for solver 'implicit': network.widths[1] must be a whole number but is"
                + " \"x\""),
        mistake(
            "run gaussian --set dpot.map.widths=64",
            "in --set for solver 'dpot': map.widths must be a list but is 64"),
        mistake(
            "run gaussian --set dpot.inverse.train=maybe",
            "in --set for solver 'dpot': inverse.train must be true or false but is \"maybe\""),
        mistake(
            "run gaussian --set pool=3",
            "unknown setting 'pool' in --set; known: checkpoints, evaluationSamples,"
                + " poolSize, and those of a solver as SOLVER.NAME"),
        mistake(
            "run gaussian --set poolsize=3",
            "unknown setting 'poolsize' in --set; did you mean 'poolSize'? known:"
                + " checkpoints, evaluationSamples, poolSize, and those of a solver as SOLVER.NAME"),
        mistake(
            "run gaussian --set poolSize=-1", "in --set: poolSize must be at least 1 but is -1"),
        mistake(
            "run gaussian --set poolSize=many",
            "in --set: poolSize must be a whole number but is \"many\""),
        mistake(
            "run gaussian --set evaluationSamples=10",
            "in --set: evaluationSamples must be at least 16384 but is 10"),
        mistake(
            "run gaussian --set checkpoints=0",
            "in --set: checkpoints must be at least 1 but is 0"),
        mistake(
            "run gaussian --set checkpoints=[1,2]",
            "in --set: checkpoints must be one number, it changes no result, but is [1,2]"),
        mistake(
            "run gaussian --solvers implicit --set poolSize=100",
            "in profile 'quick' and --set for solver 'implicit': one step takes 1024 rows per"
                + " side, but the pool has only 100"),
        mistake(
            "run gaussian --solvers fake-good --set fake-good.batchSize=500 --set poolSize=[1000,100]",
            "in --set for solver 'fake-good': one step takes 500 rows per side, but the pool"
                + " has only 100"),
        mistake(
            "run planar --problems ellipse-conditional --set poolSize=[1000,2000]",
            "a sweep must have different cells, but poolSize=1000 and poolSize=2000 are one"
                + " for solver 'identity' on 'ellipse-conditional'"),
        mistake("run gaussian --config=", "--config must name a file but is empty"),
        mistake(
            "run gaussian --config $DIR/none.yaml",
            "$DIR/none.yaml: there is no such file for --config"),
        mistake(
            "run --config $DIR/file",
            "$DIR/file: must be a map such as 'benchmark: gaussian', it is none"),
        mistake(
            "run gaussian --config a --config b",
            "--config must be given once but stands there twice"),
        mistake("run gaussian --plugins=", "--plugins must name a folder but is empty"),
        mistake(
            "run gaussian --plugins $DIR/none",
            "plug-ins must be in a folder of jars, but $DIR/none does not exist"),
        mistake(
            "run gaussian --plugins $DIR/file",
            "plug-ins must be in a folder of jars, but $DIR/file is a file"),
        mistake(
            "run gaussian --plugins $DIR",
            "plug-ins must be in a folder of jars, but $DIR has none"),
        mistake(
            "show",
            "no benchmark given; write otbench run gaussian, or mvn compile exec:java"
                + " -Dbench=gaussian"),
        mistake(
            "show gaussian --set fake-good.steps=0",
            "in --set for solver 'fake-good': steps must be at least 1 but is 0"),
        mistake(
            "show gaussian --force",
            "unknown option '--force' of show; otbench show --help shows what there is"),
        mistake(
            "list gaussian",
            "argument 'gaussian' of list is one too many; write otbench list [OPTIONS]"),
        mistake(
            "list --plugins $DIR/none",
            "plug-ins must be in a folder of jars, but $DIR/none does not exist"),
        mistake(
            "report --run $DIR --plugins $DIR/none",
            "plug-ins must be in a folder of jars, but $DIR/none does not exist"),
        mistake("report --run a --run b", "--run must be given once but stands there twice"),
        mistake("report results", "--run needs a value; write otbench report --run DIR [OPTIONS]"));
  }

  @ParameterizedTest(name = "otbench {0}")
  @MethodSource({"mistakes", "mistakesOfConfiguration"})
  void aMistakeIsOneLineBeforeAnythingRuns(String commandLine, String message) throws IOException {
    Files.writeString(folder.resolve("file"), "a file");
    List<String> args =
        Arrays.stream(commandLine.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace("$DIR", folder.toString()))
            .toList();
    Path results = Path.of("results");
    boolean resultsBefore = Files.exists(results);
    int exitCode = run(args);
    assertThat(err().replace(folder.toString(), "$DIR").lines())
        .containsExactly("otbench: " + message);
    assertThat(exitCode).isEqualTo(2);
    assertThat(out()).isEmpty();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).containsExactly(folder, folder.resolve("file"));
    }
    assertThat(Files.exists(results)).isEqualTo(resultsBefore);
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
  void paperTablesAndFiguresAreMadeOfARun() {
    String run = folder.resolve("run").toString();
    assertThat(
            run(
                List.of(
                    "run",
                    "gaussian",
                    "--profile=smoke",
                    "--solvers=fake-good",
                    "--workers=1",
                    "--out=" + run)))
        .isZero();
    out.reset();
    assertThat(run(List.of("report", "--run=" + run, "--paper=gaussian", "--format=latex,csv")))
        .isZero();
    assertThat(folder.resolve("run/paper")).isDirectoryContaining("glob:**.tex");
    assertThat(folder.resolve("run/paper")).isDirectoryNotContaining("glob:**.{html,md}");
    assertThat(out().lines())
        .allMatch(line -> line.startsWith("paper: " + run))
        .anyMatch(line -> line.endsWith("figures/uvp-forward-gaussian.pdf"));
    assertThat(run(List.of("report", "--run=" + run, "--paper=planar"))).isEqualTo(2);
    assertThat(err())
        .endsWith("results.csv has those of gaussian" + System.lineSeparator())
        .hasLineCount(1);
  }

  @Test
  void paperTablesOfARunThatWasKilledAreRefusedAndItsReportSaysSo() throws IOException {
    Path run = folder.resolve("run");
    assertThat(
            run(
                List.of(
                    "run",
                    "gaussian",
                    "--profile=smoke",
                    "--solvers=fake-good",
                    "--workers=1",
                    "--out=" + run)))
        .isZero();
    Path rows = run.resolve("results.csv");
    String text = Files.readString(rows);
    Files.writeString(rows, text.substring(0, text.length() - 5));
    String reason =
        "%s line %d: the line must be whole, it is torn".formatted(rows, text.lines().count());
    out.reset();

    assertThat(run(List.of("report", "--run=" + run, "--paper=gaussian"))).isEqualTo(2);
    assertThat(err()).endsWith(reason + System.lineSeparator()).hasLineCount(1);
    assertThat(run).isDirectoryNotContaining("glob:**/{paper,figures}");

    Path curves = run.resolve("curves.csv");
    String points = Files.readString(curves);
    Files.writeString(curves, points.substring(0, points.length() - 5));
    assertThat(run(List.of("report", "--run=" + run))).isZero();
    assertThat(out().lines())
        .contains(
            "not all is in the report: " + reason,
            "not all is in the report: %s line %d: the line must be whole, it is torn"
                .formatted(curves, points.lines().count()));
    assertThat(run.resolve("report.html"))
        .content()
        .contains(reason)
        // What reproduce takes as the name of a cell: the page knows it from the stamps of the run.
        .contains("\"name\":\"gaussian-2/identity/1\"");
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

  @Test
  void theHelpOfEveryCommandIsWhole() {
    for (String command :
        List.of(
            "",
            "run",
            "show",
            "report",
            "compare",
            "list",
            "datasets",
            "datasets list",
            "datasets verify",
            "status",
            "explain",
            "reproduce",
            "merge")) {
      out.reset();
      List<String> args = new ArrayList<>(List.of(command.split(" ")));
      args.removeIf(String::isEmpty);
      args.add("--help");
      assertThat(run(args)).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8)).as(command).startsWith("Usage: otbench");
      assertThat(err.toString(StandardCharsets.UTF_8)).as(command).isEmpty();
    }
    // A percent sign that is not doubled is shown as it stands, with a warning elsewhere.
    assertThat(run(List.of("reproduce", "--help"))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("within 5 %.").doesNotContain("%%");
  }
}
