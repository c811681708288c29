package io.otbench.datasets.tabular.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the numbers of an NPY file.
 *
 * @param width bytes of a number: 4 or 8
 * @param fortran whether the first index runs fastest
 * @param shape length of each axis; none for a single number
 * @param length bytes of the header
 */
record NpyHeader(int width, boolean fortran, List<Long> shape, int length) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Headers of plain arrays take some 100 bytes. */
  private static final int MAX_TEXT = 1 << 16;

  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*('[^']*'|\\[.*\\])");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");

  static NpyHeader read(TableSource source, InputStream bytes) throws IOException {
    byte[] start = bytes.readNBytes(MAGIC.length + 2);
    if (start.length < 2 || !Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC)) {
      throw source.refusal(
          start.length > 1 && start[0] == (byte) 0x80
              ? "must be an NPY file but is a Python pickle, which is not read"
              : "must be an NPY file but does not begin like one");
    }
    if (start.length < MAGIC.length + 2) {
      throw new EOFException("the NPY header ends early");
    }
    int major = start[MAGIC.length];
    if (major != 1 && major != 2) {
      throw source.refusal("must be NPY version 1 or 2 but is version " + major);
    }
    int lengthBytes = major == 1 ? 2 : 4;
    byte[] field = Arrays.copyOf(exactly(bytes, lengthBytes), 4);
    int textLength = ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (textLength < 0 || textLength > MAX_TEXT) {
      throw source.refusal(
          "must have an NPY header of at most %d bytes but announces %d"
              .formatted(MAX_TEXT, Integer.toUnsignedLong(textLength)));
    }
    String text = new String(exactly(bytes, textLength), StandardCharsets.ISO_8859_1);
    return new NpyHeader(
        width(source, field(source, TYPE, text)),
        field(source, ORDER, text).equals("True"),
        shape(source, field(source, SHAPE, text)),
        start.length + lengthBytes + textLength);
  }

  /** Number of numbers that the shape announces; the largest long where it has no room for it. */
  long count() {
    long count = 1;
    for (long axis : shape) {
      long high = Math.multiplyHigh(count, axis);
      count *= axis;
      if (high != 0 || count < 0) {
        return Long.MAX_VALUE;
      }
    }
    return count;
  }

  private static byte[] exactly(InputStream bytes, int count) throws IOException {
    byte[] read = bytes.readNBytes(count);
    if (read.length < count) {
      throw new EOFException("the NPY header ends early");
    }
    return read;
  }

  private static String field(TableSource source, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw source.refusal("has an NPY header that cannot be read: " + text.strip());
    }
    return matcher.group(1);
  }

  private static int width(TableSource source, String type) {
    return switch (type) {
      case "'<f4'" -> 4;
      case "'<f8'" -> 8;
      case "'|O'" ->
          throw source.refusal(
              "must hold little-endian floats ('<f4' or '<f8') but holds pickled Python objects"
                  + " ('|O'), which are not read");
      default ->
          throw source.refusal("must hold little-endian floats ('<f4' or '<f8') but holds " + type);
    };
  }

  private static List<Long> shape(TableSource source, String text) {
    List<Long> shape = new ArrayList<>();
    for (String axis : text.split(",", -1)) {
      String digits = axis.strip();
      if (digits.isEmpty()) {
        continue;
      }
      try {
        shape.add(Long.parseLong(digits));
      } catch (NumberFormatException e) {
        throw source.refusal("has an NPY shape that cannot be read: (" + text + ")");
      }
    }
    return List.copyOf(shape);
  }
}
