package io.otbench.benchmarks.metrics;

import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.TableSample;
import io.otbench.solvers.api.Transport;
import java.util.List;
import java.util.Optional;

/**
 * Several evaluations as one.
 *
 * @param parts in the order of their metrics; no two have a metric in common
 */
public record Evaluations(List<Evaluation> parts) implements Evaluation {

  /** Copies the list. */
  public Evaluations {
    parts = List.copyOf(parts);
  }

  @Override
  public List<Measurement> evaluate(Transport transport) {
    return parts.stream().flatMap(part -> part.evaluate(transport).stream()).toList();
  }

  @Override
  public List<Measurement> evaluateForCurve(Transport transport) {
    return parts.stream().flatMap(part -> part.evaluateForCurve(transport).stream()).toList();
  }

  /** Those of the first part that has any. */
  @Override
  public Optional<PointCloud> points(Transport transport) {
    return parts.stream().flatMap(part -> part.points(transport).stream()).findFirst();
  }

  /** Those of the first part that has any. */
  @Override
  public Optional<TableSample> rows(Transport transport) {
    return parts.stream().flatMap(part -> part.rows(transport).stream()).findFirst();
  }

  @Override
  public void close() {
    parts.forEach(Evaluation::close);
  }
}
