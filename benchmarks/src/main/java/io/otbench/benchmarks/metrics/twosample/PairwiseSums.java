package io.otbench.benchmarks.metrics.twosample;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Sums of kernels and distances over the pairs of rows of one or two samples, in float64 and in
 * tiles of {@value ColumnBlock#WIDTH} x {@value ColumnBlock#WIDTH} pairs: memory beside the samples
 * is that of one block of rows per thread. All bandwidths share the distances. Tiles are summed one
 * by one and then added up in a fixed order, with compensation, so that the result does not depend
 * on the number of threads, to the last bit.
 */
public final class PairwiseSums {

  private final double[] alphas;
  private final int threads;

  /**
   * @param threads threads that work, at least 1; 1 is the calling thread
   * @param alphas factors of the kernels exp(-alpha |a - b|^2), above 0, in units of one over the
   *     squared distance
   */
  public PairwiseSums(int threads, double... alphas) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1 but is " + threads);
    }
    for (double alpha : alphas) {
      if (!(alpha > 0) || Double.isInfinite(alpha)) {
        throw new IllegalArgumentException("alpha must be above 0 and finite but is " + alpha);
      }
    }
    this.alphas = alphas.clone();
    this.threads = threads;
  }

  /**
   * Over the pairs i &lt; j of one sample.
   *
   * @param rows at least 2
   */
  public PairSums within(Rows rows) {
    if (rows.count() < 2) {
      throw new IllegalArgumentException("a sample must have at least 2 rows but has 1");
    }
    return sum(rows, rows, true);
  }

  /** Over all pairs of a row of one sample and a row of the other. */
  public PairSums between(Rows x, Rows y) {
    x.requireDim(y);
    return sum(x, y, false);
  }

  /**
   * Everything that compares two samples.
   *
   * @param yy {@link #within} of y, which many samples are compared with
   */
  public TwoSample compare(Rows x, Rows y, PairSums yy) {
    return new TwoSample(x.count(), y.count(), within(x), yy, between(x, y));
  }

  private PairSums sum(Rows x, Rows y, boolean triangle) {
    int blocks = (y.count() + ColumnBlock.WIDTH - 1) / ColumnBlock.WIDTH;
    CompensatedSum[] totals = zeros();
    for (double[] part : inOrder(blocks, block -> block(x, y, block, triangle))) {
      for (int s = 0; s < part.length; s++) {
        totals[s].add(part[s]);
      }
    }
    double[] kernels = new double[alphas.length];
    for (int a = 0; a < kernels.length; a++) {
      kernels[a] = totals[a].value();
    }
    long n = x.count();
    long pairs = triangle ? n * (n - 1) / 2 : n * y.count();
    return new PairSums(kernels, totals[alphas.length].value(), pairs);
  }

  /**
   * The pairs of one block of rows of y with the rows of x, those after the own with a triangle.
   */
  private double[] block(Rows x, Rows y, int block, boolean triangle) {
    int from = block * ColumnBlock.WIDTH;
    int width = Math.min(ColumnBlock.WIDTH, y.count() - from);
    ColumnBlock columns = new ColumnBlock(y, from, width, alphas);
    CompensatedSum[] totals = zeros();
    for (int first = triangle ? from : 0; first < x.count(); first += ColumnBlock.WIDTH) {
      int end = Math.min(first + ColumnBlock.WIDTH, x.count());
      for (int row = first; row < end; row++) {
        int count = triangle ? Math.min(width, row - from) : width;
        columns.add(x.numbers(), row * x.dim(), count);
      }
      columns.drainInto(totals);
    }
    double[] values = new double[totals.length];
    for (int s = 0; s < values.length; s++) {
      values[s] = totals[s].value();
    }
    return values;
  }

  /** One sum per alpha and one for the distance. */
  private CompensatedSum[] zeros() {
    CompensatedSum[] sums = new CompensatedSum[alphas.length + 1];
    for (int s = 0; s < sums.length; s++) {
      sums[s] = new CompensatedSum();
    }
    return sums;
  }

  private List<double[]> inOrder(int blocks, IntFunction<double[]> work) {
    if (threads == 1) {
      return IntStream.range(0, blocks).mapToObj(work).toList();
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<CompletableFuture<double[]>> parts = new ArrayList<>();
      for (int i = 0; i < blocks; i++) {
        int block = i;
        parts.add(CompletableFuture.supplyAsync(() -> work.apply(block), pool));
      }
      return parts.stream().map(CompletableFuture::join).toList();
    } finally {
      pool.shutdownNow();
    }
  }
}
