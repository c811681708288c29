package io.otbench.datasets.planar;

import io.otbench.datasets.Problem;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The planar sets that papers show pictures of, among them arXiv:2410.03783. None of them publishes
 * its constants: the shapes are the customary ones, all numbers are ours. No map and no cost is
 * known. N(0, s^2) noise is independent in both coordinates.
 *
 * <ul>
 *   <li>Gaussian: N(0, I)
 *   <li>8 Gaussians: centres evenly on the circle of radius 4, one of them at (4, 0), s = 0.2
 *   <li>25 Gaussians: centres on the grid {-4, -2, 0, 2, 4}^2, s = 0.1
 *   <li>moons: two half circles of radius 2, the upper around (-1, -0.5), the lower around (1,
 *       0.5), which reach into each other, s = 0.1
 *   <li>spiral: one arm (a cos a, a sin a) / 5, the angle a uniform from 1.5 pi to 4.5 pi, so that
 *       the radius grows from 0.94 to 2.83, s = 0.1
 *   <li>circles: half on the circle of radius 2, half on that of radius 4, s = 0.1
 * </ul>
 */
final class Pictures {

  private static final double MODES_RADIUS = 4;
  private static final double MODES_NOISE = 0.2;
  private static final double GRID_STEP = 2;
  private static final double NOISE = 0.1;
  private static final double MOON_RADIUS = 2;
  private static final double SPIRAL_START = 1.5 * Math.PI;
  private static final double SPIRAL_TURN = 3 * Math.PI;
  private static final double SPIRAL_SCALE = 0.2;
  private static final double CIRCLES_RADIUS = 2;

  private Pictures() {}

  static Problem gaussian8Gaussians() {
    return problem("gaussian-8gaussians", Pictures::gaussian, Pictures::eightGaussians);
  }

  static Problem gaussian25Gaussians() {
    return problem("gaussian-25gaussians", Pictures::gaussian, Pictures::gridOfGaussians);
  }

  static Problem moonsSpiral() {
    return problem("moons-spiral", Pictures::moons, Pictures::spiral);
  }

  static Problem gaussianCircles() {
    return problem("gaussian-circles", Pictures::gaussian, Pictures::circles);
  }

  private static Problem problem(String name, RowLaw source, RowLaw target) {
    return new Problem(
        name, new RowDistribution(2, source), new RowDistribution(2, target), Optional.empty());
  }

  private static void gaussian(RandomGenerator random, float[] rows, int at) {
    put(random, 0, 0, 1, rows, at);
  }

  private static void eightGaussians(RandomGenerator random, float[] rows, int at) {
    double angle = random.nextInt(8) * Math.PI / 4;
    put(
        random,
        MODES_RADIUS * Math.cos(angle),
        MODES_RADIUS * Math.sin(angle),
        MODES_NOISE,
        rows,
        at);
  }

  private static void gridOfGaussians(RandomGenerator random, float[] rows, int at) {
    double x1 = GRID_STEP * (random.nextInt(5) - 2);
    double x2 = GRID_STEP * (random.nextInt(5) - 2);
    put(random, x1, x2, NOISE, rows, at);
  }

  private static void moons(RandomGenerator random, float[] rows, int at) {
    // The lower moon is the upper one turned by half a turn around the origin.
    double side = random.nextBoolean() ? 1 : -1;
    double angle = Math.PI * random.nextDouble();
    double x1 = MOON_RADIUS * (Math.cos(angle) - 0.5);
    double x2 = MOON_RADIUS * (Math.sin(angle) - 0.25);
    put(random, side * x1, side * x2, NOISE, rows, at);
  }

  private static void spiral(RandomGenerator random, float[] rows, int at) {
    double angle = SPIRAL_START + SPIRAL_TURN * random.nextDouble();
    double radius = SPIRAL_SCALE * angle;
    put(random, radius * Math.cos(angle), radius * Math.sin(angle), NOISE, rows, at);
  }

  private static void circles(RandomGenerator random, float[] rows, int at) {
    double radius = random.nextBoolean() ? CIRCLES_RADIUS : 2 * CIRCLES_RADIUS;
    double angle = 2 * Math.PI * random.nextDouble();
    put(random, radius * Math.cos(angle), radius * Math.sin(angle), NOISE, rows, at);
  }

  private static void put(
      RandomGenerator random, double x1, double x2, double noise, float[] rows, int at) {
    rows[at] = (float) (x1 + noise * random.nextGaussian());
    rows[at + 1] = (float) (x2 + noise * random.nextGaussian());
  }
}
