package io.otbench.reports.charts;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Several panels as one picture. They hold thousands of points: as pixels these are a tenth of what
 * they are as text of an SVG file.
 *
 * @param image the pixels, {@value #SCALE} in each direction per CSS pixel, for sharp screens
 */
record PanelSheet(BufferedImage image) implements Drawing {
  static final int SCALE = 2;

  @Override
  public int width() {
    return image.getWidth() / SCALE;
  }

  @Override
  public int height() {
    return image.getHeight() / SCALE;
  }

  @Override
  public String mediaType() {
    return "image/png";
  }

  @Override
  public byte[] bytes() {
    return PalettePng.bytes(image);
  }

  /** Writes the picture as PNG. */
  @Override
  public void writeTo(Path folder, String name) throws IOException {
    Files.write(folder.resolve(name + ".png"), bytes());
  }
}
