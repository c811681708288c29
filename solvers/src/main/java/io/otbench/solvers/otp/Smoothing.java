package io.otbench.solvers.otp;

import ai.djl.ndarray.NDArray;
import io.otbench.solvers.api.EngineArrays;
import java.util.random.RandomGenerator;

/**
 * Smoothing of source points at levels that fall over the steps.
 *
 * @param config kind and levels
 * @param scale the deviation of the data that a level of 1 stands for
 */
record Smoothing(SmoothingConfig config, double scale) {

  /** Share of the steps over which the level falls. */
  private static final double FALLING_SHARE = 0.8;

  /**
   * The level after a number of steps: linear from start to end, then constant.
   *
   * @param done steps done, from 0
   * @param planned steps planned
   */
  double level(long done, long planned) {
    double progress = done / (FALLING_SHARE * planned);
    // The end itself, which an interpolation would miss by a rounding.
    return progress >= 1
        ? config.end()
        : config.start() + progress * (config.end() - config.start());
  }

  /** Standard deviation of the noise at a level, in the units of the data. */
  double deviation(double level) {
    return level * scale;
  }

  /**
   * Smoothed points, shape (n, d). As many numbers are drawn at level 0, so that the stream does
   * not depend on the level.
   *
   * @param x points of shape (n, d); left alone
   */
  NDArray smooth(NDArray x, double level, RandomGenerator random) {
    double deviation = deviation(level);
    double[] noise = new double[Math.toIntExact(x.size())];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = deviation * random.nextGaussian();
    }
    NDArray smoothed = EngineArrays.create(x.getManager(), noise, x.getShape(), x.getDataType());
    return smoothed.addi(noiseFree(x, level));
  }

  /** The mean of the smoothed points given x, shape (n, d). */
  NDArray noiseFree(NDArray x, double level) {
    return switch (config.kind()) {
      case ADDITIVE -> x;
      case VARIANCE_PRESERVING -> x.mul(Math.sqrt(1 - level * level));
    };
  }
}
