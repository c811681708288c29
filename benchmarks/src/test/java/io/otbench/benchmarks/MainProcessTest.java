package io.otbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole program as a process of its own. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class MainProcessTest {

  @TempDir private Path folder;

  private Process start(String shellPrefix, String javaOptions, String arguments)
      throws IOException {
    Path classPath = folder.resolve("classpath.args");
    Files.writeString(classPath, "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        "%sexec '%s' '@%s' %s %s %s"
            .formatted(shellPrefix, java, classPath, javaOptions, Main.class.getName(), arguments);
    return new ProcessBuilder("sh", "-c", command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static List<String> finish(Process process) throws IOException, InterruptedException {
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    process.waitFor();
    return lines;
  }

  private List<ResultRow> rows() throws IOException {
    return Results.read(folder.resolve("run")).rows();
  }

  @Test
  void aMistakeEndsTheProcessWithTwo() throws IOException, InterruptedException {
    Process process = start("", "-Dbench=gausian", "");
    assertThat(finish(process))
        .containsExactly(
            "otbench: unknown benchmark 'gausian' in run; did you mean 'gaussian'?"
                + " known: gaussian, planar, uci");
    assertThat(process.exitValue()).isEqualTo(2);
  }

  static Stream<Arguments> pathsOutsideOfAscii() {
    String reason =
        " has characters that the encoding of file names here, ANSI_X3.4-1968, cannot hold; set"
            + " LC_ALL to another one, such as C.UTF-8";
    // An u with two dots in UTF-8.
    String word = "\"$(printf 'r\\303\\274n')\"";
    return Stream.of(
            Arguments.of("", "run gaussian --out " + word, "--out must name a folder but 'r??n'"),
            Arguments.of("", "status " + word, "DIR must name a folder but 'r??n'"),
            Arguments.of("", "report --run " + word, "--run must name a folder but 'r??n'"),
            Arguments.of(
                "mkdir D; cd D; ".replace("D", word), "list", "the working folder '.*/r??n'"))
        .map(
            call ->
                Arguments.of(
                    call.get()[0],
                    call.get()[1],
                    "otbench: " + String.valueOf(call.get()[2]).replace("?", "\\?") + reason));
  }

  @EnabledOnOs(OS.LINUX)
  @ParameterizedTest
  @MethodSource("pathsOutsideOfAscii")
  void aPathThatTheLocaleCannotHoldIsOneLine(String before, String arguments, String line)
      throws IOException, InterruptedException {
    Process process = start("export LC_ALL=C; " + before, "", arguments);
    assertThat(finish(process)).singleElement().asString().matches(line);
    assertThat(process.exitValue()).isEqualTo(2);
  }

  @Test
  void anInterruptKeepsCompleteCellsAndSaysHowToGoOn() throws IOException, InterruptedException {
    Process process =
        start(
            "",
            "",
            "run gaussian --profile smoke --solvers fake-good,fake-slow --workers 2 --out run");
    List<String> lines = new ArrayList<>();
    List<ProcessHandle> workers = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.endsWith("(3 of 4)")) {
          process.descendants().forEach(workers::add);
          // As a terminal does it: to the whole group, workers first. Not INT, which the processes
          // of a build in the background ignore; both end the program in the same way.
          for (ProcessHandle worker : workers) {
            signal("TERM", worker.pid());
          }
          signal("TERM", process.pid());
        }
      }
    }
    process.waitFor();
    assertThat(lines)
        .last()
        .isEqualTo(
            "interrupted: 3 of 4 cells are complete; continue with: otbench run gaussian"
                + " --profile smoke --solvers fake-good,fake-slow --workers 2 --out run");
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(workers).isNotEmpty();
    for (ProcessHandle worker : workers) {
      worker.onExit().join();
    }
    assertThat(rows().stream().map(ResultRow::solver).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("identity", "linear", "fake-good");
    assertThat(folder.resolve("run/exchange")).doesNotExist();
  }

  @Test
  void anInterruptedForceShowsWhatItDidNotReplaceAndTheSameCommandGoesOnWithIt()
      throws IOException, InterruptedException {
    String command = "run gaussian --profile smoke --solvers fake-steady --workers 1 --out run";
    finish(start("", "", command));
    List<ResultRow> complete = rows();
    Process again = start("", "", command + " --force");
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = again.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.endsWith("(1 of 3)")) {
          signal("TERM", again.pid());
        }
      }
    }
    again.waitFor();
    assertThat(lines)
        .last()
        .asString()
        .matches(
            "interrupted: [12] of 3 cells have run again, the others keep what they had until then;"
                + " continue with: otbench run gaussian .* --workers 1 --out run");
    assertThat(rows().stream().map(ResultRow::key))
        .containsAll(complete.stream().map(ResultRow::key).toList());
    assertThat(finish(start("", "", "status run")).get(0))
        .matches(".* was interrupted; the same command goes on with it: [12] of 3 cells .*");
    assertThat(finish(start("", "", "explain gaussian-2/fake-steady/1 --run run")))
        .singleElement()
        .asString()
        .endsWith("): forced: ok, it runs again because --force asked for it");
    List<String> rest = finish(start("", "", command));
    assertThat(rest.get(0))
        .matches("[12] of 3 cells are already complete; --force runs them again");
    assertThat(rest.get(1))
        .matches("[12] of 3 cells are left of a run with --force that did not end, and run again");
    assertThat(folder.resolve("run/forced.json")).doesNotExist();
    assertThat(finish(start("", "", command)).get(0))
        .isEqualTo("3 of 3 cells are already complete; --force runs them again");
  }

  @Test
  void anInterruptedReproductionLeavesNoWorkerAndNoFile() throws IOException, InterruptedException {
    finish(
        start(
            "",
            "",
            "run gaussian --profile smoke --solvers fake-steady --set fake-steady.steps=200"
                + " --workers 1 --out run"));
    Path results = folder.resolve("run/results.csv");
    byte[] before = Files.readAllBytes(results);
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Process process =
        start(
            "",
            "-XX:-UsePerfData -Djava.io.tmpdir=" + temporary,
            "reproduce gaussian-2/fake-steady/1 --run run");
    while (process.isAlive() && !isTrained(temporary)) {
      Thread.sleep(10);
    }
    List<ProcessHandle> workers = process.descendants().toList();
    assertThat(workers).hasSize(1);
    signal("TERM", process.pid());
    assertThat(finish(process)).isEmpty();
    assertThat(process.exitValue()).isEqualTo(143);
    workers.get(0).onExit().join();
    assertThat(temporary).isDirectoryNotContaining("glob:**/otbench-reproduce*");
    assertThat(results).hasBinaryContent(before);
  }

  /** Whether a cell that is reproduced has told of a step. */
  private static boolean isTrained(Path temporary) throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".events.jsonl")).toList()) {
        if (Files.readString(file).contains("loss")) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void workersDoNotOutliveAKilledParent() throws IOException, InterruptedException {
    Process process =
        start("", "", "run gaussian --profile smoke --solvers fake-slow --workers 2 --out run");
    List<ProcessHandle> workers = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.endsWith("(2 of 3)")) {
          process.descendants().forEach(workers::add);
          // Process.destroyForcibly would close the stream that is read here.
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(workers).isNotEmpty();
    for (ProcessHandle worker : workers) {
      worker.onExit().join();
    }
    assertThat(rows().stream().map(ResultRow::solver).distinct()).hasSize(2);
  }

  @Test
  void aDiskThatIsFullIsOneLineAndKeepsWhatIsWritten() throws IOException, InterruptedException {
    // A limit on the size of a file stands for the disk: 64 blocks of 512 bytes.
    Process process =
        start(
            "ulimit -f 64; ",
            "-XX:-UsePerfData",
            "run gaussian --profile smoke --solvers fake-good --seeds 30 --workers 1 --out run");
    List<String> lines = finish(process);
    assertThat(lines)
        .last()
        .isEqualTo("otbench: cannot write results to run: File too large; complete cells are kept");
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(rows()).isNotEmpty();
  }

  @Test
  void aFullFileSystemIsOneLineAndKeepsWhatIsWritten() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        exit("mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", disk.toString()) == 0,
        "mounting a small tmpfs is not permitted here");
    try {
      Process process =
          start(
              "",
              "-XX:-UsePerfData",
              "run gaussian --profile smoke --solvers fake-good --seeds 60 --workers 1 --out disk/run");
      List<String> lines = finish(process);
      assertThat(lines)
          .last()
          .asString()
          .startsWith("otbench: cannot write results to disk/run: ")
          .contains("No space left on device")
          .endsWith("; complete cells are kept");
      assertThat(process.exitValue()).isEqualTo(1);
      Path run = disk.resolve("run");
      assertThat(Results.read(run).rows()).isNotEmpty();
      try (Stream<Path> files = Files.list(run.resolve("cells"))) {
        assertThat(files).isNotEmpty().noneMatch(file -> file.toString().endsWith(".new"));
      }
    } finally {
      assertThat(exit("umount", disk.toString())).isZero();
    }
  }

  private static int exit(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return 127;
    }
  }

  @Test
  void aFolderThatIsRemovedDuringTheRunIsSaidSo() throws IOException, InterruptedException {
    Process process =
        start("", "", "run gaussian --profile smoke --solvers fake-steady --workers 1 --out run");
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.endsWith("(2 of 3)")) {
          assertThat(exit("rm", "-rf", folder.resolve("run").toString())).isZero();
        }
      }
    }
    process.waitFor();
    assertThat(lines)
        .last()
        .isEqualTo(
            "otbench: run folder run was removed or moved while it was written; start the command"
                + " again");
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(process.descendants()).isEmpty();
  }

  @Test
  void aSecondRunOnAFolderSaysSoAndStatusShowsTheFirst() throws IOException, InterruptedException {
    Process process =
        start("", "", "run gaussian --profile smoke --solvers fake-slow --workers 1 --out run");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("gaussian-2 fake-slow seed 1: started")) {
          Process second =
              start("", "", "run gaussian --profile smoke --solvers fake-good --out run");
          assertThat(finish(second))
              .containsExactly(
                  "otbench: run folder run must be written by one process at a time, another one"
                      + " has it open");
          assertThat(second.exitValue()).isEqualTo(2);
          Process status = start("", "", "status run");
          assertThat(finish(status))
              .hasSize(3)
              .first()
              .asString()
              .contains(
                  "is running, process " + process.pid() + ": 2 of 3 cells finished, 1 running");
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    assertThat(finish(start("", "", "status run")).get(0)).contains("was killed");
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }
}
