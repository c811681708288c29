package io.otbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvocationTest {

  private static final String[] NAMES = {
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

  @Test
  void aMistypedPropertyIsPassedOnToBeRefused() {
    System.setProperty("bench", "gaussian");
    System.setProperty("solver", "linear");
    assertThat(of().args()).containsExactly("run", "gaussian", "--solver=linear");
  }

  @Test
  void axesAreForRunsAndReports() {
    System.setProperty("axes", "a,b");
    System.setProperty("bench", "uci");
    assertThat(of().args()).containsExactly("run", "uci", "--axes=a,b");
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
