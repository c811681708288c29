package io.otbench.benchmarks.uci;

import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.metrics.GeneratedRows;
import io.otbench.benchmarks.metrics.TabularReference;
import io.otbench.datasets.EmpiricalDistribution;
import io.otbench.datasets.Problem;
import io.otbench.datasets.gaussian.Gaussian;
import io.otbench.datasets.tabular.TabularSet;
import io.otbench.solvers.api.RandomStreams;
import java.util.List;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;

/** A set in memory and what is made of it once. */
final class LoadedSet {

  private final TabularSet set;
  private final Problem problem;
  private @Nullable TabularReference reference;

  LoadedSet(TabularSet set) {
    this.set = set;
    this.problem =
        new Problem(
            set.name(),
            Gaussian.centred(SimpleMatrix.identity(set.dim())),
            new EmpiricalDistribution(set.train()),
            Optional.empty());
  }

  /** From the standard normal law, of which every row is fresh, to the training rows. */
  Problem problem() {
    return problem;
  }

  /** The names of the columns of its rows. */
  List<String> columns() {
    return set.columns();
  }

  /** What draws generated rows; see {@link GeneratedRows}. */
  GeneratedRows generatedRows(NDManager manager, RandomStreams streams) {
    return new GeneratedRows(
        manager, set.columns(), set.test().values(), set.train().count(), streams);
  }

  /**
   * What generated rows are compared with: the same for every cell, so its streams are those of the
   * set and not of a repetition.
   *
   * @param manager owner of temporary native memory
   */
  synchronized TabularReference reference(NDManager manager) {
    if (reference == null) {
      reference =
          new TabularReference(
              manager,
              set.test().values(),
              set.train().values(),
              set.dim(),
              TabularReference.DEFAULT_ROWS,
              RandomStreams.ofSeed(0).below("uci").below(set.name()));
    }
    return reference;
  }
}
