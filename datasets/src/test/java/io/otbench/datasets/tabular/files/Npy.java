package io.otbench.datasets.tabular.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes NPY files by hand, the wrong ones too. */
public final class Npy {

  private Npy() {}

  /** A float64 table in C order. */
  public static byte[] table(int rows, int columns, double... values) {
    return of(1, "'<f8'", "False", "(%d, %d)".formatted(rows, columns), values);
  }

  /** A file with this header and these numbers, in 4 bytes each for float32 and 8 otherwise. */
  public static byte[] of(
      int version, String type, String fortran, String shape, double... values) {
    int width = type.equals("'<f4'") ? 4 : 8;
    String dictionary =
        "{'descr': %s, 'fortran_order': %s, 'shape': %s, }".formatted(type, fortran, shape);
    byte[] text = (dictionary + " ".repeat(7) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer file =
        ByteBuffer.allocate(12 + text.length + width * values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      file.putShort((short) text.length);
    } else {
      file.putInt(text.length);
    }
    file.put(text);
    for (double value : values) {
      if (width == 4) {
        file.putFloat((float) value);
      } else {
        file.putDouble(value);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(file.array(), 0, file.position());
    return bytes.toByteArray();
  }
}
