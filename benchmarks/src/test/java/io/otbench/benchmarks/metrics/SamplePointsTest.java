package io.otbench.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.fake.FakeTransport;
import io.otbench.datasets.Problem;
import io.otbench.datasets.gaussian.GaussianPairs;
import io.otbench.datasets.planar.PlanarProblems;
import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.PointCloud.Pair;
import io.otbench.reports.results.PointCloud.Point;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Transport;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplePointsTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private PointCloud cloud(String problem, OptionalDouble mesh, Transport transport) {
    try (SamplePoints points =
        new SamplePoints(manager, PlanarProblems.named(problem), RandomStreams.ofSeed(3), mesh)) {
      assertThat(points.evaluate(transport)).isEmpty();
      return points.points(transport).orElseThrow();
    }
  }

  @Test
  void pairsAreOfTheTransportAndTruthIsOfTheSamePoints() {
    PointCloud cloud =
        cloud("half-circles", OptionalDouble.empty(), FakeTransport.of(x -> x.mul(2)));
    assertThat(cloud.pairs())
        .hasSize(512)
        .allSatisfy(
            pair ->
                assertThat(pair.y())
                    .isEqualTo(new Point(2 * pair.x().first(), 2 * pair.x().second())));
    assertThat(cloud.truth()).hasSize(512);
    assertThat(cloud.truth().stream().map(Pair::x))
        .isEqualTo(cloud.pairs().stream().map(Pair::x).toList());
    // The true map moves along the first axis alone.
    assertThat(cloud.truth())
        .allSatisfy(pair -> assertThat(pair.y().second()).isEqualTo(pair.x().second()))
        .anySatisfy(pair -> assertThat(pair.y().first()).isNotEqualTo(pair.x().first()));
    assertThat(cloud.target()).hasSize(512);
    assertThat(cloud.mesh()).isEmpty();
  }

  @Test
  void theMeshIsRowByRowAndMovedByTheMap() {
    PointCloud cloud =
        cloud("square", OptionalDouble.of(0.5), FakeTransport.of(x -> x.mul(-2), (x, r) -> x));
    assertThat(cloud.mesh()).hasSize(441);
    assertThat(cloud.mesh().get(0)).isEqualTo(new Pair(new Point(-0.5, -0.5), new Point(1, 1)));
    assertThat(cloud.mesh().get(20)).isEqualTo(new Pair(new Point(0.5, -0.5), new Point(-1, 1)));
    assertThat(cloud.mesh().get(220)).isEqualTo(new Pair(new Point(0, 0), new Point(-0.0, -0.0)));
    assertThat(cloud.mesh().get(440)).isEqualTo(new Pair(new Point(0.5, 0.5), new Point(-1, -1)));
    // Pairs are draws of the plan.
    assertThat(cloud.pairs()).allSatisfy(pair -> assertThat(pair.y()).isEqualTo(pair.x()));
  }

  @Test
  void aConditionalProblemIsDrawnAtOneConditionWithoutItsColumn() {
    PointCloud cloud =
        cloud(
            "half-circles-conditional",
            OptionalDouble.empty(),
            FakeTransport.of(NDArray::duplicate));
    assertThat(cloud.truth())
        .extracting(pair -> Math.round(1e5 * Math.abs(pair.y().first() - pair.x().first())))
        .containsOnly(Math.round(1e5 * (14.5 / 29) / 2));
  }

  @Test
  void refusesPointsThatAreNotOfThePlane() {
    Problem problem = GaussianPairs.published(4);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SamplePoints(manager, problem, RandomStreams.ofSeed(3), OptionalDouble.empty()))
        .withMessage("points must have 2 coordinates to be drawn but problem gaussian-4 has 4");
  }
}
