package io.otbench.datasets.tabular.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.datasets.tabular.files.NpzReader;
import io.otbench.datasets.tabular.files.Table;
import io.otbench.datasets.tabular.files.TableSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;

/** What the public loaders make of small inputs; the README beside the file says which. */
public final class Golden {

  private static final Offset<Double> TOLERANCE = Offset.offset(1e-12);

  private static final Map<String, double[]> ARRAYS =
      NpzReader.read(
          TableSource.ofResource(Golden.class, "/io/otbench/datasets/tabular/preparations.npz"),
          100_000);

  private Golden() {}

  /** A copy of the numbers of a key. */
  public static double[] array(String key) {
    return Objects.requireNonNull(ARRAYS.get(key), key).clone();
  }

  /** A copy of a key as a table with columns f0, f1, ... */
  public static Table table(String key, int columns) {
    double[] values = array(key);
    return new Table(
        IntStream.range(0, columns).mapToObj(i -> "f" + i).toList(),
        values.length / columns,
        values);
  }

  static void assertRows(RowRange rows, String key) {
    double[] expected = array(key);
    int width = rows.table().width();
    assertThat(rows.count() * width).as("numbers of " + key).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(rows.get(i / width, i % width))
          .as(key + " " + i)
          .isCloseTo(expected[i], TOLERANCE);
    }
  }

  static void assertParts(Prepared prepared, String key) {
    assertRows(prepared.train(), key + "_trn");
    assertRows(prepared.validation(), key + "_val");
    assertRows(prepared.test(), key + "_tst");
  }
}
