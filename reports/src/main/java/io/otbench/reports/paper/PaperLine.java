package io.otbench.reports.paper;

import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.Verdict;
import io.otbench.reports.tables.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A published row and ours.
 *
 * @param ours the cells of the solver that reproduces the method; none if the run has none
 * @param footnotes numbers of the footnotes of {@link PaperView}, from 1
 */
public record PaperLine(
    PublishedValue published, Optional<Comparison> ours, Verdict verdict, List<Integer> footnotes) {

  public PaperLine {
    footnotes = List.copyOf(footnotes);
  }

  /** Mean over the seeds that ended well. */
  public Optional<Estimate> estimate() {
    return ours.flatMap(Comparison::ours);
  }

  /** Ours divided by the paper's; none where they cannot be held against each other. */
  public OptionalDouble ratio() {
    return ours.map(Comparison::ratio).orElse(OptionalDouble.empty());
  }
}
