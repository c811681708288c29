package io.otbench.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellConfig;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.profiles.BenchmarkProfile;
import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.profiles.SolverConfiguration;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.Suite;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.Problem;
import io.otbench.solvers.api.OtSolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checked matrix of a request: making one finds every mistake that can be found without
 * training.
 *
 * @param benchmark what is run
 * @param cells all cells, those without training steps first, then the longest first
 * @param methods what is run on the problems, in the order of problems and solvers
 * @param out folder of the run
 * @param workers worker processes
 * @param request what was asked for
 */
public record RunPlan(
    Benchmark benchmark,
    List<Cell> cells,
    List<PlannedMethod> methods,
    Path out,
    int workers,
    RunRequest request) {

  /** More would not end in a lifetime; they would fill the memory first. */
  private static final int MOST_CELLS = 100_000;

  /** Always in the matrix: without them a UVP says little, and they cost next to nothing. */
  private static final List<String> REFERENCES = List.of("identity", "linear");

  /**
   * Checks a request and lays out its cells.
   *
   * @throws UsageException for the first mistake found
   */
  public static RunPlan of(RunRequest request, Profiles profiles) {
    Benchmark benchmark =
        Registry.benchmarks()
            .get(
                request.benchmark(),
                request.inFile().contains("benchmark") ? "in " + request.file() : "in run")
            .with(request.data());
    BenchmarkProfile profile =
        profiles.get(request.profile(), benchmark.name(), "in " + request.where("profile"));
    List<OtSolver<?>> solvers = solvers(request);
    List<Problem> problems = problems(request, benchmark, profile);
    List<PlannedMethod> methods = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    int seeds = request.seeds().orElse(profile.seeds());
    for (Problem problem : problems) {
      for (PlannedMethod method : methods(request, benchmark, profile, solvers, problem)) {
        methods.add(method);
        checkCount((long) methods.size() * seeds);
        for (long seed = 1; seed <= seeds; seed++) {
          cells.add(
              new Cell(
                  benchmark.name(),
                  problem.name(),
                  problem.dim(),
                  method.config(),
                  seed,
                  method.checkpoints(),
                  request.data(),
                  method.variant()));
        }
      }
    }
    // References first, into fresh workers: their peak memory is not what a trained cell left.
    cells.sort(
        Comparator.comparing((Cell cell) -> expectedWork(cell) > 0)
            .thenComparing(Comparator.comparingDouble(RunPlan::expectedWork).reversed()));
    return new RunPlan(
        benchmark,
        List.copyOf(cells),
        List.copyOf(methods),
        request.out().orElse(Path.of("results", benchmark.name() + "-" + request.profile())),
        request.workers().orElse(Runtime.getRuntime().availableProcessors()),
        request);
  }

  private static void checkCount(long cells) {
    if (cells > MOST_CELLS) {
      throw new UsageException(
          "a matrix must have at most %d cells, this one has %d or more"
              .formatted(MOST_CELLS, cells));
    }
  }

  private static List<PlannedMethod> methods(
      RunRequest request,
      Benchmark benchmark,
      BenchmarkProfile profile,
      List<OtSolver<?>> solvers,
      Problem problem) {
    Map<CellConfig, PlannedMethod> methods = new LinkedHashMap<>();
    for (BenchmarkProfile varied : profile.with(request.overrides())) {
      DataSettings data =
          varied.data(problem, request.trainSecondsLimit()).of(benchmark.identity(problem.name()));
      for (OtSolver<?> solver : solvers) {
        for (SolverConfiguration found :
            varied.configurations(solver, problem, request.overrides())) {
          PlannedMethod method =
              new PlannedMethod(
                  problem.name(),
                  new CellConfig(solver.name(), found.settings(), data, Suite.VERSION),
                  Stream.of(varied.variant(), found.variant())
                      .filter(text -> !text.isEmpty())
                      .collect(Collectors.joining(", ")),
                  found.origins(),
                  varied.checkpoints());
          PlannedMethod other = methods.put(method.config(), method);
          if (other != null) {
            throw new UsageException(
                "a sweep must have different cells, but %s and %s are one for solver '%s' on '%s'"
                    .formatted(other.variant(), method.variant(), solver.name(), problem.name()));
          }
        }
      }
    }
    return List.copyOf(methods.values());
  }

  private static List<OtSolver<?>> solvers(RunRequest request) {
    @SuppressWarnings("rawtypes") // As ServiceLoader finds them.
    Registry<OtSolver> registry = Registry.solvers();
    List<String> known = registry.names();
    Set<String> names = new LinkedHashSet<>();
    REFERENCES.stream().filter(known::contains).forEach(names::add);
    names.addAll(request.solvers().isEmpty() ? known : request.solvers());
    List<OtSolver<?>> solvers = new ArrayList<>();
    for (String name : names) {
      solvers.add(registry.get(name, "in " + request.where("solvers")));
    }
    request.overrides().requireSolvers(names, known);
    return solvers;
  }

  private static List<Problem> problems(
      RunRequest request, Benchmark benchmark, BenchmarkProfile profile) {
    request.dims().forEach(dim -> checkDim(benchmark, dim, request.where("dims")));
    request.problems().forEach(name -> checkProblem(benchmark, name, request.where("problems")));
    List<Problem> problems =
        names(request, benchmark, profile).stream()
            .distinct()
            .map(benchmark::problem)
            .filter(found -> request.dims().isEmpty() || request.dims().contains(found.dim()))
            .toList();
    if (problems.isEmpty()) {
      throw new UsageException(
          request.problems().isEmpty()
              ? "benchmark '%s' has none of the dimensions of profile '%s'; it has %s"
                  .formatted(benchmark.name(), request.profile(), benchmark.dims())
              : "no problem of %s has a dimension of %s"
                  .formatted(request.where("problems"), request.where("dims")));
    }
    return problems;
  }

  private static List<String> names(
      RunRequest request, Benchmark benchmark, BenchmarkProfile profile) {
    if (!request.problems().isEmpty()) {
      return request.problems();
    }
    return request.dims().isEmpty()
        ? benchmark.defaultProblems(profile.dims())
        : request.dims().stream().flatMap(dim -> benchmark.problems(dim).stream()).toList();
  }

  private static void checkDim(Benchmark benchmark, int dim, String where) {
    if (!benchmark.hasDim(dim)) {
      throw new UsageException(
          "dimension %d in %s is not in benchmark '%s'; it has %s"
              .formatted(dim, where, benchmark.name(), benchmark.dims()));
    }
  }

  private static void checkProblem(Benchmark benchmark, String name, String where) {
    if (!benchmark.problems().contains(name)) {
      throw new UsageException(
          NearestName.message(
              "problem", name, "in " + where, benchmark.problems(), benchmark.problemSummary()));
    }
  }

  /**
   * A guess for the order only, so that no long cell is left for the end: steps times dimension,
   * where the solver has steps.
   */
  private static double expectedWork(Cell cell) {
    JsonNode steps = cell.config().settings().findValue("steps");
    return steps == null ? 0 : steps.asDouble() * (cell.dim() + 1);
  }
}
