package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.store.CellIdentity;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.TableSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what a cell sends until it is finished. */
public final class CellResult {

  private final CellIdentity identity;
  private final List<CellEvent.Point> curve = new ArrayList<>();
  private Optional<PointCloud> cloud = Optional.empty();
  private Optional<TableSample> sample = Optional.empty();

  /** A cell that begins. */
  public CellResult(CellIdentity identity) {
    this.identity = identity;
  }

  /** Something that happened to it. */
  public void add(CellEvent event) {
    if (event instanceof CellEvent.Point point) {
      curve.add(point);
    } else if (event instanceof CellEvent.Points points) {
      cloud = Optional.of(points.cloud());
    } else if (event instanceof CellEvent.Rows rows) {
      sample = Optional.of(rows.sample());
    }
  }

  /** Its points of the plane. */
  public Optional<PointCloud> cloud() {
    return cloud;
  }

  Optional<TableSample> sample() {
    return sample;
  }

  /** The finished cell; one whose solver reports impossible numbers has failed. */
  public CellRecord finish(CellOutcome outcome) {
    String platform = Platform.current();
    try {
      return new CellRecord(identity, outcome, curve, platform);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      return new CellRecord(
          identity,
          CellOutcome.notOk(CellStatus.FAILED, message, CellOutcome.Cost.UNKNOWN),
          List.of(),
          platform);
    }
  }
}
