package io.otbench.benchmarks.worker;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.cell.SolverSettings;
import io.otbench.benchmarks.metrics.Evaluation;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.datasets.Problem;
import io.otbench.reports.results.CellStatus;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.Sampler;
import io.otbench.solvers.api.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains and measures one cell in this JVM. Random streams are named by problem and repetition:
 * data and evaluation rows are the same for all solvers, the noise of a method is its own.
 */
public final class CellRun {

  private static final Logger LOG = LoggerFactory.getLogger(CellRun.class);

  private final Cell cell;
  private final Consumer<CellEvent> events;
  private final RandomStreams streams;
  private final TrainingClock clock = new TrainingClock();
  private Optional<CellContext> context = Optional.empty();
  private long parameters;

  /**
   * The time of the cell begins here.
   *
   * @param events told of progress and curve points, on the calling thread
   */
  public CellRun(Cell cell, Consumer<CellEvent> events) {
    this.cell = cell;
    this.events = events;
    this.streams = RandomStreams.ofSeed(cell.seed()).below(cell.problem());
  }

  /** Runs the cell; whatever goes wrong is an outcome, never an exception. */
  @SuppressWarnings("CatchingUnchecked") // A foreign solver may throw anything.
  public CellOutcome run() {
    try (NDManager manager = NDManager.newBaseManager()) {
      return run(manager);
    } catch (DivergenceException e) {
      return notOk(CellStatus.DIVERGED, e, firstLine(e));
    } catch (OutOfMemoryError e) {
      long heapMib = Runtime.getRuntime().maxMemory() >> 20;
      return notOk(
          CellStatus.OUT_OF_MEMORY,
          e,
          "%s; the heap of a worker holds %d MiB".formatted(firstLine(e), heapMib));
    } catch (EngineException e) {
      CellStatus status = isNativeOutOfMemory(e) ? CellStatus.OUT_OF_MEMORY : CellStatus.FAILED;
      return notOk(status, e, describe(e));
    } catch (Exception | Error e) {
      return notOk(CellStatus.FAILED, e, describe(e));
    }
  }

  private CellOutcome run(NDManager manager) {
    Benchmark benchmark =
        Registry.benchmarks().get(cell.benchmark(), "in a cell").with(cell.options());
    Problem problem = benchmark.problem(cell.problem());
    OtSolver<?> solver = Registry.solvers().get(cell.solver(), "in a cell");
    OptionalInt poolSize = cell.config().data().poolSize();
    RandomStreams data = streams.below("data");
    Sampler source = problem.source().sampler(manager, poolSize, data.stream("source"));
    Sampler target = problem.target().sampler(manager, poolSize, data.stream("target"));
    Optional<String> reasonToSkip = solver.reasonToSkip(source, target);
    if (reasonToSkip.isPresent()) {
      return CellOutcome.notOk(CellStatus.SKIPPED, reasonToSkip.get(), cost());
    }
    clock.evaluate();
    int samples = cell.config().data().evaluationSamples();
    try (Evaluation evaluation =
        benchmark.evaluation(manager, problem, samples, streams.below("evaluation"))) {
      RandomStreams method = streams.below("method").below(cell.solver());
      CellContext training =
          new CellContext(cell, manager.newSubManager(), method, evaluation, clock, events);
      context = Optional.of(training);
      try (Transport transport = new ShapeCheckedTransport(fit(solver, source, target, training))) {
        parameters = transport.parameterCount();
        List<Measurement> found = new ArrayList<>(training.measureFinal(transport));
        found.add(new Measurement("train_cpu_seconds", clock.trainCpuSeconds(), "seconds"));
        // None at all may also be a network that does not count itself.
        if (clock.trainPasses() > 0) {
          found.add(new Measurement(CellContext.NETWORK_PASSES, clock.trainPasses(), "rows"));
        }
        return new CellOutcome(CellStatus.OK, training.remarks(), found, cost());
      }
    }
  }

  private <C extends Record> Transport fit(
      OtSolver<C> solver, Sampler source, Sampler target, CellContext training) {
    C config = SolverSettings.read(solver, cell.config().settings());
    training.startTraining();
    try {
      return solver.fit(source, target, config, training);
    } finally {
      training.endTraining();
    }
  }

  private CellOutcome notOk(CellStatus status, Throwable thrown, String message) {
    LOG.error("{} is {}", cell.label(), status.text(), thrown);
    return CellOutcome.notOk(status, message, cost());
  }

  private Cost cost() {
    return new Cost(
        context.map(CellContext::step).orElse(0L),
        context.map(CellContext::samplesSeen).orElse(0L),
        parameters,
        clock.trainSeconds(),
        clock.evalSeconds(),
        clock.loggingSeconds(),
        clock.startUpSeconds(),
        context.map(CellContext::peakRssMib).orElse(0.0));
  }

  /** libtorch reports a refused allocation as an ordinary engine error. */
  private static boolean isNativeOutOfMemory(EngineException e) {
    return e.toString().contains("not enough memory") || e.toString().contains("can't allocate");
  }

  private static String describe(Throwable thrown) {
    return thrown.getClass().getSimpleName() + ": " + firstLine(thrown);
  }

  private static String firstLine(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? "no message" : message.lines().findFirst().orElse("no message");
  }
}
