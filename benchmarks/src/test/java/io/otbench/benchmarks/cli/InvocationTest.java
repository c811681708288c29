package io.otbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {

  private static final String[] NAMES = {
    "post",
    "args",
    "bench",
    "profile",
    "solvers",
    "dims",
    "problems",
    "seeds",
    "out",
    "workers",
    "time",
    "data",
    "table",
    "drop",
    "scaling",
    "axes",
    "config",
    "plugins",
    "set",
    "force",
    "verbose",
    "solver",
    "seed",
    "forse",
    "verbos",
    "bensh",
    "axis",
    "papers",
    "report",
    "datasets",
    "paper",
    "format"
  };

  @BeforeEach
  @AfterEach
  void clear() {
    for (String name : NAMES) {
      System.clearProperty(name);
    }
  }

  private static Invocation of(String... args) {
    return Invocation.of(args, System.out, System.err);
  }

  @Test
  void propertiesAreTheSameAsOptions() {
    Map.of(
            "bench", "gaussian",
            "profile", "smoke",
            "solvers", "implicit,w2gn",
            "dims", "2,4",
            "problems", "gaussian-2,gaussian-4",
            "seeds", "3",
            "out", "my results",
            "workers", "2",
            "time", "60",
            "force", "true")
        .forEach(System::setProperty);
    System.setProperty("verbose", "true");
    Invocation found = of();
    assertThat(found.args())
        .containsExactly(
            "run",
            "gaussian",
            "--profile=smoke",
            "--solvers=implicit,w2gn",
            "--dims=2,4",
            "--problems=gaussian-2,gaussian-4",
            "--seeds=3",
            "--out=my results",
            "--workers=2",
            "--time=60",
            "--verbose",
            "--force");
    assertThat(found.commandLine())
        .isEqualTo(
            "mvn compile exec:java -Dbench=gaussian -Dprofile=smoke -Dsolvers=implicit,w2gn"
                + " -Ddims=2,4 -Dproblems=gaussian-2,gaussian-4 -Dseeds=3 '-Dout=my results' -Dworkers=2 -Dtime=60");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bench=gaussian solver=linear | unknown property -Dsolver; did you mean -Dsolvers?",
        "bench=gaussian seed=3 | unknown property -Dseed; did you mean -Dseeds?",
        "bench=gaussian forse=true | unknown property -Dforse; did you mean -Dforce?",
        "bench=gaussian verbos=true | unknown property -Dverbos; did you mean -Dverbose?",
        "bensh=gaussian | unknown property -Dbensh; did you mean -Dbench?",
        "report=run axis=a,b | unknown property -Daxis; did you mean -Daxes?",
        "report=run papers=gaussian | unknown property -Dpapers; did you mean -Dpaper?",
        "bench=gaussian force=no | -Dforce must be true or false but is 'no'",
        "bench=gaussian force=flase | -Dforce must be true or false but is 'flase'",
        "bench=gaussian verbose=1 | -Dverbose must be true or false but is '1'",
        "report=run bench=gaussian | -Dbench does not go with -Dreport, which takes -Daxes, -Dpaper, -Dformat, -Dplugins",
        "report=run seeds=3 | -Dseeds does not go with -Dreport, which takes -Daxes, -Dpaper, -Dformat, -Dplugins",
        "report=run datasets=list | -Ddatasets does not go with -Dreport, which takes -Daxes, -Dpaper, -Dformat, -Dplugins",
        "datasets=list bench=uci | -Dbench does not go with -Ddatasets, which takes -Ddata"
      })
  void aWrongPropertyIsOneLine(String properties, String message) {
    for (String property : properties.split(" ")) {
      System.setProperty(property.split("=")[0], property.split("=")[1]);
    }
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertThat(Program.run(new String[0], to, to)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("otbench: " + message + "\n");
  }

  @Test
  void aPaperIsNotForRuns() {
    System.setProperty("bench", "gaussian");
    System.setProperty("paper", "gaussian");
    assertThatThrownBy(InvocationTest::of)
        .hasMessageStartingWith("-Dpaper does not go with -Dbench, which takes -Dset, -Dprofile,");
  }

  @Test
  void aFlagMayHaveNoValueAndBeFalse() {
    Map.of("bench", "gaussian", "force", "", "verbose", "false").forEach(System::setProperty);
    assertThat(of().args()).containsExactly("run", "gaussian", "--force");
  }

  @Test
  void propertiesOfOthersAndFlagsThatAreFalseAreNoMistake() {
    Map.of("report", "run", "post", "1", "args", "1", "force", "false")
        .forEach(System::setProperty);
    assertThat(of().args()).containsExactly("report", "--run=run");
  }

  @Test
  void axesAreForRunsAndReports() {
    System.setProperty("axes", "a,b");
    System.setProperty("bench", "uci");
    assertThat(of().args()).containsExactly("run", "uci", "--axes=a,b");
    System.clearProperty("bench");
    System.setProperty("report", "results/run");
    assertThat(of().args()).containsExactly("report", "--run=results/run", "--axes=a,b");
  }

  @Test
  void dataCanBeNamedByProperties() {
    Map.of(
            "bench", "uci",
            "data", "/my data",
            "table", "t.csv",
            "drop", "id,class",
            "scaling", "minmax")
        .forEach(System::setProperty);
    Invocation found = of();
    assertThat(found.args())
        .containsExactly(
            "run",
            "uci",
            "--data=/my data",
            "--table=t.csv",
            "--drop=id,class",
            "--scaling=minmax");
    assertThat(found.commandLine())
        .isEqualTo(
            "mvn compile exec:java -Dbench=uci '-Ddata=/my data' -Dtable=t.csv -Ddrop=id,class"
                + " -Dscaling=minmax");
  }

  @Test
  void settingsStandInOnePropertyWithCommasOrSemicolons() {
    Map.of(
            "bench", "gaussian",
            "plugins", "my jars",
            "set",
                "implicit.batchSize=[256,512],implicit.learningRate=3e-4;poolSize=100, a.b={c: 1, d: 2}")
        .forEach(System::setProperty);
    Invocation found = of();
    assertThat(found.args())
        .containsExactly(
            "run",
            "gaussian",
            "--plugins=my jars",
            "--set=implicit.batchSize=[256,512]",
            "--set=implicit.learningRate=3e-4",
            "--set=poolSize=100",
            "--set=a.b={c: 1, d: 2}");
    assertThat(found.commandLine())
        .isEqualTo(
            "mvn compile exec:java -Dbench=gaussian '-Dplugins=my jars'"
                + " '-Dset=implicit.batchSize=[256,512],implicit.learningRate=3e-4;poolSize=100,"
                + " a.b={c: 1, d: 2}'");
  }

  @Test
  void aFileMayNameTheBenchmark() {
    System.setProperty("config", "matrix.yaml");
    assertThat(of().args()).containsExactly("run", "--config=matrix.yaml");
  }

  @Test
  void aReportIsDrawnAgainByOneProperty() {
    System.setProperty("report", "results/gaussian-quick");
    assertThat(of().args()).containsExactly("report", "--run=results/gaussian-quick");
    System.setProperty("plugins", "jars");
    assertThat(of().args())
        .containsExactly("report", "--run=results/gaussian-quick", "--plugins=jars");
  }

  @Test
  void setsAreListedAndVerifiedByOneProperty() {
    System.setProperty("datasets", "list");
    assertThat(of().args()).containsExactly("datasets", "list");
    System.setProperty("datasets", "verify,power,gas");
    System.setProperty("data", "/my data");
    assertThat(of().args())
        .containsExactly("datasets", "verify", "power", "gas", "--data=/my data");
    assertThat(of().commandLine())
        .isEqualTo("mvn compile exec:java -Ddatasets=verify,power,gas '-Ddata=/my data'");
  }

  @Test
  void paperTablesAreAskedForByAProperty() {
    Map.of("report", "results/gaussian-quick", "paper", "gaussian", "format", "latex,csv")
        .forEach(System::setProperty);
    assertThat(of().args())
        .containsExactly(
            "report", "--run=results/gaussian-quick", "--paper=gaussian", "--format=latex,csv");
  }

  @Test
  void withoutBenchThereIsNothingToDo() {
    System.setProperty("profile", "smoke");
    assertThat(of().args()).isEmpty();
  }

  @Test
  void argumentsWinOverProperties() {
    System.setProperty("bench", "gaussian");
    Invocation found = of("list", "it's");
    assertThat(found.args()).containsExactly("list", "it's");
    assertThat(found.commandLine()).isEqualTo("otbench list 'it'\\''s'");
  }

  @Test
  void theContinuingCommandDoesNotForce() {
    assertThat(of("run", "gaussian", "--force").commandLine()).isEqualTo("otbench run gaussian");
  }
}
