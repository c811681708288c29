package io.otbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.results.CellRows;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws IOException {
    write("before", 1);
    write("same", 1);
    write("worse", 2.5);
  }

  private void write(String run, double value) throws IOException {
    try (ResultStore store = ResultStore.open(RunFolder.create(folder.resolve(run)))) {
      store.append(new CellRows(List.of(row(run, "identity", 5)), List.of(), "made up"));
      store.append(new CellRows(List.of(row(run, "implicit", value)), List.of(), "made up"));
    }
  }

  private static ResultRow row(String run, String solver, double value) {
    return new ResultRow(
        run,
        "gaussian",
        "gaussian-2",
        2,
        solver,
        "c0ffee",
        1,
        "uvp_forward",
        OptionalDouble.of(value),
        "percent",
        CellStatus.OK,
        "",
        1,
        1,
        1,
        1,
        1,
        200);
  }

  private int compare(String baseline, String candidate, String... options) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "compare",
                folder.resolve(baseline).toString(),
                folder.resolve(candidate).toString()));
    args.addAll(List.of(options));
    return Program.run(
        new Invocation(
            args,
            "otbench",
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSameValuesEndWithZero() {
    assertThat(compare("before", "same/results.csv")).isZero();
    assertThat(out())
        .endsWith(
            "0 regressions, 0 improvements; of 4 numbers 4 are bit-equal, 0 within noise, 0 not"
                + " judged; 2 cells\n");
  }

  @Test
  void aWorseRunEndsWithOneAndSaysWhere() throws IOException {
    Path markdown = folder.resolve("summary.md");
    Path junit = folder.resolve("junit.xml");

    assertThat(compare("before", "worse", "--markdown=" + markdown, "--junit=" + junit))
        .isEqualTo(1);
    assertThat(out())
        .startsWith(
            "regression: gaussian-2 implicit: uvp_forward: 1.00 in the baseline, 2.50 in the"
                + " candidate (2.50 times, seeds 1 and 1): ");
    assertThat(markdown).content().startsWith("## Worse than the baseline\n");
    assertThat(junit).content().startsWith("<?xml").contains("<failure message=\"uvp_forward: 1");
  }

  @Test
  void whatIsNoScoreIsRefusedByName() throws IOException {
    for (String run : List.of("before", "worse")) {
      Path rows = folder.resolve(run).resolve("results.csv");
      Files.writeString(rows, Files.readString(rows).replace("uvp_forward", "transport_cost"));
    }

    assertThat(compare("before", "worse", "--metrics=transport_cost")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(
            "--metrics must name scores, accuracy, time or memory, but 'transport_cost' has no"
                + " better or worse");
    assertThat(compare("before", "worse")).isZero();
  }

  @Test
  void theToleranceOfSingleValuesCanBeWidened() {
    assertThat(compare("before", "worse", "--single-tolerance=3")).isZero();
    assertThat(compare("before", "worse", "--metrics=memory")).isZero();
    assertThat(compare("before", "worse", "--metrics=uvp_forward")).isEqualTo(1);
  }

  @Test
  void anUnknownMetricIsNamed() {
    assertThat(compare("before", "same", "--metrics=uvp_forwards")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "otbench: unknown metric 'uvp_forwards' in --metrics; did you mean 'uvp_forward'?"
                + " known: accuracy, memory, time, uvp_forward\n");
  }

  @Test
  void aTornFileIsRefused() throws IOException {
    Path file = folder.resolve("same/results.csv");
    Files.writeString(file, Files.readString(file) + "run,gaus");

    assertThat(compare("before", "same")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("otbench: " + file + " line 6: the line must be whole, it is torn\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsNamed() {
    Path nowhere = folder.resolve("none/summary.md");

    assertThat(compare("before", "same", "--markdown=" + nowhere)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("otbench: cannot write " + nowhere + ": its folder does not exist\n");
  }
}
