package io.otbench.solvers.otp;

/**
 * Configuration of {@link OtpSolver}.
 *
 * @param game what is played
 * @param smoothing of the source it is played on
 */
public record OtpConfig(GameConfig game, SmoothingConfig smoothing) {

  /**
   * Additive noise from 0.5 down to 0.05 of the scale of the data, for a source with a density.
   *
   * @param dim dimension d of the data, at least 1
   */
  public static OtpConfig defaults(int dim) {
    return new OtpConfig(
        GameConfig.defaults(dim), new SmoothingConfig(SmoothingConfig.Kind.ADDITIVE, 0.5, 0.05));
  }
}
