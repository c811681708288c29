package io.otbench.reports.tables;

import io.otbench.reports.statistics.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers with as many digits as they deserve. */
public final class Numbers {
  private static final int DIGITS = 3;
  private static final int ERROR_DIGITS = 2;
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e6;

  private Numbers() {}

  /** Three significant digits: 0.0123, 12.3, 1230, 1.23e-05. */
  public static String text(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    double size = rounded.abs().doubleValue();
    return size < SMALLEST_PLAIN || size >= LARGEST_PLAIN
        ? scientific(rounded)
        : padded(rounded, DIGITS).toPlainString();
  }

  /** Mean and ends of the interval with the same number of decimals: 0.0123 [0.0112, 0.0139]. */
  public static String text(Estimate estimate) {
    double half = (estimate.high() - estimate.low()) / 2;
    if (half == 0) {
      return text(estimate.mean());
    }
    if (isFarFromOne(Math.max(Math.abs(estimate.mean()), half))) {
      return "%s [%s, %s]"
          .formatted(text(estimate.mean()), text(estimate.low()), text(estimate.high()));
    }
    int decimals = decimals(half);
    return "%s [%s, %s]"
        .formatted(
            fixed(estimate.mean(), decimals),
            fixed(estimate.low(), decimals),
            fixed(estimate.high(), decimals));
  }

  /** Mean and spread with the same number of decimals: 0.0123 ±0.0011; no spread of 0. */
  public static String text(double value, double spread) {
    if (spread == 0) {
      return text(value);
    }
    if (isFarFromOne(Math.max(Math.abs(value), spread))) {
      return text(value) + " ±" + text(spread);
    }
    int decimals = decimals(spread);
    return fixed(value, decimals) + " ±" + fixed(spread, decimals);
  }

  private static boolean isFarFromOne(double size) {
    return size < SMALLEST_PLAIN || size >= LARGEST_PLAIN;
  }

  /** Decimals that show {@value #ERROR_DIGITS} digits of an error. */
  private static int decimals(double error) {
    BigDecimal rounded =
        new BigDecimal(error).round(new MathContext(ERROR_DIGITS, RoundingMode.HALF_EVEN));
    return Math.max(0, padded(rounded, ERROR_DIGITS).scale());
  }

  private static String fixed(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A factor between two numbers, such as 1.7. */
  public static String ratio(double ratio) {
    return !Double.isFinite(ratio) || ratio >= 100 || ratio < 0.01
        ? text(ratio)
        : new BigDecimal(ratio).round(new MathContext(2, RoundingMode.HALF_EVEN)).toPlainString();
  }

  /** A whole number with its thousands apart: 2,048,000. */
  public static String count(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value));
  }

  /** As many digits also where the last ones are zero, so that columns of numbers look alike. */
  private static BigDecimal padded(BigDecimal rounded, int digits) {
    int missing = digits - rounded.precision();
    return missing > 0 ? rounded.setScale(rounded.scale() + missing) : rounded;
  }

  private static String scientific(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    BigDecimal mantissa = value.scaleByPowerOfTen(-exponent);
    return mantissa.setScale(DIGITS - 1, RoundingMode.HALF_EVEN).toPlainString()
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
