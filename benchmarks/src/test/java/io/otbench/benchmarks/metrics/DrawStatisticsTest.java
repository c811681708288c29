package io.otbench.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawStatisticsTest {

  @Test
  void everyMetricHasItsMeanAndItsDeviation() {
    DrawStatistics statistics = new DrawStatistics();
    for (int draw = 1; draw <= 3; draw++) {
      statistics.add(List.of(new Measurement("a", draw, "m"), new Measurement("b", 7, "s")));
    }
    assertThat(statistics.summary("_x"))
        .containsExactly(
            new Measurement("a_x", 2, "m"),
            new Measurement("a_x_sd", 1, "m"),
            new Measurement("b_x", 7, "s"),
            new Measurement("b_x_sd", 0, "s"));
  }
}
