package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.PointCloud.Pair;
import io.otbench.reports.results.PointCloud.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class MapChartTest {
  private static final PlaneRange RANGE = new PlaneRange(0, 0, 2);
  private static final Color COLOUR = new Color(0x0072B2);

  @Test
  void arrowsLeadFromSourceToImage() {
    XYChart chart = MapChart.transported(cloud(pair(-1, 0, 1, 0.5)), RANGE, COLOUR);

    XYSeries arrows = series(chart, "arrows");
    assertThat(arrows.getXData()).hasSize(7).startsWith(-1, 1);
    assertThat(arrows.getYData()).startsWith(0, 0.5, Double.NaN);
    assertThat(arrows.getXData()[3]).as("head, behind the tip").isBetween(0.8, 0.99);
    assertThat(arrows.getXData()[4]).as("tip").isEqualTo(1);
    assertThat(series(chart, "transported").getXData()).containsExactly(1);
    assertThat(series(chart, "source").getXData()).containsExactly(-1);
  }

  @Test
  void arrowsAreFewAndPointsAreAll() {
    Pair[] pairs =
        IntStream.range(0, 200)
            .mapToObj(i -> pair(-1, i / 200.0, 1, i / 200.0))
            .toArray(Pair[]::new);
    XYChart chart = MapChart.transported(cloud(pairs), RANGE, COLOUR);

    assertThat(series(chart, "arrows").getXData()).hasSize(7 * MapChart.ARROWS);
    assertThat(series(chart, "transported").getXData()).hasSize(200);
  }

  @Test
  void imagesThatCannotBeSeenAreNotDrawn() {
    XYChart chart =
        MapChart.transported(
            cloud(pair(0, 0, Double.NaN, 0), pair(0, 0, 1e30, 0), pair(0, 0, 2.1, 0)),
            RANGE,
            COLOUR);

    assertThat(chart.getSeriesMap()).containsOnlyKeys("source");
  }

  @Test
  void displacementsOfAMeshAreMagnified() {
    List<Pair> nodes =
        List.of(pair(0, 0, 0.01, 0), pair(1, 0, 1, 0.02), pair(0, 1, 0, 1), pair(1, 1, 1, 1));
    XYChart chart = MapChart.mesh(nodes, List.of(), RANGE, COLOUR);

    XYSeries mesh = series(chart, "mesh");
    // Row 0, column 0, row 1, column 1, each of two nodes and a gap.
    assertThat(mesh.getXData()).hasSize(12);
    assertThat(mesh.getXData()[0]).isCloseTo(0.1, within(1e-12));
    assertThat(mesh.getYData()[1]).isCloseTo(0.2, within(1e-12));
    assertThat(mesh.getXData()[4]).as("column 0 leads to node (0, 1)").isEqualTo(0);
    assertThat(mesh.getYData()[4]).isEqualTo(1);
  }

  @Test
  void rangeIsASquareAroundAllPoints() {
    PlaneRange range = PlaneRange.around(List.of(new Point(0, 1), new Point(4, 2)));

    assertThat(range.first()).isEqualTo(2);
    assertThat(range.second()).isEqualTo(1.5);
    assertThat(range.half()).isBetween(2.0, 2.5);
    assertThat(PlaneRange.around(List.of()).half()).isPositive();
  }

  @Test
  void everythingStandsInsideItsPanel() throws IOException {
    XYChart chart = MapChart.transported(cloud(pair(-1.9, 1.9, 1.9, -1.9)), RANGE, COLOUR);
    BufferedImage panel =
        new BufferedImage(MapChart.SIDE, MapChart.SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = panel.createGraphics();
    chart.paint(g, MapChart.SIDE, MapChart.SIDE);
    g.dispose();

    int edge = Math.round(MapChart.SIDE * 0.1f);
    assertThat(colours(panel.getSubimage(MapChart.SIDE - edge, MapChart.SIDE - edge, edge, edge)))
        .as("lower right: the image of the point")
        .contains(COLOUR.getRGB());
    assertThat(colours(panel.getSubimage(0, 0, edge, edge)))
        .as("upper left: its source")
        .contains(MapChart.SOURCE.getRGB())
        .doesNotContain(COLOUR.getRGB());
  }

  @Test
  void paletteKeepsColoursOfAreas() throws IOException {
    BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 200; x++) {
      for (int y = 0; y < 100; y++) {
        image.setRGB(x, y, y < 50 ? 0x0072B2 : new Color(x, y, x / 2).getRGB());
      }
    }
    byte[] png = PalettePng.bytes(image, 64);
    BufferedImage read = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));

    assertThat(read.getRGB(7, 7) & 0xFFFFFF).isEqualTo(0x0072B2);
    assertThat(colours(read)).hasSizeBetween(32, 64);
    Color shade = new Color(read.getRGB(100, 75));
    assertThat(shade.getRed()).isCloseTo(100, within(20));
    assertThat(shade.getGreen()).isCloseTo(75, within(20));
  }

  @Test
  void pictureIsSmallerThanThatOfTheJdk() throws IOException {
    BufferedImage image = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      g.setColor(COLOUR);
      g.fillOval(random.nextInt(590), random.nextInt(590), 6, 6);
    }
    g.dispose();
    byte[] png = PalettePng.bytes(image, 64);
    BufferedImage read = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    ByteArrayOutputStream jdk = new ByteArrayOutputStream();
    ImageIO.write(read, "png", jdk);

    assertThat(png.length).isLessThan(jdk.size() * 9 / 10);
    assertThat(read.getRGB(0, 0, 600, 600, null, 0, 600))
        .isEqualTo(image.getRGB(0, 0, 600, 600, null, 0, 600));
  }

  @Test
  void longTextsAreCutAndWordsWrapped() {
    String endless = "π".repeat(500);
    PanelSheet sheet =
        PanelLayout.sheet(
            endless,
            List.of(
                new Panel(endless, COLOUR, endless, Optional.empty(), "many words ".repeat(300)),
                new Panel("", COLOUR, "", Optional.empty(), "")));

    assertThat(sheet.width()).isLessThan(3 * MapChart.SIDE);
    assertThat(sheet.height()).isLessThan(2 * MapChart.SIDE);
  }

  private static PointCloud cloud(Pair... pairs) {
    return new PointCloud(List.of(pairs), List.of(), List.of(), List.of());
  }

  private static Pair pair(double x1, double x2, double y1, double y2) {
    return new Pair(new Point(x1, x2), new Point(y1, y2));
  }

  private static XYSeries series(XYChart chart, String name) {
    return Objects.requireNonNull(chart.getSeriesMap().get(name), name);
  }

  private static List<Integer> colours(BufferedImage image) {
    List<Integer> found = new ArrayList<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        found.add(image.getRGB(x, y));
      }
    }
    return found.stream().distinct().toList();
  }
}
