package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.reports.PlanarRun;
import io.otbench.reports.Runs;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.CurvePoint;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.TableSamples;
import io.otbench.reports.statistics.SolverOrder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class FiguresTest {
  @TempDir Path temp;

  @Test
  void everyKindOfFigureIsDrawn() throws IOException {
    List<Figure> figures = figures(Runs.read("three-seeds"));

    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly(
            "uvp-forward-gaussian",
            "uvp-backward-gaussian",
            "convergence-gaussian-gaussian-2",
            "convergence-gaussian-gaussian-4",
            "convergence-gaussian-gaussian-8",
            "cost-seconds-gaussian",
            "cost-memory-gaussian",
            "cost-parameters-gaussian");
  }

  @Test
  void solversKeepTheirColourInEveryFigure() throws IOException {
    List<Figure> figures = figures(Runs.read("three-seeds"));
    XYChart accuracy = chart(figures.get(0));
    XYChart convergence = chart(figures.get(3));

    Color implicit = new Color(0x0072B2);
    assertThat(series(accuracy, "ours implicit").getLineColor()).isEqualTo(implicit);
    assertThat(series(accuracy, "published implicit").getLineColor()).isEqualTo(implicit);
    assertThat(
            series(convergence, "cell gaussian/gaussian-4/implicit (config 3f2a91, seed 2)")
                .getLineColor())
        .isEqualTo(implicit);
    assertThat(series(convergence, "level linear").getLineColor()).isEqualTo(Color.BLACK);
  }

  @Test
  void whiskersReachTheEndsOfTheInterval() throws IOException {
    XYChart chart = chart(figures(Runs.read("three-seeds")).get(0));

    double[] whiskers = series(chart, "interval implicit").getYData();
    assertThat(whiskers).hasSize(9);
    double[] seeds =
        Runs.read("three-seeds").rows().stream()
            .filter(row -> row.problem().equals("gaussian-2") && row.solver().equals("implicit"))
            .filter(row -> row.metric().equals("uvp_forward"))
            .flatMapToDouble(row -> row.value().stream())
            .sorted()
            .toArray();
    assertThat(whiskers[0]).isCloseTo(seeds[0], within(1e-9));
    assertThat(whiskers[1]).isCloseTo(seeds[2], within(1e-9));
    assertThat(whiskers[2]).isNaN();
  }

  @Test
  void figuresAreWrittenAsSvgAndPng() throws IOException {
    Figure figure = figures(Runs.read("one-seed")).get(0);
    figure.writeTo(temp);

    BufferedImage image = ImageIO.read(temp.resolve(figure.name() + ".png").toFile());
    assertThat(image.getWidth()).isEqualTo(2 * Style.WIDTH);
    assertThat(colours(image)).contains(0x0072B2, 0xD55E00);
    String svg = svg(figure);
    assertThat(svg).contains("<svg").doesNotContain("NaN", "Infinity", "<text");
  }

  @Test
  void zerosAndGapsHaveAPlaceOnLogarithmicAxes() throws IOException {
    List<ResultRow> rows =
        List.of(row("identity", 0, 0, 0), row("implicit", 0.5, 3, 10), row("implicit", 0, 3, 11));
    List<CurvePoint> curves =
        List.of(
            point(0, 0, 5),
            point(1, 0.5, Double.POSITIVE_INFINITY),
            point(2, 1.0, Double.NaN),
            point(3, 2.0, 0),
            point(4, 3.0, 0.5));

    List<Figure> figures = figures(new Results(rows, curves));

    assertThat(figures).hasSize(5);
    for (Figure figure : figures) {
      String svg = svg(figure);
      assertThat(svg).as(figure.name()).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void runWithoutPositiveNumbersHasNoFigure() {
    assertThat(figures(new Results(List.of(row("identity", 0, 0, 0)), List.of())))
        .extracting(Figure::name)
        .containsExactly("cost-memory-gaussian");
  }

  @Test
  void namesOfFilesDoNotClash() {
    List<ResultRow> rows = new ArrayList<>();
    for (String benchmark : List.of("a b", "a/b")) {
      rows.add(
          new ResultRow(
              "run",
              benchmark,
              "p-2",
              2,
              "implicit",
              "c",
              0,
              "uvp_forward",
              OptionalDouble.of(1),
              "percent",
              CellStatus.OK,
              "",
              0,
              0,
              0,
              0,
              0,
              0));
    }

    assertThat(figures(new Results(rows, List.of())))
        .extracting(Figure::name)
        .containsExactly("uvp-forward-a-b-p", "uvp-forward-a-b-p-2");
  }

  @Test
  void unknownSolversGetStableColours() {
    Palette palette = new Palette(List.of("zeta", "implicit", "alpha"));
    Palette other = new Palette(List.of("alpha", "zeta", "zeta"));

    assertThat(palette.of("alpha")).isEqualTo(other.of("alpha")).isNotEqualTo(palette.of("zeta"));
    assertThat(palette.of("zeta")).isEqualTo(other.of("zeta"));
  }

  @Test
  void everySolverOfTheSuiteHasAColourOfItsOwn() {
    Palette palette = new Palette(List.of("mine"));

    assertThat(PlanarRun.SOLVERS).extracting(palette::of).doesNotHaveDuplicates();
    assertThat(List.of("dpot", "dpot-debiased", "dpot-sliced"))
        .extracting(palette::marker)
        .doesNotHaveDuplicates();
    assertThat(palette.line("discrete-entropic", 1).getDashArray())
        .isEqualTo(palette.line("linear", 1).getDashArray())
        .isNotNull();
  }

  @Test
  void referencesComeFirst() {
    assertThat(
            Stream.of("dpot", "discrete-entropic", "w2gn", "linear", "discrete", "identity")
                .sorted(SolverOrder.BY_NAME))
        .containsExactly("identity", "linear", "discrete", "discrete-entropic", "dpot", "w2gn");
  }

  @Test
  void configurationsOfASolverAreTintsAndSharePublishedValues() {
    List<ResultRow> rows = new ArrayList<>();
    for (String config : List.of("a", "b")) {
      rows.add(
          new ResultRow(
              "run",
              "gaussian",
              "gaussian-2",
              2,
              "implicit",
              config,
              0,
              "uvp_forward",
              OptionalDouble.of(1),
              "percent",
              CellStatus.OK,
              "",
              0,
              0,
              0,
              0,
              0,
              0));
    }
    XYChart chart = chart(figures(new Results(rows, List.of())).get(0));

    assertThat(series(chart, "ours implicit (a)").getLineColor()).isEqualTo(new Color(0x0072B2));
    assertThat(series(chart, "ours implicit (b)").getLineColor()).isEqualTo(new Color(0x73B1D5));
    assertThat(chart.getSeriesMap())
        .containsOnlyKeys("ticks", "ours implicit (a)", "ours implicit (b)", "published implicit");
  }

  @Test
  void longNamesAreCut() {
    assertThat(Style.label("π".repeat(40))).isEqualTo("π".repeat(10) + "…" + "π".repeat(19));
    assertThat(Style.label("implicit")).isEqualTo("implicit");
  }

  private static List<Figure> figures(Results results) {
    return Figures.of(
        results,
        new Figures.Drawn(new PointClouds(Map.of()), new TableSamples(Map.of())),
        PublishedValues.load(),
        List.of());
  }

  private String svg(Figure figure) throws IOException {
    figure.writeTo(temp);
    return Files.readString(temp.resolve(figure.name() + ".svg"));
  }

  private static XYChart chart(Figure figure) {
    return (XYChart) ((ChartDrawing) figure.drawing()).chart();
  }

  private static XYSeries series(XYChart chart, String name) {
    return Objects.requireNonNull(chart.getSeriesMap().get(name), name);
  }

  private static List<Integer> colours(BufferedImage image) {
    return IntStream.range(0, image.getHeight())
        .flatMap(y -> IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y) & 0xFFFFFF))
        .distinct()
        .boxed()
        .toList();
  }

  private static ResultRow row(String solver, double uvp, double trainSeconds, long seed) {
    return new ResultRow(
        "run",
        "gaussian",
        "gaussian-2",
        2,
        solver,
        "c",
        seed,
        "uvp_forward",
        OptionalDouble.of(uvp),
        "percent",
        CellStatus.OK,
        "",
        10,
        10,
        solver.equals("identity") ? 0 : 100,
        trainSeconds,
        1,
        200);
  }

  private static CurvePoint point(long step, double seconds, double value) {
    return new CurvePoint(
        "gaussian",
        "gaussian-2",
        2,
        "implicit",
        "c",
        10,
        step,
        seconds,
        step,
        "uvp_forward",
        value);
  }
}
