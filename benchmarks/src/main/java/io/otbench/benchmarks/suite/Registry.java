package io.otbench.benchmarks.suite;

import io.otbench.solvers.api.OtSolver;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The implementations of a service on the class path, by name.
 *
 * @param <T> the service
 */
public final class Registry<T> {

  private final String kind;
  private final Map<String, T> byName = new TreeMap<>();

  private Registry(String kind, Class<T> service, Function<T, String> name) {
    this.kind = kind;
    for (T found : ServiceLoader.load(service, Registry.class.getClassLoader())) {
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
    return new Registry<>("solver", OtSolver.class, OtSolver::name);
  }

  /** Every benchmark on the class path. */
  public static Registry<Benchmark> benchmarks() {
    return new Registry<>("benchmark", Benchmark.class, Benchmark::name);
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
