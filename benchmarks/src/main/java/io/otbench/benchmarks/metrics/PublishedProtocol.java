package io.otbench.benchmarks.metrics;

import io.otbench.benchmarks.metrics.twosample.PairSums;
import io.otbench.benchmarks.metrics.twosample.PairwiseSums;
import io.otbench.benchmarks.metrics.twosample.Rows;
import io.otbench.benchmarks.metrics.twosample.TwoSample;
import java.util.List;

/**
 * The score that papers print (arXiv:2006.00104, its code with {@code --long_version}): {@value
 * #IMAGES} images against all test rows, one draw, the biased estimator at alpha = 1. Beside it its
 * floor 1/n + 1/m, which says nothing about the model, and the unbiased estimator of the same
 * samples. The time is that of all pairs of images: 5e9.
 */
final class PublishedProtocol {

  /** Images per draw. */
  static final int IMAGES = 100_000;

  private final Rows test;
  private final PairwiseSums sums = new PairwiseSums(1, 1);
  private final PairSums testSums;

  /**
   * @param test all test rows
   */
  PublishedProtocol(Rows test) {
    this.test = test;
    this.testSums = sums.within(test);
  }

  /** The scores of a sample of any size. */
  List<Measurement> scores(Rows images) {
    TwoSample found = sums.compare(images, test, testSums);
    return List.of(
        new Measurement("mmd_v@alpha=1_published", found.mmdV(0), "1"),
        new Measurement("mmd_v@alpha=1_published_floor", found.mmdVFloor(), "1"),
        new Measurement("mmd_u@alpha=1_published", found.mmdU(0), "1"));
  }
}
