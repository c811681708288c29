package io.otbench.benchmarks.fake;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.NetworkPasses;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.PointMap;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.random.RandomGenerator;

/** Stretches the source by a factor that depends on data and noise, then misbehaves or not. */
public abstract class FakeSolver implements OtSolver<FakeConfig> {

  private final String name;

  FakeSolver(String name) {
    this.name = name;
  }

  /** What happens in the middle of the training. */
  abstract void misbehave(long step);

  @Override
  public String name() {
    return name;
  }

  @Override
  public FakeConfig defaultConfig(int dim) {
    return new FakeConfig(10, 64, 0, new FakeConfig.Scale(FakeConfig.Kind.FITTED, 1));
  }

  @Override
  public int rowsPerStep(FakeConfig config) {
    return config.batchSize();
  }

  @Override
  public Transport fit(Sampler source, Sampler target, FakeConfig config, TrainingContext context) {
    RandomGenerator noise = context.random("noise");
    double factor = config.scale().factor();
    boolean goOn = true;
    for (int step = 1; step <= config.steps() && goOn; step++) {
      try (NDManager scope = context.manager().newSubManager()) {
        NDArray batch = target.sample(scope, config.batchSize());
        source.sample(scope, config.batchSize());
        double loss = batch.square().mean().getFloat();
        factor += 1e-3 * (loss - 1) + 1e-3 * noise.nextGaussian();
        context.record("batch_mean", batch.mean().getFloat());
        context.record("step_seconds", System.nanoTime() / 1e9);
        sleep(config.millisPerStep());
        misbehave(step);
        NetworkPasses.add(config.batchSize());
        Transport snapshot = new Stretch(factor);
        goOn =
            context.afterStep(
                step, config.steps(), (long) step * config.batchSize(), loss, () -> snapshot);
      }
    }
    return transport(factor);
  }

  Transport transport(double factor) {
    return new Stretch(factor);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Stretch(double factor) implements Transport {

    @Override
    public PointMap forward() {
      return points -> {
        NetworkPasses.add(points.getShape().get(0));
        return points.mul(factor);
      };
    }

    @Override
    public long parameterCount() {
      return 1;
    }

    @Override
    public void close() {
      // Owns nothing.
    }
  }

  /** Does what it should. */
  public static final class Good extends FakeSolver {
    /** For ServiceLoader. */
    public Good() {
      super("fake-good");
    }

    @Override
    void misbehave(long step) {
      System.out.println("fake-good prints in step " + step);
    }
  }

  /** Does what it should, and takes some minutes. */
  public static final class Slow extends FakeSolver {
    /** For ServiceLoader. */
    public Slow() {
      super("fake-slow");
    }

    @Override
    public FakeConfig defaultConfig(int dim) {
      return new FakeConfig(10_000, 8, 20, new FakeConfig.Scale(FakeConfig.Kind.FITTED, 1));
    }

    @Override
    void misbehave(long step) {
      // Only slow.
    }
  }

  /** Does what it should, and says something about it. */
  public static final class Remarking extends FakeSolver {
    /** For ServiceLoader. */
    public Remarking() {
      super("fake-remark");
    }

    @Override
    public Transport fit(
        Sampler source, Sampler target, FakeConfig config, TrainingContext context) {
      context.remark("the batch is small");
      context.remark("the batch is small");
      return super.fit(source, target, config, context);
    }

    @Override
    void misbehave(long step) {
      // Only talks.
    }
  }

  /** Declines every problem. */
  public static final class Declining extends FakeSolver {
    /** For ServiceLoader. */
    public Declining() {
      super("fake-decline");
    }

    @Override
    public Optional<String> reasonToSkip(Sampler source, Sampler target) {
      return Optional.of("it declines problems of dimension " + source.dim());
    }

    @Override
    void misbehave(long step) {
      throw new IllegalStateException("a solver that declines must not be trained");
    }
  }

  /** Ends the JVM. */
  public static final class Crashing extends FakeSolver {
    /** For ServiceLoader. */
    public Crashing() {
      super("fake-crash");
    }

    @Override
    void misbehave(long step) {
      if (step == 5) {
        Runtime.getRuntime().halt(134);
      }
    }
  }

  /** Throws what is not expected. */
  public static final class Throwing extends FakeSolver {
    /** For ServiceLoader. */
    public Throwing() {
      super("fake-throw");
    }

    @Override
    void misbehave(long step) {
      if (step == 5) {
        throw new IllegalStateException("thrown on purpose\nsecond line");
      }
    }
  }

  /** Throws what is no exception. */
  public static final class Erring extends FakeSolver {
    /** For ServiceLoader. */
    public Erring() {
      super("fake-error");
    }

    @Override
    void misbehave(long step) {
      if (step == 5) {
        throw new ServiceConfigurationError("an error on purpose");
      }
    }
  }

  /** Starts a process that holds the output of its worker open, and never ends itself. */
  public static final class Parent extends FakeSolver {
    /** For ServiceLoader. */
    public Parent() {
      super("fake-parent");
    }

    @Override
    void misbehave(long step) {
      if (step == 5) {
        try {
          new ProcessBuilder("sleep", "600").inheritIO().start().waitFor();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Starts a process that holds the output of its worker open, and ends the worker. */
  public static final class Orphaning extends FakeSolver {
    /** For ServiceLoader. */
    public Orphaning() {
      super("fake-orphan");
    }

    @Override
    void misbehave(long step) {
      if (step == 5) {
        try {
          new ProcessBuilder("sleep", "20").inheritIO().start();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(7);
      }
    }
  }

  /** Leaves the interrupt flag of its thread set. */
  public static final class Interrupting extends FakeSolver {
    /** For ServiceLoader. */
    public Interrupting() {
      super("fake-interrupt");
    }

    @Override
    void misbehave(long step) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs out of memory, and leaves a thread that keeps the JVM. */
  public static final class Lingering extends FakeSolver {
    /** For ServiceLoader. */
    public Lingering() {
      super("fake-linger");
    }

    @Override
    void misbehave(long step) {
      Thread left = new Thread(() -> sleep(120_000), "left behind");
      left.setDaemon(false);
      left.start();
      throw new OutOfMemoryError("on purpose");
    }
  }

  /** Says that it diverged. */
  public static final class Diverging extends FakeSolver {
    /** For ServiceLoader. */
    public Diverging() {
      super("fake-diverge");
    }

    @Override
    void misbehave(long step) {
      if (step == 5) {
        throw new DivergenceException("inner iteration", step, Double.POSITIVE_INFINITY);
      }
    }
  }

  /** Returns a map of NaNs. */
  public static final class NotANumber extends FakeSolver {
    /** For ServiceLoader. */
    public NotANumber() {
      super("fake-nan");
    }

    @Override
    void misbehave(long step) {
      // Only the result is wrong.
    }

    @Override
    Transport transport(double factor) {
      return new Stretch(Double.NaN);
    }
  }

  /** Records a number that has no name. */
  public static final class Nameless extends FakeSolver {
    /** For ServiceLoader. */
    public Nameless() {
      super("fake-nameless");
    }

    @Override
    @SuppressWarnings("NullAway") // On purpose: a foreign solver is not checked.
    public Transport fit(
        Sampler source, Sampler target, FakeConfig config, TrainingContext context) {
      context.record(null, 1);
      return super.fit(source, target, config, context);
    }

    @Override
    void misbehave(long step) {
      throw new IllegalStateException("a number without a name must not be recorded");
    }
  }

  /** Fills the heap. */
  public static final class Hungry extends FakeSolver {
    /** For ServiceLoader. */
    public Hungry() {
      super("fake-hungry");
    }

    @Override
    void misbehave(long step) {
      List<long[]> kept = new ArrayList<>();
      while (kept.size() < Integer.MAX_VALUE) {
        kept.add(new long[1 << 27]);
      }
    }
  }

  /** Takes a second and a half. */
  public static final class Steady extends FakeSolver {
    /** For ServiceLoader. */
    public Steady() {
      super("fake-steady");
    }

    @Override
    public FakeConfig defaultConfig(int dim) {
      return new FakeConfig(60, 8, 25, new FakeConfig.Scale(FakeConfig.Kind.FITTED, 1));
    }

    @Override
    void misbehave(long step) {
      // Only slow.
    }
  }

  /** Aborts, as native code does. */
  public static final class Aborting extends FakeSolver {
    /** For ServiceLoader. */
    public Aborting() {
      super("fake-abort");
    }

    @Override
    void misbehave(long step) {
      if (step == 5) {
        try {
          new ProcessBuilder("kill", "-ABRT", Long.toString(ProcessHandle.current().pid()))
              .start()
              .waitFor();
          Thread.sleep(60_000);
        } catch (IOException | InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** Never ends, and does not ask whether it should. */
  public static final class Looping extends FakeSolver {
    /** For ServiceLoader. */
    public Looping() {
      super("fake-loop");
    }

    @Override
    void misbehave(long step) {
      long turns = 0;
      while (step == 5 && turns < Long.MAX_VALUE) {
        turns++;
        Thread.onSpinWait();
      }
    }
  }

  /** Fills the memory outside of the heap. */
  public static final class Swelling extends FakeSolver {
    private final List<ByteBuffer> kept = new ArrayList<>();

    /** For ServiceLoader. */
    public Swelling() {
      super("fake-swell");
    }

    @Override
    public FakeConfig defaultConfig(int dim) {
      return new FakeConfig(2_000, 8, 20, new FakeConfig.Scale(FakeConfig.Kind.FITTED, 1));
    }

    @Override
    void misbehave(long step) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 22);
      for (int page = 0; page < buffer.capacity(); page += 4096) {
        buffer.put(page, (byte) 1);
      }
      kept.add(buffer);
    }
  }

  /** Returns a map of too many columns. */
  public static final class Misshapen extends FakeSolver {
    /** For ServiceLoader. */
    public Misshapen() {
      super("fake-shape");
    }

    @Override
    void misbehave(long step) {
      // Only the result is wrong.
    }

    @Override
    Transport transport(double factor) {
      return FakeTransport.of(points -> points.concat(points, 1));
    }
  }

  /** Returns a transport that cannot be closed. */
  public static final class Clinging extends FakeSolver {
    /** For ServiceLoader. */
    public Clinging() {
      super("fake-close");
    }

    @Override
    void misbehave(long step) {
      // Only the result is wrong.
    }

    @Override
    Transport transport(double factor) {
      return new Transport() {
        @Override
        public PointMap forward() {
          return points -> points.mul(factor);
        }

        @Override
        public long parameterCount() {
          return 1;
        }

        @Override
        public void close() {
          throw new IllegalStateException("cannot be closed, on purpose");
        }
      };
    }
  }
}
