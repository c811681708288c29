package io.otbench.reports.charts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A drawing as a PNG file with a palette, which is much smaller than one with full colours. Colours
 * of areas stay what they are; the many shades at the edges of letters and points are put together.
 * The file is written here because the writer of the JDK filters the lines of a palette, which
 * takes twice as long, all steps counted, and makes the file a sixth larger.
 */
final class PalettePng {
  /** Enough for the shades of letters that are seen from near. */
  static final int MANY_COLOURS = 64;

  /** Enough for a small picture, which this makes 3 to 9 % smaller. */
  static final int FEW_COLOURS = 32;

  /** Shades that agree in the upper five bits of red, green and blue are one bucket. */
  private static final int BUCKETS = 1 << 15;

  /** The highest level of deflate takes eight times as long and saves a tenth. */
  private static final int LEVEL = 6;

  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final byte BITS = 8;
  private static final byte COLOURS_OF_A_PALETTE = 3;

  private PalettePng() {}

  /**
   * The file.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_RGB}
   * @param colours at most
   */
  static byte[] bytes(BufferedImage image, int colours) {
    int width = image.getWidth();
    int height = image.getHeight();
    // Not getRGB, which asks for every pixel by itself, nor a copy: a sheet has 20 MiB of pixels.
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] count = new int[BUCKETS];
    int[] colour = commonest(pixels, count);
    List<Integer> palette =
        IntStream.range(0, BUCKETS)
            .filter(bucket -> count[bucket] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(bucket -> -count[bucket]))
            .limit(colours)
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
      indices[i] = i > 0 && pixels[i] == pixels[i - 1] ? indices[i - 1] : index[bucket(pixels[i])];
    }
    return encode(indices, width, height, palette);
  }

  /** The colour of each bucket that most of its pixels have, if more than half of them do. */
  private static int[] commonest(int[] pixels, int[] count) {
    // By runs of equal pixels: nearly all of a picture is paper.
    int[] colour = new int[BUCKETS];
    int[] votes = new int[BUCKETS];
    int length;
    for (int start = 0; start < pixels.length; start += length) {
      length = 1;
      int pixel = pixels[start];
      while (start + length < pixels.length && pixels[start + length] == pixel) {
        length++;
      }
      int bucket = bucket(pixel);
      count[bucket] += length;
      if (votes[bucket] < length && colour[bucket] != pixel) {
        colour[bucket] = pixel;
        votes[bucket] = length - votes[bucket];
      } else {
        votes[bucket] += colour[bucket] == pixel ? length : -length;
      }
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
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {BITS, COLOURS_OF_A_PALETTE, 0, 0, 0});
    ByteBuffer colours = ByteBuffer.allocate(3 * palette.size());
    for (int rgb : palette) {
      colours.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    chunk(file, "IHDR", header.array());
    chunk(file, "PLTE", colours.array());
    chunk(file, "IDAT", deflated(indices, width, height));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  /** The lines, each behind the number of its filter, which is none. */
  private static byte[] deflated(byte[] indices, int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(LEVEL);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
      for (int y = 0; y < height; y++) {
        out.write(0);
        out.write(indices, y * width, width);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12);
    chunk.putInt(data.length).put(name).put(data).putInt((int) check.getValue());
    file.writeBytes(chunk.array());
  }
}
