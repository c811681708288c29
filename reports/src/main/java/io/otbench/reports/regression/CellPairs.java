package io.otbench.reports.regression;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * The cells that only one of two runs has or that ended in another way. A seed that the later run
 * has nowhere is not missing: the run has fewer repetitions. Where the runs have other seeds, a
 * place got worse if none of its seeds ends well any more, or fewer than chance explains.
 *
 * @param mayMiss whether the later run may lack cells
 */
record CellPairs(RunCells before, RunCells after, Selection selection, boolean mayMiss) {

  /** Chance that failures on other seeds, as likely as before, count as more at any place. */
  private static final double FAILURES = 0.005;

  List<CellChange> changes() {
    List<CellChange> changes = new ArrayList<>();
    Set<Place> places = new LinkedHashSet<>(before.cells().keySet());
    places.addAll(after.cells().keySet());
    for (Place place : places) {
      if (!after.cells().containsKey(place)) {
        changes.add(new CellChange(place, "missing in the candidate", !mayMiss));
      } else if (!before.cells().containsKey(place)) {
        changes.add(new CellChange(place, "new in the candidate", false));
      } else {
        if (!addSeeds(changes, place)) {
          addFailures(changes, place);
        }
        addMetrics(changes, place);
      }
    }
    return changes;
  }

  /** Seeds that both runs have anywhere; whether any of them got worse. */
  private boolean addSeeds(List<CellChange> changes, Place place) {
    int first = changes.size();
    Set<Long> seeds = new TreeSet<>(after.seeds());
    seeds.retainAll(before.seeds());
    for (long seed : seeds) {
      Optional<ResultRow> was = before.cell(place, seed);
      Optional<ResultRow> is = after.cell(place, seed);
      if (was.isPresent() && is.isEmpty()) {
        changes.add(
            new CellChange(place, "seed " + seed + " is missing in the candidate", !mayMiss));
      } else if (was.isPresent() && was.get().status() != is.orElseThrow().status()) {
        changes.add(status(place, was.get(), is.get()));
      }
    }
    return changes.subList(first, changes.size()).stream().anyMatch(CellChange::regression);
  }

  /** A place that fails on seeds that only the later run has. */
  private void addFailures(List<CellChange> changes, Place place) {
    int was = before.ended(place);
    int is = after.ended(place);
    int wasFailed = before.seeds(place).size() - was;
    int isFailed = after.seeds(place).size() - is;
    double p =
        FisherExactTest.withDefaults()
            .with(AlternativeHypothesis.GREATER_THAN)
            .test(new int[][] {{isFailed, is}, {wasFailed, was}})
            .getPValue();
    if ((was > 0 && is == 0) || p <= FAILURES / before.cells().size()) {
      changes.add(
          new CellChange(
              place,
              "%d of %d seeds ended well, are %d of %d"
                  .formatted(was, was + wasFailed, is, is + isFailed),
              true));
    }
  }

  private static CellChange status(Place place, ResultRow was, ResultRow is) {
    boolean worse =
        was.status() == CellStatus.OK || (is.status().isFailure() && !was.status().isFailure());
    String text =
        "seed %d was %s, is %s".formatted(was.seed(), was.status().text(), is.status().text());
    return new CellChange(place, is.message().isEmpty() ? text : text + ": " + is.message(), worse);
  }

  /** Metrics that seeds which ended well have no more. */
  private void addMetrics(List<CellChange> changes, Place place) {
    if (after.ended(place) == 0) {
      return;
    }
    for (String metric : before.metrics(place)) {
      if (selection.hasMetric(metric)) {
        missing(place, metric)
            .ifPresent(text -> changes.add(new CellChange(place, text, !mayMiss)));
      }
    }
  }

  private Optional<String> missing(Place place, String metric) {
    if (!after.metrics(place).contains(metric)) {
      return Optional.of(metric + " is missing in the candidate");
    }
    Set<Long> seeds = new TreeSet<>(before.values(place, metric).keySet());
    seeds.removeAll(after.values(place, metric).keySet());
    seeds.removeIf(
        seed -> after.cell(place, seed).filter(row -> row.status() == CellStatus.OK).isEmpty());
    return seeds.isEmpty()
        ? Optional.empty()
        : Optional.of(metric + " is missing in the candidate on the seeds " + seeds);
  }
}
