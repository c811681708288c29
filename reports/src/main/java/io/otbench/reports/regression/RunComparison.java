package io.otbench.reports.regression;

import io.otbench.reports.results.CompleteResults;
import io.otbench.reports.results.RunEnvironment;
import io.otbench.reports.statistics.MetricDirection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A later run beside an earlier one.
 *
 * @param baseline where the earlier run was read from
 * @param candidate where the later run was read from
 * @param cells number of cells of the later run
 * @param changes every number that both runs have, judged
 * @param cellChanges cells and numbers that only one has, and cells that ended in another way
 * @param notes what a reader must know about the two runs, in sentences
 * @param limits from which factor on a difference matters
 */
public record RunComparison(
    String baseline,
    String candidate,
    long cells,
    List<Change> changes,
    List<CellChange> cellChanges,
    List<String> notes,
    Limits limits) {

  public RunComparison {
    changes = List.copyOf(changes);
    cellChanges = List.copyOf(cellChanges);
    notes = List.copyOf(notes);
  }

  /**
   * Compares two runs.
   *
   * @param mayMiss whether the later run may lack places that the earlier one has
   * @throws IllegalArgumentException if no solver ran on the same problem in both runs
   */
  public static RunComparison of(
      CompleteResults baseline,
      CompleteResults candidate,
      Selection selection,
      Limits limits,
      boolean mayMiss) {
    PlaceNames names = new PlaceNames(baseline.rows(), candidate.rows());
    RunCells before = RunCells.of(baseline.rows(), names);
    RunCells after = RunCells.of(candidate.rows(), names);
    boolean times =
        selection.names(Measure.TIME)
            || (selection.has(Measure.TIME) && isSameMachine(baseline, candidate));
    checkInCommon(baseline, candidate, before, after);
    List<Change> changes =
        new Judge(new SeriesPairs(before, after, selection, times).all(), limits).changes();
    List<String> notes =
        notes(baseline, candidate, before, after, selection.has(Measure.TIME) && !times);
    unknownMetrics(before, after, selection).ifPresent(notes::add);
    notes.addAll(Sensitivity.notes(changes));
    return new RunComparison(
        baseline.source().toString(),
        candidate.source().toString(),
        after.count(),
        changes,
        new CellPairs(before, after, selection, mayMiss).changes(),
        notes,
        limits);
  }

  /** Changes with one outcome, the largest ratio first. */
  public List<Change> with(Change.Outcome outcome) {
    return changes.stream()
        .filter(change -> change.outcome() == outcome)
        .sorted((a, b) -> Double.compare(Math.abs(logRatio(b)), Math.abs(logRatio(a))))
        .toList();
  }

  private static double logRatio(Change change) {
    return Math.log(change.ratio().orElse(1));
  }

  /** Whether anything got worse. */
  public boolean hasRegression() {
    return !with(Change.Outcome.REGRESSION).isEmpty()
        || cellChanges.stream().anyMatch(CellChange::regression);
  }

  /** What was found in one line: 1 regression, 2 improvements, ... */
  public String summary() {
    long lost = cellChanges.stream().filter(CellChange::regression).count();
    long regressions = with(Change.Outcome.REGRESSION).size() + lost;
    return "%s, %s; of %s %d are bit-equal, %d within noise, %d not judged; %s"
        .formatted(
            count(regressions, "regression"),
            count(with(Change.Outcome.IMPROVEMENT).size(), "improvement"),
            count(changes.size(), "number"),
            with(Change.Outcome.IDENTICAL).size(),
            with(Change.Outcome.NOISE).size(),
            with(Change.Outcome.NOT_JUDGED).size(),
            count(cells, "cell"));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static boolean isSameMachine(CompleteResults baseline, CompleteResults candidate) {
    return baseline
            .environment()
            .map(RunComparison::machine)
            .equals(candidate.environment().map(RunComparison::machine))
        && baseline.environment().isPresent();
  }

  private static List<Object> machine(RunEnvironment environment) {
    return List.of(environment.cpuModel(), environment.workers(), environment.threadsPerWorker());
  }

  private static void checkInCommon(
      CompleteResults baseline, CompleteResults candidate, RunCells before, RunCells after) {
    if (Collections.disjoint(before.cells().keySet(), after.cells().keySet())) {
      throw new IllegalArgumentException(
          "%s and %s must have a problem and solver in common, but %s and %s"
              .formatted(
                  baseline.source(),
                  candidate.source(),
                  contents("the first", before),
                  contents("the second", after)));
    }
  }

  private static String contents(String which, RunCells run) {
    return run.cells().keySet().stream()
        .findFirst()
        .map(place -> "%s has %s on %s".formatted(which, place.solver(), place.problem()))
        .orElse(which + " has no cell");
  }

  /** Metrics of other projects that nobody named: whether more of them is better is not known. */
  private static Optional<String> unknownMetrics(
      RunCells before, RunCells after, Selection selection) {
    Set<String> unknown = new TreeSet<>();
    for (Place place : before.cells().keySet()) {
      Set<String> shared = before.metrics(place);
      shared.retainAll(after.metrics(place));
      shared.removeIf(metric -> selection.hasMetric(metric) || MetricDirection.isKnown(metric));
      unknown.addAll(shared);
    }
    return unknown.isEmpty() || !selection.has(Measure.ACCURACY)
        ? Optional.empty()
        : Optional.of(
            "Not compared, for this suite does not know whether less of it is better: "
                + String.join(", ", unknown)
                + "; --metrics compares what it names as errors.");
  }

  private static List<String> notes(
      CompleteResults baseline,
      CompleteResults candidate,
      RunCells before,
      RunCells after,
      boolean timesLeftOut) {
    List<String> notes = new ArrayList<>();
    if (timesLeftOut) {
      notes.add(
          "Times are not compared: the runs are not known to be of one kind of processor and one"
              + " number of workers.");
    }
    differing("suite version", baseline, candidate, RunEnvironment::suiteVersion)
        .ifPresent(notes::add);
    differing("libtorch", baseline, candidate, RunEnvironment::libtorch).ifPresent(notes::add);
    if (!before.seeds().equals(after.seeds())) {
      notes.add(
          "The baseline has the seeds %s, the candidate %s."
              .formatted(new TreeSet<>(before.seeds()), new TreeSet<>(after.seeds())));
    }
    Set<String> reconfigured =
        after.cells().keySet().stream()
            .filter(place -> before.cells().containsKey(place))
            .filter(place -> !before.configs(place).equals(after.configs(place)))
            .map(Place::solver)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!reconfigured.isEmpty()) {
      notes.add("Other settings than in the baseline: " + String.join(", ", reconfigured) + ".");
    }
    return notes;
  }

  private static Optional<String> differing(
      String what,
      CompleteResults baseline,
      CompleteResults candidate,
      Function<RunEnvironment, String> key) {
    Optional<String> before = baseline.environment().map(key);
    Optional<String> after = candidate.environment().map(key);
    return before.isPresent() && after.isPresent() && !before.equals(after)
        ? Optional.of(
            "The baseline is of %s %s, the candidate of %s."
                .formatted(what, before.get(), after.get()))
        : Optional.empty();
  }
}
