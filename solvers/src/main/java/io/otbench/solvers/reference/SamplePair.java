package io.otbench.solvers.reference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import java.util.function.BiFunction;

/** Reads equally many rows of both sides at once and hands them to a discrete solver. */
final class SamplePair {

  /**
   * A matrix of costs of this side has half a gigabyte in float64. Sinkhorn's iteration holds six
   * of that shape at its peak, in native memory; the assignment holds one, and its input in
   * float32, in the Java heap.
   */
  private static final int MAX_SAMPLES = 8_192;

  private SamplePair() {}

  /**
   * The transport of {@code samples} rows per side; a pool smaller than that is read whole.
   *
   * @param discrete makes the transport of source and target rows, both (n, d); closes nothing
   * @throws DivergenceException when a sample is not finite
   */
  static Transport fit(
      Sampler source,
      Sampler target,
      int samples,
      TrainingContext context,
      BiFunction<NDArray, NDArray, Transport> discrete) {
    Samplers.requireOneDimension(source, target);
    int rows =
        Math.min(
            samples,
            Math.min(
                source.poolSize().orElse(Integer.MAX_VALUE),
                target.poolSize().orElse(Integer.MAX_VALUE)));
    try (NDManager scope = context.manager().newSubManager()) {
      Transport transport =
          discrete.apply(
              finite(source.sample(scope, rows), "source"),
              finite(target.sample(scope, rows), "target"));
      context.afterStep(1, 1, 2L * rows, Double.NaN, () -> transport);
      return transport;
    }
  }

  private static NDArray finite(NDArray rows, String side) {
    double sum = rows.toType(DataType.FLOAT64, false).abs().sum().getDouble();
    if (!Double.isFinite(sum)) {
      throw new DivergenceException("sum of the " + side + " samples", 1, sum);
    }
    return rows;
  }

  static int requireSamples(int samples) {
    if (samples < 1 || samples > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "samples must be 1 to %d but is %d".formatted(MAX_SAMPLES, samples));
    }
    return samples;
  }
}
