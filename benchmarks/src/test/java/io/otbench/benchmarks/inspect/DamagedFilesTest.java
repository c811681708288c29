package io.otbench.benchmarks.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.cli.ProgramCall;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.benchmarks.fake.FakePlans;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.benchmarks.store.CellStore;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A damaged file, or one of another version, is one line that names it and the way on. */
class DamagedFilesTest {

  private static final String CELL = "gaussian-2/fake-good/1";

  @TempDir private Path temp;
  private Path run;

  @BeforeEach
  void makeRun() throws IOException {
    run = temp.resolve("run");
    try (CellStore store = CellStore.open(RunFolder.create(run))) {
      store.put(record(), Optional.empty(), Optional.empty());
    }
  }

  private static CellRecord record() {
    return FakeCells.record(
        FakeCells.of("fake-good", 1), new CodeIdentity(new TreeMap<>(Map.of("a", "x"))));
  }

  private static Stream<Arguments> damage(
      String file, String message, List<String> contents, String... commands) {
    return Arrays.stream(commands)
        .flatMap(
            command ->
                contents.stream()
                    .map(content -> Arguments.of(file, content, command, "$RUN/" + message)));
  }

  static Stream<Arguments> damages() {
    String explain = "explain " + CELL + " --run $RUN";
    return Stream.of(
            damage(
                "request.json",
                "request.json must be what a run of this version was asked for, it is not; without"
                    + " it every cell of the folder counts as asked for",
                List.of("{}", "x", "", "null", "{\"benchmark\": \"gaussian\"}"),
                explain,
                "reproduce " + CELL + " --run $RUN"),
            damage(
                "forced.json",
                "forced.json must name the cells that --force is to run again, it is damaged;"
                    + " without it none of them does",
                List.of("null", "{\"lastNumber\":1}", "{\"lastNumber\":1,\"cells\":null}"),
                explain),
            damage(
                "state.json",
                "state.json must be the state of a run of this version, it is not; the next run"
                    + " writes it anew",
                List.of("null", "{}"),
                "status $RUN"),
            damage(
                "cells/a.json",
                "cells/a.json must be the file of a cell, its beginning is damaged; without it the"
                    + " cell runs again",
                List.of("{\"head\":null}", "{\"head\":{}}", "{\"head\":"),
                "status $RUN",
                explain,
                "run gaussian --profile smoke --solvers linear --out $RUN"),
            damage(
                "cells/a.json",
                "cells/a.json must be the file of a cell, it is not; without it the cell runs again",
                List.of("", "[]", "{\"results\":1}"),
                "status $RUN"),
            damage(
                "environment.json",
                "environment.json must describe the environment of a run: it is no map of keys;"
                    + " without it the machine counts as unknown",
                List.of("", "null"),
                "merge $RUN --out $RUN/../all",
                "report --run $RUN"))
        .flatMap(cases -> cases);
  }

  @ParameterizedTest(name = "{2}: {0} holds {1}")
  @MethodSource("damages")
  void isOneLine(String file, String content, String command, String message) throws IOException {
    Files.writeString(run.resolve(file), content);
    ProgramCall call = ProgramCall.of(command.replace("$RUN", run.toString()).split(" "));
    assertThat(call.err())
        .isEqualToNormalizingNewlines("otbench: " + message.replace("$RUN", run.toString()) + "\n");
    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(temp.resolve("all")).doesNotExist();
  }

  @Test
  void aWholeCellThatIsDamagedIsNamed() throws IOException {
    Path file = run.resolve("cells").toFile().listFiles()[0].toPath();
    String text = Files.readString(file, StandardCharsets.UTF_8);
    for (String content :
        List.of(
            text.substring(0, text.indexOf(",\"record\"")) + "}",
            text.substring(0, text.indexOf(",\"record\"")) + ",\"record\":null}",
            text.replaceFirst("\"curve\":\\[]", "\"curve\":null"))) {
      Files.writeString(file, content);
      assertThat(ProgramCall.of("merge", run.toString(), "--out=" + temp.resolve("all")))
          .isEqualTo(
              new ProgramCall(
                  2,
                  "",
                  "otbench: "
                      + file
                      + " must be the file of a cell of this version, it is not; without it the"
                      + " cell runs again"
                      + System.lineSeparator()));
    }
  }

  @Test
  void aRequestOfBeforeItsOptionalPartsIsRead() throws IOException {
    String text = Json.line(FakePlans.of(run, 1, 1, "fake-good").request());
    Files.writeString(
        run.resolve("request.json"),
        text.replace("\"trainSecondsLimit\":null,", "").replace("\"plugins\":null,", ""));
    ProgramCall call = ProgramCall.of("explain", CELL, "--run=" + run);
    assertThat(call.err()).isEmpty();
    assertThat(call.out()).startsWith(CELL + " (");
  }

  @Test
  void aFolderInThePlaceOfAFileIsOneLine() throws IOException {
    Files.createDirectory(run.resolve("forced.json"));
    ProgramCall call = ProgramCall.of("explain", CELL, "--run=" + run);
    assertThat(call.err())
        .isEqualToNormalizingNewlines(
            "otbench: cannot read or write a file: java.io.IOException: Is a directory\n");
    assertThat(call.exitCode()).isEqualTo(1);
    Files.createDirectory(run.resolve("state.json"));
    assertThat(ProgramCall.of("status", run.toString()).err())
        .startsWith("otbench: " + run + "/state.json must be the state of a run of this version");
  }
}
