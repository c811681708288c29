package io.otbench.datasets.planar;

import io.otbench.datasets.Problem;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * From bumps at the four corners of the square [-1, 1]^2 to one in its middle. Both densities are,
 * up to their normalisation, 2 plus
 *
 * <pre>(1 / 0.2^2) exp(-|x - c|^2 / (2 * 0.2^2))</pre>
 *
 * <p>for every corner c, or for c = 0. The example is from arXiv:1208.4870; that both sides have
 * the constant, and these numbers, are ours. No map is known.
 *
 * <p>A quarter of a corner's bump lies in the square, so the four and the one weigh the same, 2 pi,
 * against 8 of the constant.
 */
final class FourCorners {

  private static final double CONSTANT = 2;
  private static final double DEVIATION = 0.2;

  private static final double UNIFORM_SHARE = 4 * CONSTANT / (4 * CONSTANT + 2 * Math.PI);

  private FourCorners() {}

  static Problem problem() {
    return new Problem(
        "four-corners",
        new RowDistribution(2, (random, rows, at) -> draw(random, true, rows, at)),
        new RowDistribution(2, (random, rows, at) -> draw(random, false, rows, at)),
        Optional.empty());
  }

  private static void draw(RandomGenerator random, boolean corners, float[] rows, int at) {
    // What a bump has outside of the square is drawn again, so that the density inside is exact.
    do {
      boolean uniform = random.nextDouble() < UNIFORM_SHARE;
      for (int i = at; i < at + 2; i++) {
        double z = uniform ? 2 * random.nextDouble() - 1 : DEVIATION * random.nextGaussian();
        rows[i] = (float) (corners && !uniform ? inwardsFromAnEnd(random, z) : z);
      }
    } while (Math.abs(rows[at]) > 1 || Math.abs(rows[at + 1]) > 1);
  }

  private static double inwardsFromAnEnd(RandomGenerator random, double distance) {
    double coordinate = 1 - Math.abs(distance);
    return random.nextBoolean() ? coordinate : -coordinate;
  }
}
