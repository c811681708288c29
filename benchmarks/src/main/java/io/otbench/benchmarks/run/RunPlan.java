package io.otbench.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellConfig;
import io.otbench.benchmarks.cell.DataSettings;
import io.otbench.benchmarks.profiles.BenchmarkProfile;
import io.otbench.benchmarks.profiles.Profiles;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The checked matrix of a request: making one finds every mistake that can be found without
 * training.
 *
 * @param benchmark what is run
 * @param cells all cells, those without training steps first, then the longest first
 * @param out folder of the run
 * @param workers worker processes
 * @param request what was asked for
 */
public record RunPlan(
    Benchmark benchmark, List<Cell> cells, Path out, int workers, RunRequest request) {

  /** Always in the matrix: without them a UVP says little, and they cost next to nothing. */
  private static final List<String> REFERENCES = List.of("identity", "linear");

  /**
   * Checks a request and lays out its cells.
   *
   * @throws UsageException for the first mistake found
   */
  public static RunPlan of(RunRequest request, Profiles profiles) {
    Benchmark benchmark =
        Registry.benchmarks().get(request.benchmark(), "in run").with(request.data());
    BenchmarkProfile profile = profiles.get(request.profile(), benchmark.name(), "in --profile");
    List<OtSolver<?>> solvers = solvers(request);
    List<Problem> problems = problems(request, benchmark, profile);
    int seeds = request.seeds().orElse(profile.seeds());
    List<Cell> cells = new ArrayList<>();
    for (Problem problem : problems) {
      DataSettings data =
          profile.data(problem, request.trainSecondsLimit()).of(benchmark.identity(problem.name()));
      for (OtSolver<?> solver : solvers) {
        JsonNode settings = profile.settings(solver, problem);
        CellConfig config = new CellConfig(solver.name(), settings, data, Suite.VERSION);
        for (long seed = 1; seed <= seeds; seed++) {
          cells.add(
              new Cell(
                  benchmark.name(),
                  problem.name(),
                  problem.dim(),
                  config,
                  seed,
                  profile.checkpoints(),
                  request.data()));
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
        request.out().orElse(Path.of("results", benchmark.name() + "-" + request.profile())),
        request.workers().orElse(Runtime.getRuntime().availableProcessors()),
        request);
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
      solvers.add(registry.get(name, "in --solvers"));
    }
    return solvers;
  }

  private static List<Problem> problems(
      RunRequest request, Benchmark benchmark, BenchmarkProfile profile) {
    request.dims().forEach(dim -> checkDim(benchmark, dim));
    request.problems().forEach(name -> checkProblem(benchmark, name));
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
              : "no problem of --problems has a dimension of --dims");
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

  private static void checkDim(Benchmark benchmark, int dim) {
    if (!benchmark.hasDim(dim)) {
      throw new UsageException(
          "dimension %d in --dims is not in benchmark '%s'; it has %s"
              .formatted(dim, benchmark.name(), benchmark.dims()));
    }
  }

  private static void checkProblem(Benchmark benchmark, String name) {
    if (!benchmark.problems().contains(name)) {
      throw new UsageException(
          NearestName.message(
              "problem", name, "in --problems", benchmark.problems(), benchmark.problemSummary()));
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
