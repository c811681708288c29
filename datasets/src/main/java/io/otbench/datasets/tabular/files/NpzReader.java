package io.otbench.datasets.tabular.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads NumPy's NPZ archives: a zip file with one NPY file an array. */
public final class NpzReader {

  private NpzReader() {}

  /**
   * All arrays by name, each as its numbers in row-major order.
   *
   * @param maxNumbers most numbers that all arrays together can have
   * @throws IllegalArgumentException when an array is not readable or there are more numbers
   */
  public static Map<String, double[]> read(TableSource source, int maxNumbers) {
    return source.read(bytes -> arrays(source, bytes, maxNumbers));
  }

  private static Map<String, double[]> arrays(TableSource source, InputStream bytes, int maxNumbers)
      throws IOException {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    // Not closed: the stream below belongs to the source.
    ZipInputStream zip = new ZipInputStream(bytes);
    int left = maxNumbers;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      // The size in the zip directory is not trusted: the header of the array is what counts, and
      // more bytes than it promises are not read.
      TableSource member =
          new TableSource(
              source.name() + "!" + entry.getName(), source.opener(), OptionalLong.empty());
      double[] numbers = NpyReader.readArray(member, zip, left);
      left -= numbers.length;
      arrays.put(entry.getName().replaceFirst("\\.npy$", ""), numbers);
    }
    if (arrays.isEmpty()) {
      throw source.refusal("must be an NPZ archive but holds no array");
    }
    return arrays;
  }
}
