package io.otbench.benchmarks.metrics;

import io.otbench.reports.results.PointCloud;
import io.otbench.reports.results.TableSample;
import io.otbench.solvers.api.Transport;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when two parts measure the same
   */
  @Override
  public List<Measurement> evaluate(Transport transport) {
    List<Measurement> found =
        parts.stream().flatMap(part -> part.evaluate(transport).stream()).toList();
    Set<String> names = new HashSet<>();
    for (Measurement measurement : found) {
      if (!names.add(measurement.metric())) {
        throw new IllegalStateException(
            "two evaluations measure '%s'; a metric must have a name of its own"
                .formatted(measurement.metric()));
      }
    }
    return found;
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
