package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class ColumnFigureTest {

  @Test
  void normalQuantilesAreNormalWhateverTheirScale() {
    double[] numbers =
        IntStream.range(0, 2_000)
            .mapToDouble(
                i -> NormalDistribution.of(7, 3).inverseCumulativeProbability((i + 0.5) / 2_000))
            .toArray();

    assertThat(ColumnFigure.farness(numbers)).isLessThan(1e-5);
  }

  @Test
  void twoPointsOfOneMassAreAsFarAsTheFormulaSays() {
    // W2² between ±1 and N(0, 1) is 2 - 2 E|Z| = 2 - 2 sqrt(2 / pi).
    double[] numbers = IntStream.range(0, 20_000).mapToDouble(i -> i % 2 == 0 ? 5 : 9).toArray();

    assertThat(ColumnFigure.farness(numbers))
        .isCloseTo(2 - 2 * Math.sqrt(2 / Math.PI), within(1e-3));
    assertThat(ColumnFigure.farness(new double[] {4, 4, 4})).isZero();
  }
}
