package io.otbench.solvers.reference;

import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Samplers;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.api.linalg.SampleMoments;
import java.util.function.BiFunction;

/** Reads both sides in chunks and hands their moments to a closed form. */
final class MomentReader {

  private static final int CHUNK_ROWS = 16_384;

  private MomentReader() {}

  /**
   * The transport of the moments of {@code samples} rows per side; a pool smaller than that is read
   * whole, every row once.
   *
   * @throws DivergenceException when a sample is not finite
   */
  static Transport read(
      Sampler source,
      Sampler target,
      int samples,
      TrainingContext context,
      BiFunction<SampleMoments, SampleMoments, Transport> closedForm) {
    int dim = Samplers.requireOneDimension(source, target);
    SampleMoments from = new SampleMoments(dim);
    SampleMoments to = new SampleMoments(dim);
    int rows = Math.min(samples, poolRows(source, target));
    // Only one call to a finite set gives distinct rows, so a pool is not read in chunks.
    boolean pooled = source.poolSize().isPresent() || target.poolSize().isPresent();
    int chunk = pooled ? rows : Math.min(rows, CHUNK_ROWS);
    long chunks = (rows + chunk - 1L) / chunk;
    boolean goOn = true;
    int seen = 0;
    for (long step = 1; step <= chunks && goOn; step++) {
      int n = Math.min(chunk, rows - seen);
      try (NDManager scope = context.manager().newSubManager()) {
        from.add(source.sample(scope, n));
        to.add(target.sample(scope, n));
      }
      seen += n;
      if (!from.isFinite() || !to.isFinite()) {
        throw new DivergenceException("sum of the samples", step, Double.NaN);
      }
      goOn =
          context.afterStep(step, chunks, 2L * seen, Double.NaN, () -> closedForm.apply(from, to));
    }
    return closedForm.apply(from, to);
  }

  private static int poolRows(Sampler source, Sampler target) {
    return Math.min(
        source.poolSize().orElse(Integer.MAX_VALUE), target.poolSize().orElse(Integer.MAX_VALUE));
  }
}
