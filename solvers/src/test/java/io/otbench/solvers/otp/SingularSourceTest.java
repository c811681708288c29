package io.otbench.solvers.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.Fixtures.Harness;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.discrete.AssignmentSolver;
import io.otbench.solvers.discrete.Matching;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.networks.PotentialArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.otp.SmoothingConfig.Kind;
import io.otbench.solvers.training.AdamSchedule;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * The two planar problems with a source on the segment {(s, 0) : |s| &lt;= 1}, on which the game
 * without smoothing is won by maps that miss the target.
 */
class SingularSourceTest {

  private static final int POINTS = 1024;

  /** Deviation of the last noise that the closed forms are held against. */
  private static final double LAST_DEVIATION = 0.1;

  private final Sampler source =
      new Planar("source", (random, row) -> row[0] = 2 * random.nextDouble() - 1);

  /** {(0, u) : |u| &lt;= 1}. */
  private final Sampler perpendicular =
      new Planar("perpendicular", (random, row) -> row[1] = 2 * random.nextDouble() - 1);

  /** {(s, 1)} and {(s, -1)}, half each. */
  private final Sampler twoSegments =
      new Planar(
          "two segments",
          (random, row) -> {
            row[0] = 2 * random.nextDouble() - 1;
            row[1] = random.nextBoolean() ? 1 : -1;
          });

  private static GameConfig game() {
    List<Integer> widths = List.of(64, 64, 64);
    return new GameConfig(
        800,
        256,
        4,
        new MapArchitecture(MapArchitecture.Kind.PLAIN, 1, widths, Nonlinearity.SILU),
        new PotentialArchitecture(widths, SmoothActivation.CELU, false),
        new AdamSchedule(1e-3, 0, 0.5, 0.99),
        new AdamSchedule(1e-3, 0, 0.5, 0.99),
        0.99,
        DataType.FLOAT32);
  }

  /**
   * @param scale root of the mean variance per coordinate of the target
   */
  private static OtpConfig smoothed(double scale) {
    return new OtpConfig(
        game(), new SmoothingConfig(Kind.ADDITIVE, 0.5 / scale, LAST_DEVIATION / scale));
  }

  @Test
  void smoothingReachesThePerpendicularSegment() {
    try (Harness harness = new Harness(1);
        Transport transport =
            new OtpSolver().fit(source, perpendicular, smoothed(Math.sqrt(1.0 / 6)), harness)) {
      assertThat(targetError(transport, perpendicular)).isLessThan(0.02);
      assertThat(harness.records("smoothing_end_deviation").get(0))
          .isCloseTo(LAST_DEVIATION, within(0.01));
      // The optimal map of the smoothed source: (0, 2 Phi(x_2 / deviation) - 1), whatever x_1.
      double[][] points = {{0.5, 0}, {-0.5, 0.1}, {0.5, -0.1}, {0, 0.05}};
      double[] expected = {0, 0.683, -0.683, 0.383};
      double[] mapped = mapped(transport, points);
      for (int i = 0; i < points.length; i++) {
        assertThat(mapped[2 * i]).isCloseTo(0, within(0.1));
        assertThat(mapped[2 * i + 1]).isCloseTo(expected[i], within(0.15));
      }
    }
  }

  @Test
  void withoutSmoothingThePerpendicularSegmentIsMissed() {
    try (Harness harness = new Harness(1);
        Transport transport = new OtmSolver().fit(source, perpendicular, game(), harness)) {
      assertThat(targetError(transport, perpendicular)).isGreaterThan(0.1);
    }
  }

  @Test
  void smoothingSendsEveryPointToBothSegments() {
    try (Harness harness = new Harness(1);
        Transport transport =
            new OtpSolver().fit(source, twoSegments, smoothed(Math.sqrt(2.0 / 3)), harness);
        NDManager manager = NDManager.newBaseManager()) {
      assertThat(targetError(transport, twoSegments)).isLessThan(0.2);
      // One point goes up as often as down and keeps its place on the segment.
      for (double s : new double[] {-0.6, 0, 0.6}) {
        NDArray copies = EngineArrays.create(manager, repeated(s), 2, DataType.FLOAT32);
        NDArray images = drawn(transport, copies);
        assertThat(share(images.get(new NDIndex(":, 1")).gt(0.5))).isBetween(0.3, 0.7);
        assertThat(share(images.get(new NDIndex(":, 1")).lt(-0.5))).isBetween(0.3, 0.7);
        assertThat(images.get(new NDIndex(":, 0")).mean().getFloat())
            .isCloseTo((float) s, within(0.15f));
      }
      // Away from the jump the map of the smoothed source goes straight up or down.
      double[] mapped = mapped(transport, new double[][] {{0.4, 0.1}, {-0.4, -0.1}});
      assertThat(mapped[0]).isCloseTo(0.4, within(0.15));
      assertThat(mapped[1]).isCloseTo(1, within(0.15));
      assertThat(mapped[2]).isCloseTo(-0.4, within(0.15));
      assertThat(mapped[3]).isCloseTo(-1, within(0.15));
    }
  }

  @Test
  void withoutSmoothingOneOfTheTwoSegmentsIsMissed() {
    try (Harness harness = new Harness(1);
        Transport transport = new OtmSolver().fit(source, twoSegments, game(), harness)) {
      assertThat(targetError(transport, twoSegments)).isGreaterThan(1);
    }
  }

  private static double[] repeated(double s) {
    double[] rows = new double[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      rows[2 * i] = s;
    }
    return rows;
  }

  private static double share(NDArray flags) {
    return flags.toType(DataType.FLOAT32, false).mean().getFloat();
  }

  private static double[] mapped(Transport transport, double[][] points) {
    try (NDManager manager = NDManager.newBaseManager()) {
      double[] rows = new double[2 * points.length];
      for (int i = 0; i < points.length; i++) {
        rows[2 * i] = points[i][0];
        rows[2 * i + 1] = points[i][1];
      }
      NDArray x = EngineArrays.create(manager, rows, 2, DataType.FLOAT32);
      return EngineArrays.toDoubles(transport.forward().apply(x));
    }
  }

  private static NDArray drawn(Transport transport, NDArray points) {
    return transport
        .plan()
        .map(plan -> plan.sample(points, RandomStreams.ofSeed(5).stream("plan")))
        .orElseGet(() -> transport.forward().apply(points));
  }

  /** W2^2 between images of fresh points and fresh points of the target. */
  private double targetError(Transport transport, Sampler target) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray images = drawn(transport, source.sample(manager, POINTS));
      NDArray y = target.sample(manager, POINTS);
      return Matching.of(images, y, new AssignmentSolver()).w2Squared();
    }
  }

  /** Draws one row of the plane, which comes filled with zeros. */
  @FunctionalInterface
  private interface RowDraw {
    void into(RandomGenerator random, double[] row);
  }

  private static final class Planar implements Sampler {

    private final RandomGenerator random;
    private final RowDraw draw;

    Planar(String stream, RowDraw draw) {
      this.random = RandomStreams.ofSeed(1).stream(stream);
      this.draw = draw;
    }

    @Override
    public int dim() {
      return 2;
    }

    @Override
    public NDArray sample(NDManager manager, int n) {
      double[] rows = new double[2 * n];
      double[] row = new double[2];
      for (int i = 0; i < n; i++) {
        row[0] = 0;
        row[1] = 0;
        draw.into(random, row);
        rows[2 * i] = row[0];
        rows[2 * i + 1] = row[1];
      }
      return EngineArrays.create(manager, rows, 2, DataType.FLOAT32);
    }
  }
}
