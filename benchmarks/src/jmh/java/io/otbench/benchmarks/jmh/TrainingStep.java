package io.otbench.benchmarks.jmh;

import ai.djl.ndarray.NDManager;
import io.otbench.datasets.FreshSampler;
import io.otbench.datasets.Problem;
import io.otbench.datasets.gaussian.GaussianPairs;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import io.otbench.solvers.implicit.ImplicitConfig;
import io.otbench.solvers.implicit.ImplicitSolver;
import io.otbench.solvers.w2gn.PretrainingConfig;
import io.otbench.solvers.w2gn.W2gnConfig;
import io.otbench.solvers.w2gn.W2gnSolver;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One training step at d = 8 and batch 1 024: the mean over the first {@value #STEPS} steps of a
 * fit, sampling included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Dai.djl.offline=true",
      "-Dai.djl.pytorch.num_threads=1",
      "-Dai.djl.pytorch.num_interop_threads=1"
    })
public class TrainingStep {

  private static final int DIM = 8;
  private static final int STEPS = 200;
  private static final int BATCH_SIZE = 1_024;

  private final NDManager manager = NDManager.newBaseManager();
  private final Problem problem = GaussianPairs.published(DIM);

  /** Closes the engine's memory. */
  @TearDown
  public void close() {
    manager.close();
  }

  /** {@link ImplicitSolver} with its default inner solver. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long implicit() {
    ImplicitConfig usual = ImplicitConfig.defaults(DIM);
    ImplicitConfig config =
        new ImplicitConfig(
            STEPS,
            BATCH_SIZE,
            1,
            usual.network(),
            usual.initial(),
            usual.convexity(),
            usual.adam(),
            usual.maxGradientNorm(),
            usual.inner(),
            usual.precision());
    try (NDManager scope = manager.newSubManager();
        Transport transport =
            new ImplicitSolver().fit(source(), target(), config, new PlainContext(scope))) {
      return transport.parameterCount();
    }
  }

  /** {@link W2gnSolver} without pre-training. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long w2gn() {
    W2gnConfig usual = W2gnConfig.defaults(DIM);
    PretrainingConfig pretraining = usual.pretraining();
    W2gnConfig config =
        new W2gnConfig(
            STEPS,
            BATCH_SIZE,
            usual.cycleWeight(),
            usual.network(),
            usual.initialDeviation(),
            new PretrainingConfig(
                0,
                pretraining.batchSize(),
                pretraining.stretch(),
                pretraining.adam(),
                pretraining.stopLoss()),
            usual.forwardAdam(),
            usual.backwardAdam(),
            usual.precision());
    try (NDManager scope = manager.newSubManager();
        Transport transport =
            new W2gnSolver().fit(source(), target(), config, new PlainContext(scope))) {
      return transport.parameterCount();
    }
  }

  private FreshSampler source() {
    return new FreshSampler(problem.source(), RandomStreams.ofSeed(1).stream("source"));
  }

  private FreshSampler target() {
    return new FreshSampler(problem.target(), RandomStreams.ofSeed(1).stream("target"));
  }

  /** Evaluates nothing and never stops. */
  private record PlainContext(NDManager manager) implements TrainingContext {

    @Override
    public RandomGenerator random(String streamName) {
      return RandomStreams.ofSeed(1).stream(streamName);
    }

    @Override
    public boolean afterStep(
        long step, long plannedSteps, long samplesSeen, double loss, Supplier<Transport> snapshot) {
      return true;
    }

    @Override
    public boolean shouldStop() {
      return false;
    }

    @Override
    public void record(String metric, double value) {}

    @Override
    public void remark(String sentence) {
      // A benchmark has no reader.
    }
  }
}
