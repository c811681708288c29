package io.otbench.reports.charts;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Several panels as one picture. They hold thousands of points: as pixels these are a tenth of what
 * they are as text of an SVG file.
 */
final class PanelSheet implements Drawing {
  /** Pixels per CSS pixel in each direction, for sharp screens. */
  static final int SCALE = 2;

  private final int width;
  private final int height;
  private final byte[] png;

  PanelSheet(BufferedImage image) {
    this.width = image.getWidth() / SCALE;
    this.height = image.getHeight() / SCALE;
    this.png = PalettePng.bytes(image);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public String mediaType() {
    return "image/png";
  }

  @Override
  public byte[] bytes() {
    return png.clone();
  }

  /** Writes the picture as PNG. */
  @Override
  public void writeTo(Path folder, String name) throws IOException {
    Files.write(folder.resolve(name + ".png"), png);
  }
}
