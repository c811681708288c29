package io.otbench.reports.paper;

/**
 * A verdict and why it is not a plain better, same or worse.
 *
 * @param reason empty where the numbers speak for themselves
 */
record Finding(Verdict verdict, String reason) {
  static Finding of(Verdict verdict) {
    return new Finding(verdict, "");
  }
}
