package io.otbench.reports.charts;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/** One chart. */
final class ChartDrawing implements Drawing {
  private final Chart<?, ?> chart;
  private final byte[] sharp;

  ChartDrawing(Chart<?, ?> chart) {
    this.chart = chart;
    this.sharp = png(PanelSheet.SCALE, PalettePng.MANY_COLOURS);
  }

  Chart<?, ?> chart() {
    return chart;
  }

  @Override
  public int width() {
    return chart.getWidth();
  }

  @Override
  public int height() {
    return chart.getHeight();
  }

  @Override
  public byte[] sharp() {
    return sharp.clone();
  }

  @Override
  public byte[] small() {
    return png(1, PalettePng.FEW_COLOURS);
  }

  private byte[] png(int scale, int colours) {
    BufferedImage image =
        new BufferedImage(width() * scale, height() * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    chart.paint(graphics, width(), height());
    graphics.dispose();
    return PalettePng.bytes(image, colours);
  }

  /** Writes the chart as PNG, and as SVG, whose letters are outlines, so that it needs no font. */
  @Override
  public void writeTo(Path folder, String name) throws IOException {
    Files.write(folder.resolve(name + ".png"), sharp);
    try (OutputStream svg = Files.newOutputStream(folder.resolve(name + ".svg"))) {
      VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
    }
  }
}
