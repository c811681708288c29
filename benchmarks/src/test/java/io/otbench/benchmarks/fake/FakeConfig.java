package io.otbench.benchmarks.fake;

/**
 * Configuration of a {@link FakeSolver}.
 *
 * @param steps training steps, at least 1
 * @param batchSize rows per side and step
 * @param millisPerStep sleep in every step
 * @param scale inner record, to be merged deeply
 */
public record FakeConfig(int steps, int batchSize, long millisPerStep, Scale scale) {

  /** How the map stretches. */
  public enum Kind {
    FIXED,
    FITTED
  }

  /**
   * Stretch of the map.
   *
   * @param kind whether noise of the method is added
   * @param factor stretch, above 0
   */
  public record Scale(Kind kind, double factor) {}

  /** Checks a range, as real configurations do. */
  public FakeConfig {
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be at least 1 but is " + steps);
    }
  }

  /** Not a component: must not appear in the JSON. */
  public boolean isSlow() {
    return millisPerStep > 0;
  }
}
