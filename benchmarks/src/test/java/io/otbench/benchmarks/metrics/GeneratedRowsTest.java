package io.otbench.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.fake.FakeTransport;
import io.otbench.reports.results.TableSample;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeneratedRowsTest {

  private static final int TEST_ROWS = 1_024;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private GeneratedRows rows(int count) {
    float[] test = new float[2 * count];
    for (int i = 0; i < test.length; i++) {
      test[i] = i;
    }
    return new GeneratedRows(manager, List.of("a", "b"), test, 77, RandomStreams.ofSeed(3));
  }

  private TableSample sample(int count, Transport transport) {
    try (GeneratedRows rows = rows(count)) {
      return rows.rows(transport).orElseThrow();
    }
  }

  @Test
  void rowsAreImagesOfNormalOnesWithAllColumns() {
    TableSample plain = sample(TEST_ROWS, FakeTransport.of(x -> x.mul(1)));
    TableSample moved = sample(TEST_ROWS, FakeTransport.of(x -> x.mul(-2)));
    assertThat(moved.generated().columns()).containsExactly("a", "b");
    assertThat(moved.generated().count()).isEqualTo(512);
    for (int row = 0; row < 512; row++) {
      assertThat(moved.generated().at(row, 1)).isEqualTo(-2 * plain.generated().at(row, 1));
    }
    double[] first = plain.generated().column(0);
    assertThat(Arrays.stream(first).average().orElseThrow()).isBetween(-0.2, 0.2);
    assertThat(Arrays.stream(first).map(x -> x * x).average().orElseThrow()).isBetween(0.8, 1.2);
  }

  @Test
  void whereThereIsAPlanRowsAreDrawsOfIt() {
    TableSample sample =
        sample(TEST_ROWS, FakeTransport.of(x -> x.mul(0), (x, random) -> x.mul(0).add(7)));
    assertThat(sample.generated().column(0)).containsOnly(7);
  }

  @Test
  void testRowsAreEvenlySpacedAndNotMoreThanThereAre() {
    Transport any = FakeTransport.of(x -> x.mul(1));
    TableSample many = sample(TEST_ROWS, any);
    assertThat(many.test().count()).isEqualTo(512);
    assertThat(many.test().at(1, 0)).isEqualTo(4);
    assertThat(sample(5, any).test().count()).isEqualTo(5);
  }

  @Test
  void onlyTheSizeOfTheTableIsMeasured() {
    Transport any = FakeTransport.of(x -> x.mul(1));
    try (GeneratedRows rows = rows(TEST_ROWS)) {
      assertThat(rows.evaluate(any))
          .containsExactly(
              new Measurement("train_rows", 77, "rows"),
              new Measurement("test_rows", TEST_ROWS, "rows"));
      assertThat(rows.evaluateForCurve(any)).isEmpty();
    }
  }
}
