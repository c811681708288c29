package io.otbench.benchmarks.jmh;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.otbench.benchmarks.metrics.twosample.PairSums;
import io.otbench.benchmarks.metrics.twosample.PairwiseSums;
import io.otbench.benchmarks.metrics.twosample.Rows;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Kernel and energy distances of two samples of {@code n} rows in float64 on one thread, and the
 * engine's matrix product of the same samples: 2 n^2 d operations, as the products x_i . y_j alone
 * would take; n^2 numbers are written in strips of 500 rows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Dai.djl.offline=true",
      "-Dai.djl.pytorch.num_threads=1",
      "-Dai.djl.pytorch.num_interop_threads=1"
    })
public class KernelDistance {

  private static final int STRIP = 500;

  /** Rows per sample. */
  @Param("5000")
  public int n;

  /** Numbers per row. */
  @Param({"6", "43"})
  public int dim;

  private final NDManager manager = NDManager.newBaseManager();
  private final PairwiseSums five = new PairwiseSums(1, 0.005, 0.01, 0.02, 0.04, 0.08);
  private final PairwiseSums one = new PairwiseSums(1, 0.02);
  private Rows x = new Rows(new double[1], 1);
  private Rows y = x;
  private PairSums yy = new PairSums(new double[0], 0, 1);
  private NDArray left = manager.zeros(new Shape(1));
  private NDArray right = left;

  /** Draws the samples. */
  @Setup
  public void prepare() {
    RandomStreams streams = RandomStreams.ofSeed(1);
    x = Rows.normal(n, dim, streams.stream("x"));
    y = Rows.normal(n, dim, streams.stream("y"));
    yy = one.within(y);
    left = EngineArrays.create(manager, x.numbers(), dim, DataType.FLOAT64);
    right = EngineArrays.create(manager, y.numbers(), dim, DataType.FLOAT64);
  }

  /** All three sums at five bandwidths. */
  @Benchmark
  public double fiveBandwidths() {
    return five.compare(x, y, five.within(y)).mmdU(2);
  }

  /** One bandwidth with the term of y at hand, as for a point of a convergence curve. */
  @Benchmark
  public double oneBandwidth() {
    return one.compare(x, y, yy).mmdU(0);
  }

  /** The matrix product x y^T, without reading it. */
  @Benchmark
  public double matrixProduct() {
    double sum = 0;
    for (int from = 0; from < n; from += STRIP) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray strip = left.get(from + ":" + Math.min(n, from + STRIP));
        NDArray transposed = right.transpose();
        strip.attach(scope);
        transposed.attach(scope);
        sum += strip.matMul(transposed).getDouble(0, 0);
      }
    }
    return sum;
  }

  /** Closes the engine's memory. */
  @TearDown
  public void close() {
    manager.close();
  }
}
