package io.otbench.benchmarks.suite;

import io.otbench.benchmarks.metrics.MetricProvider;
import io.otbench.solvers.api.OtSolver;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The implementations of a service, by name: those on the class path, and those of plug-ins, which
 * the context class loader of the thread finds.
 *
 * @param <T> the service
 */
public final class Registry<T> {

  private final String kind;
  private final Map<String, T> byName = new TreeMap<>();

  private Registry(String kind, Iterable<T> all, Function<T, String> name) {
    this.kind = kind;
    for (T found : all) {
      T other = byName.put(name.apply(found), found);
      if (other != null) {
        throw new UsageException(
            "two %ss on the class path are named '%s': %s and %s; rename one"
                .formatted(
                    kind,
                    name.apply(found),
                    other.getClass().getName(),
                    found.getClass().getName()));
      }
    }
  }

  /** Every solver on the class path. */
  @SuppressWarnings("rawtypes") // ServiceLoader knows the raw class only.
  public static Registry<OtSolver> solvers() {
    return new Registry<>("solver", load(OtSolver.class), OtSolver::name);
  }

  /**
   * Every benchmark on the class path, with the problems and metrics that are added to it.
   *
   * @throws UsageException when something is added to a benchmark that there is not
   */
  public static Registry<Benchmark> benchmarks() {
    List<Benchmark> own = load(Benchmark.class);
    List<String> names = own.stream().map(Benchmark::name).toList();
    List<ProblemProvider> problems = load(ProblemProvider.class);
    List<MetricProvider> metrics = load(MetricProvider.class);
    problems.forEach(provider -> requireBenchmark(provider, provider.benchmark(), names));
    metrics.forEach(provider -> requireBenchmark(provider, provider.benchmark(), names));
    return new Registry<>(
        "benchmark",
        own.stream().map(found -> ExtendedBenchmark.of(found, problems, metrics)).toList(),
        Benchmark::name);
  }

  private static void requireBenchmark(Object provider, String benchmark, List<String> known) {
    if (!known.contains(benchmark)) {
      throw new UsageException(
          NearestName.message(
              "benchmark", benchmark, "of " + provider.getClass().getName(), known));
    }
  }

  private static <S> List<S> load(Class<S> service) {
    try {
      return ServiceLoader.load(service).stream().map(ServiceLoader.Provider::get).toList();
    } catch (ServiceConfigurationError e) {
      throw new UsageException(
          "a %s on the class path cannot be loaded: %s"
              .formatted(
                  service.getSimpleName(),
                  String.valueOf(e.getMessage()).lines().findFirst().orElse("no message")));
    }
  }

  /** All names, sorted. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** All implementations, sorted by name. */
  public List<T> all() {
    return List.copyOf(byName.values());
  }

  /**
   * The implementation of a name.
   *
   * @param place where the user wrote the name, such as {@code in --solvers}
   * @throws UsageException listing the known names when there is none
   */
  public T get(String name, String place) {
    T found = byName.get(name);
    if (found == null) {
      throw new UsageException(NearestName.message(kind, name, place, byName.keySet()));
    }
    return found;
  }
}
