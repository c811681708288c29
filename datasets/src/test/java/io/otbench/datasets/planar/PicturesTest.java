package io.otbench.datasets.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otbench.datasets.Problem;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every point is assigned to the piece it is nearest to. */
class PicturesTest {

  private static final int ROWS = 50_000;

  private static double[] target(String name) {
    return Points.sample(PlanarProblems.named(name).target(), ROWS, "target");
  }

  private static void assertEvenly(Map<String, Integer> counts, int pieces) {
    double p = 1.0 / pieces;
    double deviation = Math.sqrt(ROWS * p * (1 - p));
    assertThat(counts).hasSize(pieces);
    assertThat(counts.values())
        .allSatisfy(count -> assertThat((double) count).isCloseTo(ROWS * p, within(5 * deviation)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian-8gaussians", "gaussian-25gaussians", "gaussian-circles"})
  void sourceIsTheStandardNormal(String name) {
    double[] rows = Points.sample(PlanarProblems.named(name).source(), ROWS, "source");
    assertThat(Points.mean(rows, 2, (x1, x2) -> x1)).isCloseTo(0, within(0.025));
    assertThat(Points.mean(rows, 2, (x1, x2) -> x2)).isCloseTo(0, within(0.025));
    assertThat(Points.mean(rows, 2, (x1, x2) -> x1 * x1)).isCloseTo(1, within(0.035));
    assertThat(Points.mean(rows, 2, (x1, x2) -> x2 * x2)).isCloseTo(1, within(0.035));
    assertThat(Points.mean(rows, 2, (x1, x2) -> x1 * x2)).isCloseTo(0, within(0.025));
    // P(|x| < 1) = 1 - exp(-1/2)
    assertThat(Points.mean(rows, 2, (x1, x2) -> Math.hypot(x1, x2) < 1 ? 1 : 0))
        .isCloseTo(0.39347, within(0.011));
  }

  @Test
  void eightGaussiansStandOnACircle() {
    double[] rows = target("gaussian-8gaussians");
    Map<String, Integer> counts = new TreeMap<>();
    double square = 0;
    for (int at = 0; at < rows.length; at += 2) {
      long mode = Math.floorMod(Math.round(Math.atan2(rows[at + 1], rows[at]) / (Math.PI / 4)), 8L);
      counts.merge("mode " + mode, 1, Integer::sum);
      double angle = mode * Math.PI / 4;
      double d1 = rows[at] - 4 * Math.cos(angle);
      double d2 = rows[at + 1] - 4 * Math.sin(angle);
      square += (d1 * d1 + d2 * d2) / ROWS;
    }
    assertEvenly(counts, 8);
    assertThat(square).isCloseTo(2 * 0.2 * 0.2, within(0.002));
  }

  @Test
  void twentyFiveGaussiansStandOnAGrid() {
    double[] rows = target("gaussian-25gaussians");
    Map<String, Integer> counts = new TreeMap<>();
    double square = 0;
    for (int at = 0; at < rows.length; at += 2) {
      long i = Math.round(rows[at] / 2);
      long j = Math.round(rows[at + 1] / 2);
      counts.merge(i + "," + j, 1, Integer::sum);
      double d1 = rows[at] - 2 * i;
      double d2 = rows[at + 1] - 2 * j;
      square += (d1 * d1 + d2 * d2) / ROWS;
    }
    assertEvenly(counts, 25);
    assertThat(counts).containsKeys("-2,-2", "2,2", "0,0", "-2,2", "2,-2");
    assertThat(square).isCloseTo(2 * 0.1 * 0.1, within(0.0005));
  }

  @Test
  void circlesHaveTheRadiiTwoAndFour() {
    double[] rows = target("gaussian-circles");
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Integer> quadrants = new TreeMap<>();
    double square = 0;
    for (int at = 0; at < rows.length; at += 2) {
      double radius = Math.hypot(rows[at], rows[at + 1]);
      double circle = radius < 3 ? 2 : 4;
      counts.merge("circle " + circle, 1, Integer::sum);
      quadrants.merge((rows[at] > 0) + " " + (rows[at + 1] > 0), 1, Integer::sum);
      square += (radius - circle) * (radius - circle) / ROWS;
    }
    assertEvenly(counts, 2);
    assertEvenly(quadrants, 4);
    assertThat(square).isCloseTo(0.01, within(0.0005));
  }

  @Test
  void moonsReachIntoEachOtherAndTheSpiralTurnsOutwards() {
    Problem problem = PlanarProblems.named("moons-spiral");
    double[] moons = Points.sample(problem.source(), ROWS, "source");
    Map<String, Integer> counts = new TreeMap<>();
    double square = 0;
    for (int at = 0; at < moons.length; at += 2) {
      double upper = offMoon(moons[at], moons[at + 1]);
      double lower = offMoon(-moons[at], -moons[at + 1]);
      counts.merge(Math.abs(upper) < Math.abs(lower) ? "upper" : "lower", 1, Integer::sum);
      square += Math.min(upper * upper, lower * lower) / ROWS;
    }
    assertEvenly(counts, 2);
    assertThat(square).isCloseTo(0.01, within(0.001));

    double[] spiral = Points.sample(problem.target(), ROWS, "target");
    double off = 0;
    Map<String, Integer> windings = new TreeMap<>();
    for (int at = 0; at < spiral.length; at += 2) {
      double radius = Math.hypot(spiral[at], spiral[at + 1]);
      double polar = Math.atan2(spiral[at + 1], spiral[at]);
      // The winding at this polar angle whose radius is nearest.
      double turns = Math.round((5 * radius - polar) / (2 * Math.PI));
      double angle = polar + 2 * Math.PI * turns;
      off += (radius - angle / 5) * (radius - angle / 5) / ROWS;
      windings.merge(angle < 3 * Math.PI ? "inner half" : "outer half", 1, Integer::sum);
    }
    assertEvenly(windings, 2);
    assertThat(off).isCloseTo(0.01, within(0.001));
    assertThat(Points.mean(spiral, 2, (x1, x2) -> Math.hypot(x1, x2)))
        .isCloseTo(0.6 * Math.PI, within(0.02));
  }

  /** Distance of a point from the upper half circle of radius 2 around (-1, -0.5). */
  private static double offMoon(double x1, double x2) {
    double d1 = x1 + 1;
    double d2 = x2 + 0.5;
    return d2 >= 0 ? Math.hypot(d1, d2) - 2 : Math.hypot(Math.abs(d1) - 2, d2);
  }
}
