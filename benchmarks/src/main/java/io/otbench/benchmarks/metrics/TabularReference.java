package io.otbench.benchmarks.metrics;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.benchmarks.metrics.twosample.MedianRule;
import io.otbench.benchmarks.metrics.twosample.PairSums;
import io.otbench.benchmarks.metrics.twosample.PairwiseSums;
import io.otbench.benchmarks.metrics.twosample.Rows;
import io.otbench.benchmarks.metrics.twosample.SlicedDistance;
import io.otbench.benchmarks.metrics.twosample.TwoSample;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.discrete.AssignmentSolver;
import io.otbench.solvers.discrete.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What generated rows of a table are compared with: its test rows, with everything that depends on
 * them alone, and the scores of a perfect model and of none. The same for every model of a table,
 * so it is worth keeping; owns no native memory. See {@link TabularMetrics} for the scores.
 */
public final class TabularReference {

  /** Rows per sample where there are so many test rows. */
  public static final int DEFAULT_ROWS = 5_000;

  /** Independent draws that every score is the mean of. */
  static final int DRAWS = 5;

  private static final int DIRECTIONS = 128;

  /** More would cost more than all other scores together. */
  private static final int MATCHED_ROWS = 2_048;

  /** Squares of larger numbers are not finite as floats. */
  private static final double MAX_NUMBER = 1e18;

  private static final String SQUARED_LENGTH = "squared_length";

  // Indices of the bandwidths.
  private static final int ONE = 0;
  private static final int MEDIAN = 1;
  private static final int QUARTER_MEDIAN = 2;
  private static final int FOUR_MEDIANS = 3;

  private final Rows allTest;
  private final Rows test;
  private final double medianAlpha;
  private final PairwiseSums allBandwidths;
  private final PairwiseSums medianBandwidth;
  private final PairSums testSums;
  private final SlicedDistance sliced;
  private final int matchedRows;
  private final Rows normal;
  private final PairwiseSums normalBandwidth;
  private final PairSums normalSums;
  private final List<Measurement> scores;
  private @Nullable PublishedProtocol published;

  /**
   * Prepares the test rows and scores the two references.
   *
   * @param manager owner of temporary native memory
   * @param testRows rows that no model has seen, row-major
   * @param trainRows rows that models are trained on, row-major
   * @param dim numbers per row
   * @param maxRows rows per sample at most; fewer where there are fewer test rows, or too few
   *     training rows for {@value #DRAWS} disjoint samples. Of more test rows, so many evenly
   *     spaced ones are taken
   * @throws IllegalArgumentException when samples would have fewer than 2 rows
   * @param streams streams of the table alone
   */
  public TabularReference(
      NDManager manager,
      float[] testRows,
      float[] trainRows,
      int dim,
      int maxRows,
      RandomStreams streams) {
    this.allTest = Rows.of(testRows, dim);
    Rows train = Rows.of(trainRows, dim);
    int rows = Math.min(maxRows, Math.min(allTest.count(), train.count() / DRAWS));
    if (rows < 2) {
      throw new IllegalArgumentException(
          "samples must have at least 2 rows but of %d test rows, %d training rows for %d samples"
                  .formatted(allTest.count(), train.count(), DRAWS)
              + " and at most %d rows they have %d".formatted(maxRows, rows));
    }
    this.test = allTest.spread(rows);
    this.medianAlpha = MedianRule.alpha(test);
    this.allBandwidths =
        new PairwiseSums(1, 1, medianAlpha, medianAlpha / 4, 4 * medianAlpha); // In index order.
    this.medianBandwidth = new PairwiseSums(1, medianAlpha);
    this.testSums = allBandwidths.within(test);
    this.sliced = new SlicedDistance(test, DIRECTIONS, streams.stream("tabular-directions"));
    this.matchedRows = Math.min(MATCHED_ROWS, rows);
    this.normal = Rows.normal(rows, dim, streams.stream("tabular-normal"));
    this.normalBandwidth = new PairwiseSums(1, MedianRule.alpha(normal));
    this.normalSums = normalBandwidth.within(normal);
    this.scores = scoreReferences(manager, train, streams);
  }

  private List<Measurement> scoreReferences(NDManager manager, Rows train, RandomStreams streams) {
    int[] order = permutation(train.count(), streams.stream("tabular-training-rows"));
    RandomGenerator noise = streams.stream("tabular-noise-rows");
    AssignmentSolver assignments = new AssignmentSolver();
    DrawStatistics perfect = new DrawStatistics();
    DrawStatistics none = new DrawStatistics();
    int rows = rows();
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] part = Arrays.copyOfRange(order, draw * rows, (draw + 1) * rows);
      perfect.add(scores(manager, train.select(part), assignments));
      none.add(scores(manager, Rows.normal(rows, test.dim(), noise), assignments));
    }
    List<Measurement> found = new ArrayList<>(perfect.summary("_perfect"));
    found.addAll(none.summary("_noise"));
    found.add(new Measurement("mmd_v@alpha=1_floor", 2.0 / rows, "1"));
    found.add(new Measurement("median_alpha", medianAlpha, "1/squared_length"));
    found.add(new Measurement("sample_rows", rows, "rows"));
    return List.copyOf(found);
  }

  private static int[] permutation(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The test rows that samples are compared with. */
  Rows test() {
    return test;
  }

  /** The published score, whose part of the test rows is computed by the first call. */
  synchronized PublishedProtocol published() {
    if (published == null) {
      published = new PublishedProtocol(allTest);
    }
    return published;
  }

  /** Rows of every sample. */
  int rows() {
    return test.count();
  }

  /** The scores of the two references and what explains them. */
  List<Measurement> scores() {
    return scores;
  }

  /**
   * Scores one sample; NaN where it has numbers beyond all measure.
   *
   * @param sample {@link #rows()} rows
   */
  List<Measurement> scores(NDManager manager, Rows sample, AssignmentSolver assignments) {
    boolean measurable = isMeasurable(sample);
    TwoSample found = allBandwidths.compare(sample, test, testSums);
    List<Measurement> all =
        List.of(
            new Measurement("mmd_v@alpha=1", found.mmdV(ONE), "1"),
            new Measurement("mmd_u@alpha=1", found.mmdU(ONE), "1"),
            new Measurement("mmd_u@median", found.mmdU(MEDIAN), "1"),
            new Measurement("mmd_u@0.25median", found.mmdU(QUARTER_MEDIAN), "1"),
            new Measurement("mmd_u@4median", found.mmdU(FOUR_MEDIANS), "1"),
            new Measurement("energy_distance", found.energyDistance(), "length"),
            new Measurement("sliced_w2_squared", sliced.squaredFrom(sample), SQUARED_LENGTH),
            new Measurement(
                "w2_squared_matched",
                measurable ? matched(manager, sample, assignments) : Double.NaN,
                SQUARED_LENGTH));
    return measurable
        ? all
        : all.stream().map(one -> new Measurement(one.metric(), Double.NaN, one.unit())).toList();
  }

  private double matched(NDManager manager, Rows sample, AssignmentSolver assignments) {
    try (NDManager scope = manager.newSubManager()) {
      Rows from = sample.spread(matchedRows);
      Rows to = test.spread(matchedRows);
      return Matching.of(
              EngineArrays.create(scope, from.numbers(), from.dim(), DataType.FLOAT64),
              EngineArrays.create(scope, to.numbers(), to.dim(), DataType.FLOAT64),
              assignments)
          .w2Squared();
    }
  }

  /** The score of a curve: {@code mmd_u@median} alone. */
  Measurement curveScore(Rows sample) {
    double value =
        isMeasurable(sample)
            ? medianBandwidth.compare(sample, test, testSums.only(MEDIAN)).mmdU(0)
            : Double.NaN;
    return new Measurement("mmd_u@median", value, "1");
  }

  /** How far the test rows, sent back, are from the normal law. */
  Measurement backwardScore(Rows images) {
    double value =
        isMeasurable(images)
            ? normalBandwidth.compare(images, normal, normalSums).mmdU(0)
            : Double.NaN;
    return new Measurement("mmd_u@median_backward", value, "1");
  }

  private static boolean isMeasurable(Rows rows) {
    return Arrays.stream(rows.numbers()).allMatch(number -> Math.abs(number) < MAX_NUMBER);
  }
}
