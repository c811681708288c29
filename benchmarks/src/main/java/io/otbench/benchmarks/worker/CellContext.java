package io.otbench.benchmarks.worker;

import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellEvent.Point;
import io.otbench.benchmarks.cell.CellEvent.Points;
import io.otbench.benchmarks.cell.CellEvent.Progress;
import io.otbench.benchmarks.cell.CellEvent.Rows;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.metrics.Evaluation;
import io.otbench.benchmarks.metrics.Measurement;
import io.otbench.solvers.api.DivergenceException;
import io.otbench.solvers.api.NetworkPasses;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.TrainingContext;
import io.otbench.solvers.api.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one training: clock, time limit, convergence curve and progress. */
final class CellContext implements TrainingContext {

  private static final Logger LOG = LoggerFactory.getLogger(CellContext.class);

  /** The metrics of a convergence curve; the others are measured at the end only. */
  private static final Set<String> CURVE_METRICS =
      Set.of("uvp_forward", "uvp_backward", "relative_error", "target_error", "mmd_u@median");

  /** Loss and diagnostics cost nothing to write, so their curves are denser. */
  private static final int DIAGNOSTIC_POINTS = 100;

  /** Rows times networks that the training sent them through; see {@link NetworkPasses}. */
  static final String NETWORK_PASSES = "network_passes";

  private static final long PROGRESS_INTERVAL_NANOS = 250_000_000;

  private final Cell cell;
  private final NDManager manager;
  private final RandomStreams methodStreams;
  private final Evaluation evaluation;
  private final Consumer<CellEvent> events;
  private final TrainingClock clock;
  private final Map<String, Double> recorded = new LinkedHashMap<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private SortedSet<Long> checkpoints = new TreeSet<>();
  private SortedSet<Long> diagnosticSteps = new TreeSet<>();
  private long scheduledFor;
  private long step;
  private long samplesSeen;
  private double peakRssMib;
  private long lastProgressNanos = System.nanoTime() - PROGRESS_INTERVAL_NANOS;
  private boolean stopped;

  /**
   * @param evaluation measures transports
   * @param clock of the cell
   */
  CellContext(
      Cell cell,
      NDManager manager,
      RandomStreams methodStreams,
      Evaluation evaluation,
      TrainingClock clock,
      Consumer<CellEvent> events) {
    this.cell = cell;
    this.manager = manager;
    this.methodStreams = methodStreams;
    this.evaluation = evaluation;
    this.clock = clock;
    this.events = events;
  }

  void startTraining() {
    ResidentMemory.resetPeak();
    clock.train();
  }

  void endTraining() {
    clock.evaluate();
    notePeak();
  }

  /**
   * Metrics of the fitted transport, which also are the last point of the curve; tells what it does
   * to the points or rows of a picture.
   */
  List<Measurement> measureFinal(Transport transport) {
    List<Measurement> found = finite(evaluation.evaluate(transport));
    if (step > 0) {
      found.forEach(this::emitCurvePoint);
      recordPasses();
      emitRecorded();
    }
    evaluation
        .points(transport)
        .ifPresent(cloud -> clock.log(() -> events.accept(new Points(cloud))));
    evaluation
        .rows(transport)
        .ifPresent(sample -> clock.log(() -> events.accept(new Rows(sample))));
    return found;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public RandomGenerator random(String streamName) {
    return methodStreams.stream(streamName);
  }

  @Override
  public boolean afterStep(
      long stepsDone, long plannedSteps, long samples, double loss, Supplier<Transport> snapshot) {
    clock.evaluate();
    step = stepsDone;
    samplesSeen = samples;
    if (Double.isInfinite(loss)) {
      throw new DivergenceException("loss", stepsDone, loss);
    }
    schedule(plannedSteps);
    if (!Double.isNaN(loss)) {
      recorded.put("loss", loss);
    }
    boolean last = stepsDone >= plannedSteps;
    // The last point of the curve is the fitted transport itself, measured after the training.
    if (checkpoints.contains(stepsDone) && !last) {
      recordPasses();
      notePeak();
      try (Transport transport = new ShapeCheckedTransport(snapshot.get())) {
        finite(evaluation.evaluateForCurve(transport)).forEach(this::emitCurvePoint);
      }
      ResidentMemory.resetPeak();
    }
    if (diagnosticSteps.contains(stepsDone)) {
      emitRecorded();
    }
    reportProgress(plannedSteps, loss, last);
    clock.train();
    return !shouldStop();
  }

  @Override
  public boolean shouldStop() {
    double limit = cell.config().data().trainSecondsLimit().orElse(Double.POSITIVE_INFINITY);
    boolean done = step > 0 && step >= scheduledFor;
    stopped |= !done && clock.trainSeconds() >= limit;
    return stopped;
  }

  @Override
  public void record(String metric, double value) {
    recorded.put(Measurement.checked("metric", metric), value);
  }

  @Override
  public void remark(String sentence) {
    remarks.add(Measurement.checked("remark", sentence));
  }

  /** What the solver remarked, and that the time limit ended the training; empty for nothing. */
  String remarks() {
    List<String> all = new ArrayList<>(remarks);
    if (stopped) {
      String where =
          step == 0 ? "before the first step" : "after step " + step + " of " + scheduledFor;
      all.add(
          CellOutcome.stoppedByTime(where, cell.config().data().trainSecondsLimit().orElseThrow()));
    }
    return String.join("; ", all);
  }

  long step() {
    return step;
  }

  long samplesSeen() {
    return samplesSeen;
  }

  double peakRssMib() {
    return peakRssMib;
  }

  private void schedule(long plannedSteps) {
    if (plannedSteps != scheduledFor) {
      scheduledFor = plannedSteps;
      checkpoints = CheckpointSchedule.steps(plannedSteps, cell.checkpoints());
      diagnosticSteps = CheckpointSchedule.steps(plannedSteps, DIAGNOSTIC_POINTS);
      diagnosticSteps.addAll(checkpoints);
    }
  }

  private void recordPasses() {
    if (clock.trainPasses() > 0) {
      recorded.put(NETWORK_PASSES, (double) clock.trainPasses());
    }
  }

  private void notePeak() {
    peakRssMib = Math.max(peakRssMib, ResidentMemory.peakMib());
  }

  private List<Measurement> finite(List<Measurement> measurements) {
    for (Measurement measurement : measurements) {
      if (!Double.isFinite(measurement.value())) {
        throw new DivergenceException(measurement.metric(), step, measurement.value());
      }
    }
    return measurements;
  }

  private void emitCurvePoint(Measurement measurement) {
    if (CURVE_METRICS.contains(measurement.metric())) {
      emit(measurement.metric(), measurement.value());
    }
  }

  private void emitRecorded() {
    recorded.forEach(this::emit);
    recorded.clear();
  }

  private void emit(String metric, double value) {
    clock.log(
        () -> {
          LOG.info("step {}: {} {}", step, metric, value);
          events.accept(new Point(step, clock.trainSeconds(), samplesSeen, metric, value));
        });
  }

  private void reportProgress(long plannedSteps, double loss, boolean always) {
    long now = System.nanoTime();
    if (always || now - lastProgressNanos >= PROGRESS_INTERVAL_NANOS) {
      lastProgressNanos = now;
      clock.log(() -> events.accept(new Progress(step, plannedSteps, loss, clock.trainSeconds())));
    }
  }
}
