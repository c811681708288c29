package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.reports.Runs;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import java.awt.BasicStroke;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class PaperFiguresTest {

  @TempDir private Path folder;

  @Test
  void figuresAreVectorsWithTheirNumbersBeside() throws IOException {
    List<PaperFigure> figures = draw(Runs.read("three-seeds"));

    assertThat(figures)
        .extracting(PaperFigure::name)
        .containsExactly(
            "uvp-forward-gaussian",
            "uvp-backward-gaussian",
            "seconds-gaussian",
            "convergence-gaussian-gaussian-2",
            "convergence-gaussian-gaussian-4",
            "convergence-gaussian-gaussian-8");
    for (PaperFigure figure : figures) {
      String svg = Files.readString(folder.resolve(figure.name() + ".svg"));
      byte[] pdf = Files.readAllBytes(folder.resolve(figure.name() + ".pdf"));
      assertThat(svg).startsWith("<?xml").contains("<svg").doesNotContain("<image", "<text");
      assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
          .startsWith("%PDF")
          .contains("%%EOF")
          .doesNotContain("/Subtype /Image", "/Type /Font");
      assertThat(data(figure.name())).isNotEmpty();
    }
  }

  @Test
  void publishedCurvesReachOverAllDimensionsOfThePaper() throws IOException {
    draw(Runs.read("three-seeds"));
    List<CSVRecord> data = data("uvp-forward-gaussian");

    assertThat(data)
        .filteredOn(line -> line.get("name").equals("Implicit"))
        .extracting(line -> line.get("dim") + ":" + line.get("mean"))
        .containsExactly("2:0.013", "4:0.016", "8:0.046", "16:0.053", "32:0.054", "64:0.0822");
    assertThat(data)
        .filteredOn(line -> line.get("name").equals("W2GN"))
        .extracting(line -> line.get("kind") + " " + line.get("mean"))
        .containsOnly("published bound <1")
        .hasSize(6);
    CSVRecord ours =
        data.stream()
            .filter(line -> line.get("kind").equals("ours"))
            .filter(line -> line.get("name").equals("implicit") && line.get("dim").equals("2"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(ours.get("mean"))).isCloseTo(0.0191715, within(1e-6));
    assertThat(ours.get("n")).isEqualTo("3");
    assertThat(ours.get("confidence")).isEqualTo("0.75");
    assertThat(data).extracting(line -> line.get("name")).contains(Runs.AWKWARD, "HJ-PINN");
  }

  @Test
  void noTwoPublishedCurvesLookAlikeWithoutTheirColours() throws IOException {
    XYChart chart = draw(Runs.read("three-seeds")).get(0).chart();

    assertThat(chart.getSeriesMap().values())
        .filteredOn(series -> series.getName().startsWith("published "))
        .hasSizeGreaterThan(9)
        .extracting(series -> List.of(dashes(series), series.getMarker()))
        .doesNotHaveDuplicates()
        .extracting(look -> look.get(0))
        .contains(List.of(6f, 4f), List.of(1.5f, 3f));
  }

  /** Of LS the page of W2GN prints bounds at d = 2 and from 256 on; ours ends at 64 here. */
  @Test
  void anArrowMarksABoundAndTheNameAnotherProblem() throws IOException {
    XYChart chart = draw(Runs.read("three-seeds")).get(0).chart();

    XYSeries below = series(chart, "bounds <");
    assertThat(below.getMarker()).isSameAs(BoundMarker.BELOW);
    assertThat(below.getXData()).containsExactly(1, 1, 2, 3, 4, 5, 6);
    assertThat(below.getYData()).containsOnly(1);
    assertThat(chart.getSeriesMap()).doesNotContainKey("bounds >");
    assertThat(series(chart, "published Large-scale OT (LS)").getLabel())
        .isEqualTo("Large-scale OT (LS), published of another problem");
    assertThat(series(chart, "published Implicit").getLabel()).isEqualTo("Implicit, published");
    assertThat(data("uvp-forward-gaussian"))
        .filteredOn(line -> line.get("name").equals("Large-scale OT (LS)"))
        .allSatisfy(line -> assertThat(line.get("notes")).startsWith("other covariances"))
        .extracting(line -> line.get("kind"))
        .containsExactly(
            "published bound", "published", "published", "published", "published", "published");
  }

  private static XYSeries series(XYChart chart, String name) {
    return Objects.requireNonNull(chart.getSeriesMap().get(name));
  }

  private static List<Float> dashes(XYSeries series) {
    float[] pattern = ((BasicStroke) series.getLineStyle()).getDashArray();
    return IntStream.range(0, pattern.length).mapToObj(i -> pattern[i]).toList();
  }

  @Test
  void secondsHaveTheExponentOfTheirDimensions() throws IOException {
    draw(
        new Results(
            List.of(row(2, 1, 3 * 4), row(4, 1, 3 * 16), row(8, 1, 2 * 64), row(8, 2, 4 * 64)),
            List.of()));

    assertThat(data("seconds-gaussian"))
        .hasSize(3)
        .allSatisfy(
            line -> {
              double dim = Double.parseDouble(line.get("dim"));
              assertThat(Double.parseDouble(line.get("exponent"))).isCloseTo(2, within(1e-9));
              assertThat(Double.parseDouble(line.get("seconds")))
                  .isCloseTo(3 * dim * dim, within(1e-9));
              assertThat(line.get("fitted_points")).isEqualTo("3");
            });
    assertThat(data("seconds-gaussian").get(2).get("seeds")).isEqualTo("2");
  }

  @Test
  void everyFigureTellsTheVariantsOfASweepApart() throws IOException {
    List<ResultRow> rows = new ArrayList<>();
    List<CurvePoint> curves = new ArrayList<>();
    for (String size : List.of("64", "256")) {
      for (int dim : List.of(2, 4)) {
        rows.add(row("gaussian-" + dim, dim, "c" + size, 1, 5, "batchSize=" + size));
      }
      curves.add(point("c" + size, 1, 10, 1, 2));
    }
    draw(new Results(rows, curves));

    for (String figure :
        List.of("uvp-forward-gaussian", "seconds-gaussian", "convergence-gaussian-gaussian-2")) {
      assertThat(data(figure))
          .filteredOn(line -> line.get("config").startsWith("c"))
          .extracting(line -> line.get("variant"))
          .contains("batchSize=64", "batchSize=256")
          .doesNotContain("");
    }
  }

  @Test
  void secondsAtOneDimensionAreNoFigure() throws IOException {
    assertThat(draw(new Results(List.of(row(2, 1, 5)), List.of())))
        .extracting(PaperFigure::name)
        .containsExactly("uvp-forward-gaussian");
  }

  @Test
  void bandsReachFromTheLeastSeedToTheGreatest() throws IOException {
    List<CurvePoint> curves =
        List.of(
            point(1, 0, 0, 5),
            point(1, 10, 1, 2),
            point(2, 10, 4, 8),
            point(1, 20, 2, 1),
            point(2, 20, 8, Double.NaN),
            point(1, 30, 3, 0.5));
    draw(new Results(List.of(row(2, 1, 5), row(2, 2, 5)), curves));

    assertThat(data("convergence-gaussian-gaussian-2"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("step")).isEqualTo("10");
              assertThat(Double.parseDouble(line.get("seconds"))).isCloseTo(2, within(1e-12));
              assertThat(Double.parseDouble(line.get("mean"))).isCloseTo(4, within(1e-12));
              assertThat(line.get("low")).isEqualTo("2.0");
              assertThat(line.get("high")).isEqualTo("8.0");
              assertThat(line.get("seeds")).isEqualTo("2");
            });
  }

  @Test
  void aListOfProblemsHasNoFiguresOfDimensions() throws IOException {
    List<ResultRow> rows =
        Stream.of("square", "ellipse").map(problem -> row(problem, 2, 1, 5)).toList();

    assertThat(draw(new Results(rows, List.of()))).isEmpty();
  }

  private List<PaperFigure> draw(Results results) throws IOException {
    List<PaperFigure> figures = PaperFigures.of("gaussian", results, PublishedValues.load());
    for (PaperFigure figure : figures) {
      assertThat(figure.writeTo(folder)).hasSize(3).allSatisfy(f -> assertThat(f).isNotEmptyFile());
    }
    return figures;
  }

  private List<CSVRecord> data(String name) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    String text = Files.readString(folder.resolve(name + ".csv"));
    try (CSVParser parser = format.parse(new StringReader(text))) {
      return parser.getRecords();
    }
  }

  /** As in {@code PageInBrowserTest.levelsOfReferencesAreMeansOfTheSameKindAsCurves}. */
  @Test
  void levelsOfReferencesAreGeometricMeansAsCurvesAre() throws IOException {
    draw(
        new Results(
            List.of(row(2, 1, 5), reference(1, 1), reference(2, 10), reference(3, 1000)),
            List.of(point(1, 10, 1, 2), point(1, 20, 2, 1))));

    assertThat(data("convergence-gaussian-gaussian-2"))
        .filteredOn(line -> line.get("solver").equals("linear"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(Double.parseDouble(line.get("mean")))
                    .isCloseTo(21.5443469, within(1e-6)));
  }

  private static ResultRow reference(long seed, double uvp) {
    return new ResultRow(
        "run",
        "gaussian",
        "gaussian-2",
        2,
        "linear",
        "c",
        seed,
        "uvp_forward",
        OptionalDouble.of(uvp),
        "percent",
        CellStatus.OK,
        "",
        1,
        1,
        1,
        1,
        0,
        1);
  }

  private static ResultRow row(int dim, long seed, double seconds) {
    return row("gaussian-" + dim, dim, seed, seconds);
  }

  private static ResultRow row(String problem, int dim, long seed, double seconds) {
    return row(problem, dim, "c", seed, seconds, "");
  }

  private static ResultRow row(
      String problem, int dim, String config, long seed, double seconds, String variant) {
    return new ResultRow(
        "run",
        "gaussian",
        problem,
        dim,
        "implicit",
        config,
        seed,
        "uvp_forward",
        OptionalDouble.of(1),
        "percent",
        CellStatus.OK,
        "",
        1,
        1,
        1,
        seconds,
        0,
        1,
        variant);
  }

  private static CurvePoint point(long seed, long step, double seconds, double value) {
    return point("c", seed, step, seconds, value);
  }

  private static CurvePoint point(
      String config, long seed, long step, double seconds, double value) {
    return new CurvePoint(
        "gaussian",
        "gaussian-2",
        2,
        "implicit",
        config,
        seed,
        step,
        seconds,
        step,
        "uvp_forward",
        value);
  }
}
