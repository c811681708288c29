package io.otbench.benchmarks.suite;

import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.metrics.Evaluation;
import io.otbench.benchmarks.metrics.Evaluations;
import io.otbench.benchmarks.metrics.MetricProvider;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A benchmark with the problems and metrics that plug-ins add to it. */
final class ExtendedBenchmark implements Benchmark {

  private final Benchmark own;
  private final Map<String, ProblemProvider> added = new TreeMap<>();
  private final List<MetricProvider> metrics;

  private ExtendedBenchmark(
      Benchmark own, List<ProblemProvider> problems, List<MetricProvider> metrics) {
    this.own = own;
    this.metrics = metrics;
    List<String> known = own.problems();
    for (ProblemProvider provider : problems) {
      for (String name : provider.problems()) {
        if (known.contains(name) || added.put(name, provider) != null) {
          throw new UsageException(
              "%s adds a problem '%s' to benchmark '%s', which has one of that name; rename it"
                  .formatted(provider.getClass().getName(), name, own.name()));
        }
      }
    }
  }

  /** The benchmark itself where nothing is added to it. */
  static Benchmark of(Benchmark own, List<ProblemProvider> problems, List<MetricProvider> metrics) {
    List<ProblemProvider> ownProblems =
        problems.stream().filter(found -> found.benchmark().equals(own.name())).toList();
    List<MetricProvider> ownMetrics =
        metrics.stream().filter(found -> found.benchmark().equals(own.name())).toList();
    return ownProblems.isEmpty() && ownMetrics.isEmpty()
        ? own
        : new ExtendedBenchmark(own, ownProblems, ownMetrics);
  }

  @Override
  public Benchmark with(DataOptions options) {
    return new ExtendedBenchmark(
        own.with(options), added.values().stream().distinct().toList(), metrics);
  }

  @Override
  public String name() {
    return own.name();
  }

  @Override
  public String summary() {
    return own.summary();
  }

  @Override
  public String problemSummary() {
    return added.isEmpty()
        ? own.problemSummary()
        : own.problemSummary() + "; " + String.join(", ", added.keySet()) + " (plug-ins)";
  }

  @Override
  public List<String> problems() {
    return and(own.problems(), List.copyOf(added.keySet()));
  }

  @Override
  public List<String> problems(int dim) {
    return and(
        own.problems(dim),
        added.keySet().stream().filter(name -> problem(name).dim() == dim).toList());
  }

  @Override
  public String dims() {
    String others =
        added.keySet().stream()
            .map(name -> problem(name).dim())
            .filter(dim -> !own.hasDim(dim))
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? own.dims() : own.dims() + "; " + others + " (plug-ins)";
  }

  /** Those of the benchmark and all that are added: somebody wants them. */
  @Override
  public List<String> defaultProblems(List<Integer> profileDims) {
    return and(own.defaultProblems(profileDims), List.copyOf(added.keySet()));
  }

  private static List<String> and(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  @Override
  public Problem problem(String name) {
    ProblemProvider provider = added.get(name);
    if (provider == null) {
      return own.problem(name);
    }
    Problem problem = provider.problem(name);
    Optional<String> reason = own.reasonToRefuse(problem);
    if (!problem.name().equals(name) || reason.isPresent()) {
      throw new UsageException(
          "problem '%s' of %s cannot be in benchmark '%s': %s"
              .formatted(
                  name,
                  provider.getClass().getName(),
                  name(),
                  reason.orElse("it calls itself '%s'".formatted(problem.name()))));
    }
    return problem;
  }

  @Override
  public Optional<String> reasonToRefuse(Problem problem) {
    return own.reasonToRefuse(problem);
  }

  @Override
  public Optional<DataIdentity> identity(String problem) {
    return added.containsKey(problem) ? Optional.empty() : own.identity(problem);
  }

  @Override
  public Evaluation evaluation(
      NDManager manager, Problem problem, int samples, RandomStreams streams) {
    List<Evaluation> parts = new ArrayList<>();
    parts.add(own.evaluation(manager, problem, samples, streams));
    for (MetricProvider provider : metrics) {
      RandomStreams apart = streams.below(provider.getClass().getName());
      parts.add(provider.evaluation(manager, problem, samples, apart));
    }
    return new Evaluations(parts);
  }

  @Override
  public String headlineMetric() {
    return own.headlineMetric();
  }
}
