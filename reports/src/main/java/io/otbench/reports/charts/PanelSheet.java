package io.otbench.reports.charts;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

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
    this.png = PalettePng.bytes(image, PalettePng.MANY_COLOURS);
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
  public byte[] sharp() {
    return png.clone();
  }

  @Override
  public byte[] small() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    try {
      graphics.drawImage(ImageIO.read(new ByteArrayInputStream(png)), 0, 0, width, height, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      graphics.dispose();
    }
    return PalettePng.bytes(image, PalettePng.FEW_COLOURS);
  }

  /** Writes the picture as PNG. */
  @Override
  public void writeTo(Path folder, String name) throws IOException {
    Files.write(folder.resolve(name + ".png"), png);
  }
}
