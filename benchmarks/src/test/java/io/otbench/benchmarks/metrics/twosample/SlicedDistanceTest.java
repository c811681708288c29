package io.otbench.benchmarks.metrics.twosample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.solvers.api.RandomStreams;
import org.junit.jupiter.api.Test;

class SlicedDistanceTest {

  private static Rows normal(String name, int count, int dim) {
    return Rows.normal(count, dim, RandomStreams.ofSeed(5).stream(name));
  }

  private static SlicedDistance to(Rows rows, int directions) {
    return new SlicedDistance(rows, directions, RandomStreams.ofSeed(7).stream("directions"));
  }

  private static Rows affine(Rows rows, double scale, double shift) {
    double[] numbers = rows.numbers().clone();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = scale * numbers[i] + shift;
    }
    return new Rows(numbers, rows.dim());
  }

  @Test
  void aTranslationCostsItsMeanSquareOverTheDirections() {
    Rows rows = normal("rows", 300, 4);
    // E (theta . s)^2 = |s|^2 / d, whatever the rows; s = (3, 3, 3, 3).
    assertThat(to(rows, 20_000).squaredFrom(affine(rows, 1, 3))).isCloseTo(9, within(0.2));
    // In one dimension there is only one direction.
    Rows line = normal("rows", 300, 1);
    assertThat(to(line, 1).squaredFrom(affine(line, 1, 3))).isCloseTo(9, within(1e-12));
  }

  @Test
  void twoGaussiansHaveTheirClosedForm() {
    Rows rows = normal("rows", 20_000, 3);
    Rows wide = affine(normal("other", 20_000, 3), 3, 0);
    // (3 - 1)^2 in every direction.
    assertThat(to(rows, 16).squaredFrom(wide)).isCloseTo(4, within(0.15));
  }

  @Test
  void theOrderOfRowsIsOfNoMatter() {
    Rows rows = normal("rows", 5, 3);
    assertThat(to(rows, 8).squaredFrom(rows.select(new int[] {4, 2, 0, 1, 3}))).isZero();
  }

  @Test
  void refusesSamplesOfTwoSizes() {
    assertThatThrownBy(() -> to(normal("rows", 5, 3), 8).squaredFrom(normal("rows", 6, 3)))
        .hasMessage("samples must have one number of rows but have 6 and 5");
  }
}
