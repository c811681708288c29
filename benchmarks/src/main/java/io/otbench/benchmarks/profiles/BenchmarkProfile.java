package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.cell.SolverSettings;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.OtSolver;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A profile as it holds for one benchmark. */
public final class BenchmarkProfile {

  static final String BY_DIM = "byDim";
  static final String BY_PROBLEM = "byProblem";

  private static final String POOL_SIZE = "poolSize";
  private static final String EVALUATION_SAMPLES = "evaluationSamples";
  private static final String CHECKPOINTS = "checkpoints";

  /** The numbers of a profile that can be set for a run, beside those that have options. */
  static final List<String> OWN_SETTINGS = List.of(CHECKPOINTS, EVALUATION_SAMPLES, POOL_SIZE);

  private final String name;
  private final String benchmark;
  private final Profile profile;
  private final Map<String, ObjectNode> ownSolvers;
  private final String variant;
  private final String numbersFrom;

  /**
   * @param name name of the profile, for messages
   * @param profile with the numbers that hold for the benchmark
   * @param ownSolvers settings per solver for this benchmark alone
   */
  BenchmarkProfile(
      String name, String benchmark, Profile profile, Map<String, ObjectNode> ownSolvers) {
    this(name, benchmark, profile, ownSolvers, "", "");
  }

  private BenchmarkProfile(
      String name,
      String benchmark,
      Profile profile,
      Map<String, ObjectNode> ownSolvers,
      String variant,
      String numbersFrom) {
    this.name = name;
    this.benchmark = benchmark;
    this.profile = profile;
    this.ownSolvers = ownSolvers;
    this.variant = variant;
    this.numbersFrom = numbersFrom;
  }

  /**
   * This profile with the numbers that a user sets: several profiles for a sweep.
   *
   * @throws UsageException for a number that is refused
   */
  public List<BenchmarkProfile> with(Overrides overrides) {
    Map<String, Setting> settings = overrides.ofProfile();
    ObjectNode numbers =
        Json.MAPPER
            .createObjectNode()
            .put(EVALUATION_SAMPLES, profile.evaluationSamples())
            .put(CHECKPOINTS, profile.checkpoints())
            .put(POOL_SIZE, profile.poolSize().orElse(0));
    return Sweeps.of(settings, numbers::get, UnaryOperator.identity()).stream()
        .map(choice -> with(numbers.deepCopy(), choice, settings))
        .toList();
  }

  private BenchmarkProfile with(
      ObjectNode numbers, Sweeps.Choice choice, Map<String, Setting> settings) {
    choice.values().forEach(numbers::set);
    numbers.properties().forEach(number -> requireCount(number, settings.get(number.getKey())));
    String places = Overrides.places(settings.values().stream());
    try {
      Profile changed =
          profile.with(
              numbers.get(EVALUATION_SAMPLES).asInt(),
              numbers.get(CHECKPOINTS).asInt(),
              numbers.get(POOL_SIZE).asInt());
      return new BenchmarkProfile(name, benchmark, changed, ownSolvers, choice.variant(), places);
    } catch (IllegalArgumentException e) {
      throw new UsageException("in %s: %s".formatted(places, e.getMessage()));
    }
  }

  private static void requireCount(Map.Entry<String, JsonNode> number, @Nullable Setting setting) {
    JsonNode value = number.getValue();
    if (setting != null && !(value.isIntegralNumber() && value.canConvertToInt())) {
      throw new UsageException(
          "in %s: %s must be a whole number but is %s"
              .formatted(setting.place(), number.getKey(), value));
    }
    if (setting != null && number.getKey().equals(CHECKPOINTS) && setting.value().isArray()) {
      throw new UsageException(
          "in %s: checkpoints must be one number, it changes no result, but is %s"
              .formatted(setting.place(), setting.value()));
    }
  }

  /** What a sweep varied of the numbers of this profile; empty for nothing. */
  public String variant() {
    return variant;
  }

  /** Dimensions that are run by default. */
  public List<Integer> dims() {
    return profile.dims();
  }

  /** Number of repetitions. */
  public int seeds() {
    return profile.seeds();
  }

  /** Points of a convergence curve. */
  public int checkpoints() {
    return profile.checkpoints();
  }

  /**
   * What solvers are given and how they are measured. A conditional problem has no pool: its rows
   * are drawn afresh for every batch.
   */
  public DataSettings data(Problem problem, OptionalDouble trainSecondsLimit) {
    return new DataSettings(pool(problem), profile.evaluationSamples(), trainSecondsLimit);
  }

  /** Rows of the smallest finite set that a solver is shown; empty where there is none. */
  private OptionalInt smallestSet(Problem problem) {
    return Stream.of(pool(problem), problem.source().size(), problem.target().size())
        .flatMapToInt(OptionalInt::stream)
        .min();
  }

  private OptionalInt pool(Problem problem) {
    return problem.conditionDim() > 0 ? OptionalInt.empty() : profile.poolSize();
  }

  /**
   * The whole configurations of a solver for a problem, several for a sweep: its defaults under the
   * settings of the profile, under those for this benchmark, and under those of the user. Of each
   * of the former two, what holds for every problem comes first, then what holds for ranges of
   * dimensions, then what holds for the problem.
   *
   * @throws UsageException when a setting is unknown, refused by the solver or too large for the
   *     training set
   */
  public List<SolverConfiguration> configurations(
      OtSolver<?> solver, Problem problem, Overrides overrides) {
    String place =
        "in profile '%s'%s for solver '%s'"
            .formatted(name, numbersFrom.isEmpty() ? "" : " and " + numbersFrom, solver.name());
    SettingsMerge merge = new SettingsMerge(solver.defaultConfig(pointDim(problem)), place);
    String origin = "profile " + name;
    apply(merge, profile.solvers().get(solver.name()), problem, place, origin);
    apply(
        merge,
        ownSolvers.get(solver.name()),
        problem,
        "in profile '%s', benchmark '%s', for solver '%s'"
            .formatted(name, benchmark, solver.name()),
        origin + " for " + benchmark);
    Map<String, Setting> settings = overrides.of(solver.name(), merge.settings());
    if (settings.isEmpty()) {
      return List.of(checked(solver, merge, problem, "", place));
    }
    // A mistake of the profile must not look like one of the user.
    merge.result();
    SettingNames names = new SettingNames(merge.settings());
    String userPlace =
        "in %s for solver '%s'"
            .formatted(Overrides.places(settings.values().stream()), solver.name());
    return Sweeps.of(settings, merge::at, names::shortest).stream()
        .map(
            choice -> {
              SettingsMerge own = merge.copy(userPlace);
              settings.forEach(
                  (path, setting) -> own.set(path, choice.value(path), setting.place()));
              return checked(solver, own, problem, choice.variant(), userPlace);
            })
        .toList();
  }

  private SolverConfiguration checked(
      OtSolver<?> solver, SettingsMerge merge, Problem problem, String variant, String place) {
    JsonNode settings = merge.result();
    checkRows(solver, settings, smallestSet(problem), place);
    return new SolverConfiguration(settings, merge.origins(), variant);
  }

  private static void apply(
      SettingsMerge merge,
      @Nullable ObjectNode layer,
      Problem problem,
      String place,
      String origin) {
    if (layer == null) {
      return;
    }
    ObjectNode always = layer.deepCopy();
    JsonNode byDim = always.remove(BY_DIM);
    JsonNode byProblem = always.remove(BY_PROBLEM);
    merge.apply(always, place, origin);
    if (byDim != null) {
      byDim
          .properties()
          .forEach(
              range -> {
                if (parse(range.getKey(), place).contains(pointDim(problem))) {
                  merge.apply(range.getValue(), place, origin + ", d = " + range.getKey());
                }
              });
    }
    if (byProblem != null && byProblem.has(problem.name())) {
      merge.apply(byProblem.get(problem.name()), place, origin + ", " + problem.name());
    }
  }

  private static DimRange parse(String range, String place) {
    try {
      return DimRange.parse(range);
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s: %s".formatted(place, BY_DIM, e.getMessage()));
    }
  }

  /** Dimension of a point, which is what settings depend on: a condition is no coordinate of it. */
  private static int pointDim(Problem problem) {
    return problem.dim() - problem.conditionDim();
  }

  /** A batch is drawn from a pool without replacement: found here, it costs no cell. */
  private static <C extends Record> void checkRows(
      OtSolver<C> solver, JsonNode settings, OptionalInt pool, String place) {
    int rows = solver.rowsPerStep(SolverSettings.read(solver, settings));
    if (pool.isPresent() && rows > pool.getAsInt()) {
      throw new UsageException(
          "%s: one step takes %d rows per side, but the pool has only %d"
              .formatted(place, rows, pool.getAsInt()));
    }
  }
}
