package io.otbench.reports.regression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much values scatter from seed to seed: standard deviations of logarithms, or of the values
 * themselves where not all are positive. A few seeds say little of it, so the scatter is that of
 * all series alike: the same metric of the same solver on all problems, and for times and memory
 * all series of the runs, which share a machine. A series that scatters far more than its like has
 * a scatter of its own.
 */
final class Noise {
  /** Of ten values of one law and their like, one in fifty series scatters so much more. */
  private static final double UNLIKE = 1.5;

  /** How rarely chance alone makes a candidate scatter more than what is counted of it. */
  private static final double MORE_BY_CHANCE = 0.01;

  private final Map<List<Object>, Scatter> alike = new HashMap<>();

  Noise(List<Series> all) {
    for (Series series : all) {
      if (series.isPositive()) {
        alike.merge(family(series), Scatter.of(series), Scatter::plus);
      }
    }
  }

  /** Scatter between seeds; none if no seed of anything alike was repeated. */
  Optional<Scatter> of(Series series) {
    Scatter own = Scatter.of(series);
    Scatter shared = series.isPositive() ? alike.getOrDefault(family(series), own) : own;
    boolean unlike = own.freedom() > 0 && own.deviation() > UNLIKE * shared.deviation();
    return Optional.of(unlike ? own : shared).filter(it -> it.freedom() > 0);
  }

  private static List<Object> family(Series series) {
    return series.measure() == Measure.ACCURACY
        ? List.of(series.place().benchmark(), series.place().solver(), series.metric())
        : List.of(series.measure());
  }

  /**
   * Scatter within runs.
   *
   * @param squares sum of the squared distances from the means of the runs
   * @param freedom degrees of freedom
   */
  record Scatter(double squares, int freedom) {

    static Scatter of(Series series) {
      Scatter baseline = of(series.scaled(series.baselineValues()));
      return baseline.plus(of(series.scaled(series.candidateValues())).cappedBy(baseline));
    }

    /** A change must not hide behind the scatter that it brings. */
    private Scatter cappedBy(Scatter baseline) {
      if (freedom == 0 || baseline.freedom == 0) {
        return this;
      }
      double most =
          FDistribution.of(freedom, baseline.freedom).inverseSurvivalProbability(MORE_BY_CHANCE)
              * (baseline.squares / baseline.freedom)
              * freedom;
      return new Scatter(Math.min(squares, most), freedom);
    }

    private static Scatter of(double[] values) {
      double squares =
          values.length == 1 ? 0 : (values.length - 1) * Variance.of(values).getAsDouble();
      return new Scatter(squares, values.length - 1);
    }

    Scatter plus(Scatter other) {
      return new Scatter(squares + other.squares, freedom + other.freedom);
    }

    double deviation() {
      return Math.sqrt(squares / freedom);
    }

    /** The size that a difference of two means exceeds by chance as rarely as that. */
    double band(double probability, int first, int second) {
      double t = TDistribution.of(freedom).inverseSurvivalProbability(probability);
      return t * deviation() * Math.sqrt(1.0 / first + 1.0 / second);
    }
  }
}
