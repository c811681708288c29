package io.otbench.benchmarks.jmh;

import ai.djl.ndarray.NDManager;
import io.otbench.datasets.Problem;
import io.otbench.datasets.gaussian.GaussianPairs;
import io.otbench.solvers.api.RandomStreams;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Drawing one batch of 1 024 rows of the published source Gaussian of dimension 8. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Dai.djl.offline=true",
      "-Dai.djl.pytorch.num_threads=1",
      "-Dai.djl.pytorch.num_interop_threads=1"
    })
public class GaussianSampling {

  private static final int ROWS = 1_024;

  private final NDManager manager = NDManager.newBaseManager();
  private final Problem problem = GaussianPairs.published(8);
  private final RandomGenerator random = RandomStreams.ofSeed(1).stream("source");

  /** One batch, read back so that the work is done. */
  @Benchmark
  public float batch() {
    try (NDManager scope = manager.newSubManager()) {
      return problem.source().sample(scope, ROWS, random).getFloat(ROWS - 1L, 0);
    }
  }

  /** Closes the engine's memory. */
  @TearDown
  public void close() {
    manager.close();
  }
}
