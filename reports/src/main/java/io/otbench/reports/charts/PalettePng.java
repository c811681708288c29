package io.otbench.reports.charts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A drawing as a PNG file with a palette, which is much smaller than one with full colours. Colours
 * of areas stay what they are; the many shades at the edges of letters and points are put together.
 */
final class PalettePng {
  private static final int MAX_COLOURS = 64;

  /** Shades that agree in the upper five bits of red, green and blue are one bucket. */
  private static final int BUCKETS = 1 << 15;

  /** Level 6 of deflate: the highest takes three times as long and saves a few percent. */
  private static final float USUAL_LEVEL = 1 / 3f;

  private PalettePng() {}

  /**
   * The file.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_RGB}
   */
  static byte[] bytes(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    // Not getRGB, which asks for every pixel by itself.
    int[] pixels = (int[]) image.getRaster().getDataElements(0, 0, width, height, null);
    int[] count = new int[BUCKETS];
    int[] colour = commonest(pixels, count);
    List<Integer> palette =
        IntStream.range(0, BUCKETS)
            .filter(bucket -> count[bucket] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(bucket -> -count[bucket]))
            .limit(MAX_COLOURS)
            .map(bucket -> colour[bucket])
            .toList();
    byte[] index = new byte[BUCKETS];
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      if (count[bucket] > 0) {
        index[bucket] = (byte) nearest(palette, colour[bucket]);
      }
    }
    byte[] indices = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indices[i] = index[bucket(pixels[i])];
    }
    return encode(indices, width, height, palette);
  }

  /** The colour of each bucket that most of its pixels have, if more than half of them do. */
  private static int[] commonest(int[] pixels, int[] count) {
    int[] colour = new int[BUCKETS];
    int[] votes = new int[BUCKETS];
    for (int pixel : pixels) {
      int bucket = bucket(pixel);
      count[bucket]++;
      if (votes[bucket] == 0) {
        colour[bucket] = pixel;
      }
      votes[bucket] += colour[bucket] == pixel ? 1 : -1;
    }
    return colour;
  }

  private static int bucket(int rgb) {
    return (rgb >> 19 & 31) << 10 | (rgb >> 11 & 31) << 5 | rgb >> 3 & 31;
  }

  private static int nearest(List<Integer> palette, int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.size(); i++) {
      int red = (palette.get(i) >> 16 & 255) - (rgb >> 16 & 255);
      int green = (palette.get(i) >> 8 & 255) - (rgb >> 8 & 255);
      int blue = (palette.get(i) & 255) - (rgb & 255);
      int distance = red * red + green * green + blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static byte[] encode(byte[] indices, int width, int height, List<Integer> palette) {
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage indexed =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    indexed.getRaster().setDataElements(0, 0, width, height, indices);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam compressed = writer.getDefaultWriteParam();
    compressed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    compressed.setCompressionQuality(USUAL_LEVEL);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(indexed, null, null), compressed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
