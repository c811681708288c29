package io.otbench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.reports.paper.PaperFormat;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellRows;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaperWriterTest {
  private static final List<String> SOLVERS =
      List.of(
          "identity",
          "constant",
          "linear",
          "discrete",
          "discrete-entropic",
          "implicit",
          "w2gn",
          "dpot",
          "dpot-debiased",
          "dpot-sliced",
          "diotm",
          "otp",
          "otm",
          "<script>, Ω");

  @TempDir private Path folder;

  @Test
  void tablesAndFiguresAreMadeFromStoredRowsAlone() throws IOException {
    for (String file : List.of("results.csv", "curves.csv")) {
      Files.copy(Runs.folder("three-seeds").resolve(file), folder.resolve(file));
    }
    List<Path> files = PaperWriter.write(folder, "gaussian", List.of(PaperFormat.values()));

    assertThat(files).hasSize(4 + 3 * 6).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(files.subList(0, 4))
        .extracting(file -> folder.relativize(file).toString())
        .containsExactly(
            "paper/gaussian.html", "paper/gaussian.md", "paper/gaussian.tex", "paper/gaussian.csv");
  }

  @Test
  void everyTableOfARunThatIsNotWholeSaysSo() throws IOException {
    RunFolder run = RunFolder.create(folder);
    try (ResultStore store = ResultStore.open(run)) {
      write(store, "implicit", 2, 1);
    }
    List<PaperFormat> formats = List.of(PaperFormat.values());
    String sentence = "the run was interrupted. Everything here is of the cells that are there.";
    assertThat(PaperWriter.write(folder, "gaussian", formats).subList(0, 4))
        .allSatisfy(file -> assertThat(file).content().doesNotContain(sentence));
    Files.writeString(
        run.state(),
        "{\"cells\":91,\"completeBefore\":66,\"lastNumber\":9,\"phase\":\"INTERRUPTED\"}");

    assertThat(PaperWriter.write(folder, "gaussian", formats).subList(0, 4))
        .allSatisfy(file -> assertThat(file).content().contains("66 of 91 cells: " + sentence));
  }

  @Test
  void anotherBenchmarkIsRefusedByName() {
    assertThatThrownBy(() -> PaperWriter.write(Runs.folder("three-seeds"), "planar", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a paper table of 'planar' needs rows of it, %s has those of gaussian",
            Runs.folder("three-seeds").resolve("results.csv"));
  }

  @Test
  void rowsThatWereCutAreRefusedAndNothingIsWritten() throws IOException {
    String text = Files.readString(Runs.folder("three-seeds").resolve("results.csv"));
    int lastLine = text.lastIndexOf('\n', text.length() - 2) + 1;
    Path rows = folder.resolve("results.csv");

    assertRefused(text.substring(0, text.length() - 5), rows + " line 200: ", "it is torn");
    assertRefused(text.substring(0, lastLine), rows + " line ", "must end", "the file ends before");
    assertRefused(text + "three-seeds,gaussian\n", rows + " line 201: ", "has other columns");
  }

  @ParameterizedTest
  @MethodSource("io.otbench.reports.CutCurves#all")
  void curvesThatWereCutAreRefusedAndNothingIsWritten(CutCurves cut) throws IOException {
    for (String file : List.of("results.csv", "curves.csv")) {
      Files.copy(Runs.folder("three-seeds").resolve(file), folder.resolve(file));
    }
    Path curves = folder.resolve("curves.csv");
    cut.write(curves);

    assertThatThrownBy(() -> PaperWriter.write(folder, "gaussian", List.of(PaperFormat.values())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(curves + cut.reason());
    assertThat(folder).isDirectoryNotContaining("glob:**/{paper,figures}");
  }

  private void assertRefused(String rows, String... reason) throws IOException {
    Files.writeString(folder.resolve("results.csv"), rows);
    assertThatThrownBy(() -> PaperWriter.write(folder, "gaussian", List.of(PaperFormat.values())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(reason);
    assertThat(folder).isDirectoryNotContaining("glob:**/{paper,figures}");
  }

  @Test
  void figuresThatTheRowsNoLongerMakeAreDeletedAndNothingElse() throws IOException {
    RunFolder run = RunFolder.create(folder);
    try (ResultStore store = ResultStore.open(run)) {
      for (int dim : List.of(2, 4, 8)) {
        write(store, "implicit", dim, 1);
      }
      write(store, "gaussian-more", "implicit", 2, 1);
    }
    PaperWriter.write(folder, "gaussian-more", List.of());
    PaperWriter.write(folder, "gaussian", List.of());
    List<String> all = List.copyOf(figures());
    assertThat(all)
        .contains(
            "convergence-gaussian-gaussian-8.pdf",
            "convergence-gaussian-more-gaussian-2.pdf",
            "uvp-forward-gaussian.csv");
    Path own = Files.writeString(run.figures().resolve("my-gaussian.csv"), "x");
    Files.writeString(run.figures().resolve("convergence-removed-table.svg"), "x");
    try (ResultStore store = ResultStore.open(run)) {
      store.remove(Set.of(new CellKey("gaussian", "gaussian-8", "implicit", "c", 1)));
    }

    PaperWriter.write(folder, "gaussian", List.of());

    assertThat(own).exists();
    Files.delete(own);
    assertThat(figures())
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(name -> !name.contains("gaussian-gaussian-8.")).toList());
  }

  @Test
  void tablesOfFormatsThatAreNotAskedForAgainAreDeletedAndNothingElse() throws IOException {
    Files.copy(Runs.folder("three-seeds").resolve("results.csv"), folder.resolve("results.csv"));
    PaperWriter.write(folder, "gaussian", List.of(PaperFormat.values()));
    for (String own : List.of("notes.md", "planar.md")) {
      Files.writeString(folder.resolve("paper").resolve(own), "x");
    }

    PaperWriter.write(folder, "gaussian", List.of(PaperFormat.LATEX));

    try (Stream<Path> files = Files.list(folder.resolve("paper"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("gaussian.tex", "notes.md", "planar.md");
    }
  }

  private List<String> figures() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("figures"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void fiveHundredCellsTakeSeconds() throws IOException {
    RunFolder run = RunFolder.create(folder);
    try (ResultStore store = ResultStore.open(run)) {
      for (int dim : List.of(2, 4, 8, 16, 32, 64)) {
        for (String solver : SOLVERS) {
          for (long seed = 1; seed <= 6; seed++) {
            write(store, solver, dim, seed);
          }
        }
      }
    }
    long start = System.nanoTime();
    PaperWriter.write(folder, "gaussian", List.of(PaperFormat.values()));

    // Measured 3.3 s of CPU in a fresh JVM of its own; a gate for a busy machine.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(folder.resolve("figures")).isDirectoryContaining("glob:**/seconds-gaussian.pdf");
  }

  private static void write(ResultStore store, String solver, int dim, long seed)
      throws IOException {
    write(store, "gaussian", solver, dim, seed);
  }

  private static void write(ResultStore store, String benchmark, String solver, int dim, long seed)
      throws IOException {
    double value = 0.01 * dim * (1 + 0.1 * seed);
    String problem = "gaussian-" + dim;
    List<ResultRow> rows =
        Stream.of("uvp_forward", "uvp_backward", "cosine_forward", "train_cpu_seconds")
            .map(
                metric ->
                    new ResultRow(
                        "big",
                        benchmark,
                        problem,
                        dim,
                        solver,
                        "c",
                        seed,
                        metric,
                        OptionalDouble.of(value),
                        "percent",
                        CellStatus.OK,
                        "",
                        100,
                        1,
                        1,
                        dim,
                        1,
                        1))
            .toList();
    List<CurvePoint> curve =
        IntStream.rangeClosed(1, 25)
            .mapToObj(
                i ->
                    new CurvePoint(
                        benchmark,
                        problem,
                        dim,
                        solver,
                        "c",
                        seed,
                        10L * i,
                        i,
                        i,
                        "uvp_forward",
                        value + 1.0 / i))
            .toList();
    store.append(new CellRows(rows, curve, "made up"));
  }
}
