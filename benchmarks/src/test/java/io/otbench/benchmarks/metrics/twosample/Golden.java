package io.otbench.benchmarks.metrics.twosample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** The golden values; the README beside them names their origin. */
final class Golden {

  private Golden() {}

  private static byte[] read(String name) {
    try (InputStream stream = Objects.requireNonNull(Golden.class.getResourceAsStream(name))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows of a file in NumPy's format 1.0, all of which have a header of 128 bytes. */
  static Rows rows(String name, int dim) {
    ByteBuffer bytes = ByteBuffer.wrap(read(name + ".npy")).order(ByteOrder.LITTLE_ENDIAN);
    double[] numbers = new double[(bytes.capacity() - 128) / Double.BYTES];
    bytes.position(128).asDoubleBuffer().get(numbers);
    return new Rows(numbers, dim);
  }

  static double[] numbers(String name) {
    return new String(read("golden.csv"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(name + ","))
        .map(line -> line.substring(name.length() + 1).split(","))
        .map(cells -> Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray())
        .findFirst()
        .orElseThrow();
  }
}
