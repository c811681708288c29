package io.otbench.reports.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/** One chart: an SVG file on the page; its letters are outlines, so no font is needed. */
record ChartDrawing(Chart<?, ?> chart) implements Drawing {
  private static final int PNG_DPI = 144;

  @Override
  public int width() {
    return chart.getWidth();
  }

  @Override
  public int height() {
    return chart.getHeight();
  }

  @Override
  public String mediaType() {
    return "image/svg+xml";
  }

  @Override
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes the chart as SVG and as PNG. */
  @Override
  public void writeTo(Path folder, String name) throws IOException {
    Files.write(folder.resolve(name + ".svg"), bytes());
    BitmapEncoder.saveBitmapWithDPI(
        chart, folder.resolve(name + ".png").toString(), BitmapFormat.PNG, PNG_DPI);
  }
}
