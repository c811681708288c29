package io.otbench.reports.regression;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cells that only one of two runs has or that ended in another way. A seed that the later run
 * has nowhere is not missing: the run has fewer repetitions.
 *
 * @param mayMiss whether the later run may lack cells
 */
record CellPairs(RunCells before, RunCells after, Selection selection, boolean mayMiss) {

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
        addSeeds(changes, place);
        addMetrics(changes, place);
      }
    }
    return changes;
  }

  private void addSeeds(List<CellChange> changes, Place place) {
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
  }

  private static CellChange status(Place place, ResultRow was, ResultRow is) {
    boolean worse =
        was.status() == CellStatus.OK || (is.status().isFailure() && !was.status().isFailure());
    String text =
        "seed %d was %s, is %s".formatted(was.seed(), was.status().text(), is.status().text());
    return new CellChange(place, is.message().isEmpty() ? text : text + ": " + is.message(), worse);
  }

  /** A metric that no seed has any more, though some seeds ended well. */
  private void addMetrics(List<CellChange> changes, Place place) {
    Set<String> now = after.metrics(place);
    if (now.isEmpty()) {
      return;
    }
    for (String metric : before.metrics(place)) {
      if (selection.hasMetric(metric) && !now.contains(metric)) {
        changes.add(new CellChange(place, metric + " is missing in the candidate", !mayMiss));
      }
    }
  }
}
