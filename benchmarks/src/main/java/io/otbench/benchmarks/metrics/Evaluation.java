package io.otbench.benchmarks.metrics;

import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.TableSample;
import io.otbench.solvers.api.Transport;
import java.util.List;
import java.util.Optional;

/**
 * Metrics of transports on samples of one problem. The samples are drawn once, from streams that no
 * training touches, and serve every transport, so that the points of a convergence curve differ by
 * the transport alone. Noise of a plan starts anew for every transport.
 */
public interface Evaluation extends AutoCloseable {

  /**
   * Everything that is measured; a transport that gives non-finite numbers gets such values.
   *
   * @param transport stays open
   */
  List<Measurement> evaluate(Transport transport);

  /** Those of the same values that are cheap enough for a point of the convergence curve. */
  List<Measurement> evaluateForCurve(Transport transport);

  /** Points to draw the transport by; empty where a picture says nothing. */
  default Optional<PointCloud> points(Transport transport) {
    return Optional.empty();
  }

  /** Rows of a table to draw the transport by; empty where the problem is no table. */
  default Optional<TableSample> rows(Transport transport) {
    return Optional.empty();
  }

  /** Frees the samples. */
  @Override
  void close();
}
