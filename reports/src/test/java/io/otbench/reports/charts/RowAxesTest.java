package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.reports.results.PointCloud.Point;
import io.otbench.reports.results.TableRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowAxesTest {
  /** Variance 25 along (3, 4) / 5, variance 1 along (-4, 3) / 5, and a column of variance 4. */
  private static final TableRows ROWS =
      new TableRows(
          List.of("a", "b", "c"),
          new float[] {
            10 + 3, 4, 0, 10 - 3, -4, 0, 10 - 0.8f, 0.6f, 0, 10 + 0.8f, -0.6f, 0, 10, 0, 2, 10, 0,
            -2
          });

  @Test
  void principalAxesAreThoseOfTheLargestVariance() {
    List<RowAxes> pairs = RowAxes.of(ROWS, List.of());

    assertThat(pairs).hasSize(1);
    RowAxes axes = pairs.get(0);
    assertThat(axes.first().weights()).containsExactly(new double[] {0.6, 0.8, 0}, within(1e-6));
    assertThat(axes.second().weights()).containsExactly(new double[] {0, 0, 1}, within(1e-6));
    assertThat(axes.first().name()).isEqualTo("principal axis 1 (83 % of the variance)");
    assertThat(axes.second().name()).isEqualTo("principal axis 2 (13 % of the variance)");
    assertThat(axes.of(ROWS, 0).first()).isCloseTo(6 + 5, within(1e-5));
  }

  @Test
  void namedAxesAreColumnsInTheOrderOfTheUser() {
    RowAxes axes = RowAxes.of(ROWS, List.of("c", "a")).get(0);

    assertThat(axes.of(ROWS, 4)).isEqualTo(new Point(2, 10));
    assertThat(axes.first().name()).isEqualTo("c");
  }

  @Test
  void aTableOfOneColumnHasNoPair() {
    assertThat(RowAxes.of(new TableRows(List.of("a"), new float[] {1, 2}), List.of())).isEmpty();
  }
}
