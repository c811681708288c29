package io.otbench.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.benchmarks.metrics.twosample.Rows;
import io.otbench.solvers.api.RandomStreams;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishedProtocolTest {

  private final RandomGenerator random = RandomStreams.ofSeed(4).stream("rows");
  private final Rows test = Rows.normal(300, 3, random);

  private Map<String, Double> scores(Rows images) {
    return new PublishedProtocol(test)
        .scores(images).stream().collect(Collectors.toMap(Measurement::metric, Measurement::value));
  }

  @Test
  void theBiasedScoreIsTheMeanOverAllPairsWithTheDiagonals() {
    Rows images = Rows.normal(500, 3, random);
    double expected = mean(images, images) + mean(test, test) - 2 * mean(images, test);
    assertThat(scores(images))
        .containsEntry("mmd_v@alpha=1_published_floor", 1 / 500.0 + 1 / 300.0);
    assertThat(scores(images).get("mmd_v@alpha=1_published")).isCloseTo(expected, within(1e-12));
  }

  @Test
  void theUnbiasedScoreLeavesTheDiagonalsOut() {
    Rows images = Rows.normal(500, 3, random);
    double expected =
        (500 * mean(images, images) - 1) / 499
            + (300 * mean(test, test) - 1) / 299
            - 2 * mean(images, test);
    assertThat(scores(images).get("mmd_u@alpha=1_published")).isCloseTo(expected, within(1e-12));
  }

  private static double mean(Rows x, Rows y) {
    double sum = 0;
    for (int i = 0; i < x.count(); i++) {
      for (int j = 0; j < y.count(); j++) {
        double squares = 0;
        for (int k = 0; k < x.dim(); k++) {
          double difference = x.numbers()[i * x.dim() + k] - y.numbers()[j * y.dim() + k];
          squares += difference * difference;
        }
        sum += Math.exp(-squares);
      }
    }
    return sum / ((double) x.count() * y.count());
  }
}
