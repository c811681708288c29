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

/**
 * A drawn figure.
 *
 * @param kind what it shows, to put figures of a kind together
 * @param name file name without ending
 * @param caption what is seen, in words
 */
public record Figure(Kind kind, String name, String caption, Chart<?, ?> chart) {
  private static final int PNG_DPI = 144;

  /** What a figure shows. */
  public enum Kind {
    ACCURACY,
    CONVERGENCE,
    COST
  }

  /** The figure as the text of an SVG file; letters are outlines, so no font is needed. */
  public byte[] svg() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes the figure as SVG and as PNG. */
  public void writeTo(Path folder) throws IOException {
    Files.write(folder.resolve(name + ".svg"), svg());
    BitmapEncoder.saveBitmapWithDPI(
        chart, folder.resolve(name + ".png").toString(), BitmapFormat.PNG, PNG_DPI);
  }
}
